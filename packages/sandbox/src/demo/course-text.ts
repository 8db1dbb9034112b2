/** What the content of a demo course is written in: plain data, so that a course reads like a course. */

export interface TextPage {
  readonly title: string
  readonly body: string
}

export interface TextFile {
  readonly name: string
  readonly folder: string
  readonly content: string
  readonly type: string
}

export interface TextModule {
  /** By which texts and cards name it. */
  readonly key: string
  readonly name: string
  /** Default true. */
  readonly isPublished?: boolean
  /** Keys of the modules to be completed before; they stand earlier. */
  readonly after?: readonly string[]
  readonly items: readonly TextItem[]
}

export type TextItem =
  | { readonly type: 'SubHeader'; readonly title: string }
  | ({ readonly type: 'Page' } & TextPage)
  | { readonly type: 'File'; readonly name: string; readonly title: string }
  | { readonly type: 'ExternalUrl'; readonly title: string; readonly url: string }
  | TextActivity

export interface TextActivity {
  readonly type: 'Assignment' | 'Quiz' | 'Discussion'
  readonly title: string
  readonly body: string
  readonly dueAt?: string
  readonly points?: number
}

/** What stands for `{course}`, `{file:NAME}` and `{module:KEY}` in texts. */
export interface Names {
  /** Address of the course, `https://canvas.test/courses/101`. */
  readonly course: string
  readonly files: ReadonlyMap<string, string>
  readonly modules: ReadonlyMap<string, string>
}

/** The text with every name filled in; a name nobody knows is a mistake in the text. */
export function fillIn(text: string, names: Names): string {
  return text.replace(/\{(course|file:([^}]+)|module:([^}]+))\}/g, (written, _all, file, module) => {
    const found = file ? names.files.get(file) : module ? names.modules.get(module) : names.course
    if (found === undefined) throw new Error(`The demo's text names ${written}, and there is no such thing.`)
    return found
  })
}
