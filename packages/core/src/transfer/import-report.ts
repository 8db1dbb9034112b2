/** What a thing of the package is there. */
export type PackageThing =
  | 'course'
  | 'module'
  | 'module item'
  | 'page'
  | 'assignment'
  | 'discussion'
  | 'announcement'
  | 'quiz'
  | 'question'
  | 'file'
  | 'web link'
  | 'external tool'
  | 'syllabus'
  | 'object'
  | 'style'
  | 'resource'
  | 'term'
  | 'part'

/** What it became here. `nothing` is always said with a reason. */
export type LibraryThing =
  | 'course'
  | 'module'
  | 'object'
  | 'page'
  | 'question'
  | 'media'
  | 'resource'
  | 'term'
  | 'style'
  | 'nothing'

/** One thing of the package, and what became of it. */
export interface ImportEntry {
  readonly what: PackageThing
  readonly name: string
  /** Its identifier or file name in the package. */
  readonly origin: string
  readonly became: LibraryThing
  /** Key of what it became, in the draft; `null` with `nothing`. */
  readonly key: string | null
  /** What a person should know: why not, what was left out. */
  readonly notes: readonly string[]
}

/** As `ImportEntry`, with the id of what it became; `null` also where that has none of its own, as a question. */
export type ReportEntry = Omit<ImportEntry, 'key'> & { readonly id: string | null }

/** What an import did, or would do. Every thing of the package is in `entries`, once. */
export interface ImportReport {
  readonly courseId: string
  readonly title: string
  readonly format: 'imscc' | 'archive'
  /** Of the package itself, as SHA-256; by it the same package is known again. */
  readonly packageHash: string
  readonly counts: ImportCounts
  readonly entries: readonly ReportEntry[]
  /** Items and Learning Objects that were in this library already and are the same ones now. */
  readonly reused: { readonly objects: number; readonly items: number }
}

export interface ImportCounts {
  readonly modules: number
  readonly objects: number
  readonly pages: number
  readonly questions: number
  readonly media: number
  readonly resources: number
  readonly terms: number
  /** Things of the package that became nothing. */
  readonly leftOut: number
}
