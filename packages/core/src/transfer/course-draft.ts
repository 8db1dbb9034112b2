import type { ItemKind, Question } from '../library/index.ts'

/**
 * A course that is to be made, before anything of it has an id in the library: what came in names its own parts by keys,
 * which are its own identifiers wherever it has some.
 */
export interface CourseDraft {
  readonly title: string
  readonly description: string
  readonly playerLayout: string
  readonly passingMark: number | null
  readonly details: object
  readonly styles: readonly DraftStyle[]
  readonly modules: readonly DraftModule[]
  readonly items: readonly DraftItem[]
}

export interface DraftStyle {
  readonly key: string
  readonly name: string
  readonly definition: object
}

export interface DraftModule {
  readonly key: string
  readonly name: string
  readonly objects: readonly DraftObject[]
}

export interface DraftObject {
  readonly key: string
  readonly name: string
  readonly objective: string
  readonly keywords: readonly string[]
  readonly reviewExercise: string
  readonly questionMode: string
  readonly questions: readonly Question[]
  readonly isProtected: boolean
  readonly pages: readonly DraftPage[]
}

export interface DraftPage {
  readonly key: string
  /** `null`: a page that nothing has named yet. */
  readonly linkKey: string | null
  readonly title: string
  readonly styleKey: string | null
  readonly blocks: readonly DraftBlock[]
}

export interface DraftBlock {
  readonly id: string
  readonly kind: string
  /** Cleaned markup, which names the references by number. */
  readonly text: string
  readonly references: readonly DraftReference[]
}

export type DraftReference =
  /** With a link key it may also lead to a page that does not come along. */
  | { readonly kind: 'page'; readonly key: string; readonly linkKey: string | null }
  | { readonly kind: ItemKind; readonly key: string }

export type DraftItem =
  | DraftMedia
  | { readonly kind: 'resource' | 'term'; readonly key: string; readonly name: string; readonly content: object }

export interface DraftMedia {
  readonly kind: 'media'
  readonly key: string
  readonly name: string
  /** Name of the file in the archive; `null`: its bytes do not come along. */
  readonly file: string | null
  /** The name people know the file by. */
  readonly fileName: string
  /** What the item holds besides its bytes. */
  readonly content: object
}

/** A Learning Object with the fields that most ways in do not know. */
export function draftObject(given: Pick<DraftObject, 'key' | 'name' | 'pages'> & Partial<DraftObject>): DraftObject {
  const texts = { objective: '', reviewExercise: '', questionMode: 'all' }
  return { ...texts, keywords: [], questions: [], isProtected: false, ...given }
}
