import type { Block, ItemKind, ObjectContent } from '../library/index.ts'

/** `course.json` of an open archive (docs/archive-format.md): a course with everything it shows, under the ids of its library. */
export interface ArchiveDocument {
  readonly format: 'recourse-course'
  readonly formatVersion: 1
  /** Version of Recourse that wrote it. */
  readonly program: string
  readonly exportedAt: string
  /** The library that the ids are of. */
  readonly library: string
  readonly course: ArchivedCourse
  readonly items: readonly ArchivedItem[]
}

export interface ArchivedCourse {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly playerLayout: string
  readonly passingMark: number | null
  readonly details: Readonly<Record<string, unknown>>
  readonly styles: readonly ArchivedStyle[]
  readonly modules: readonly ArchivedModule[]
}

export interface ArchivedStyle {
  readonly key: string
  readonly name: string
  readonly definition: Readonly<Record<string, unknown>>
}

export interface ArchivedModule {
  readonly id: string
  readonly name: string
  readonly objects: readonly ArchivedObject[]
}

export interface ArchivedObject extends Omit<ObjectContent, 'pageIds'> {
  readonly id: string
  readonly revisionId: string
  readonly isProtected: boolean
  readonly pages: readonly ArchivedPage[]
}

export interface ArchivedPage {
  readonly id: string
  readonly revisionId: string
  readonly linkKey: string
  readonly styleKey: string | null
  readonly title: string
  readonly blocks: readonly Block[]
}

export interface ArchivedItem {
  readonly kind: ItemKind
  readonly id: string
  readonly revisionId: string
  readonly name: string
  /** `null`: it is in the trash there, and its pages show a placeholder. */
  readonly content: Readonly<Record<string, unknown>> | null
  /** Name of its bytes in the archive. */
  readonly file: string | null
}
