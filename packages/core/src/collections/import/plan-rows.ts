import type { FileId, ModuleId } from '../../ids.ts'
import type { Configuration, ParkedEntry, UnmatchedReason } from '../configuration/configuration.ts'

/** How a pair is known, best first (design *Matching modules*). */
export const evidences = [
  'chosen',
  'copied',
  'carried',
  'same-id',
  'same-name',
  'same-name-rewritten',
  'same-name-in-order',
  'similar',
] as const

export type Evidence = (typeof evidences)[number]

export interface MatchedRow {
  readonly key: string
  readonly oldName: string
  readonly moduleId: ModuleId
  readonly name: string
  readonly evidence: Evidence
  /** A lower rung that pointed elsewhere. */
  readonly disagrees: { readonly evidence: Evidence; readonly moduleId: ModuleId; readonly name: string } | null
}

export interface ImportedUnmatchedRow {
  readonly key: string
  readonly oldName: string
  readonly collection: string | null
  readonly why: UnmatchedReason
  readonly text: string
  /** "Probably the same": needs a person's yes. */
  readonly suggestion: { readonly moduleId: ModuleId; readonly name: string; readonly likeness: number } | null
}

export interface CurrentUnmatchedRow {
  readonly moduleId: ModuleId
  readonly name: string
  readonly why: 'renamed-or-added-here' | 'new-in-source' | 'duplicate-names' | 'unknown'
  readonly text: string
  /** Collection it will be in after Proceed; `null` for none. */
  readonly collection: string | null
}

export type ImageVerdict = 'here' | 'moved' | 'hidden' | 'elsewhere' | 'web' | 'missing' | 'unknown'

/** One file reference of the configuration: a card image or a picture or file link inside a text. */
export interface ImageRow {
  readonly key: string
  readonly moduleName: string
  /** `image`, `description`, `iframe`, `metadata.weighting`, … */
  readonly field: string
  readonly url: string
  readonly verdict: ImageVerdict
  /** How we know the file it became, for `moved`. */
  readonly evidence: 'copied' | 'rewritten' | 'same-folder-and-name' | 'replaced' | 'other-host' | 'token' | null
  /** The URL after Proceed; `''` where the link is dropped. */
  readonly newUrl: string
  readonly fileId: FileId | null
  readonly fileName: string | null
  readonly sizeBytes: number | null
  readonly contentType: string | null
  readonly thumbnailUrl: string | null
  readonly text: string
  /** What Proceed does with it. */
  readonly act: 'none' | 'relink' | 'copy' | 'drop'
}

/** A link to something else of the source course, inside a text. */
export interface LinkRow {
  readonly key: string
  readonly moduleName: string
  readonly field: string
  readonly url: string
  readonly newUrl: string
  readonly verdict: 'here' | 'moved' | 'elsewhere' | 'missing' | 'unknown'
  readonly text: string
}

/** Include and output pages, by title. */
export interface PageRow {
  readonly collection: string
  readonly use: 'include' | 'output'
  readonly title: string
  readonly verdict: 'here' | 'renamed' | 'unpublished' | 'missing' | 'unknown'
  /** Title after Proceed. */
  readonly newTitle: string
  readonly slug: string | null
  readonly text: string
}

export interface DatePlan {
  readonly rows: readonly DateRow[]
  /** Whole weeks, in days; `null` where nothing says by how much. */
  readonly proposedDays: number | null
  readonly basis: 'course-start' | 'term-start' | 'matched-dates' | null
  /** What the choice does. */
  readonly act: 'keep' | 'clear' | 'shift'
  readonly days: number
  /** Dates typed into texts: pointed out, not changed. */
  readonly inTexts: readonly {
    readonly key: string
    readonly moduleName: string
    readonly field: string
    readonly found: string
  }[]
}

export interface DateRow {
  readonly key: string
  readonly moduleName: string
  readonly which: 'from' | 'to'
  /** `YYYY-MM-DD`, `null` where it cannot be read as a day. */
  readonly oldOn: string | null
  readonly oldText: string
  readonly newOn: string | null
}

export interface StudentView {
  readonly collections: number
  readonly modulesSeen: number
  readonly modules: number
  readonly hidden: readonly HiddenFromStudents[]
}

export interface HiddenFromStudents {
  readonly what: 'no-collection' | 'page-unpublished' | 'visibility' | 'course-unpublished'
  readonly moduleId: ModuleId | null
  readonly name: string
  readonly text: string
  /** Remedy at hand: the collection of the module above for `no-collection`. */
  readonly proposal: string | null
}

export interface ParkedRow {
  readonly parkedKey: string
  readonly parked: ParkedEntry
  /** A current module of that name that has no entry of its own. */
  readonly offer: { readonly moduleId: ModuleId; readonly name: string } | null
}

export interface LossCount {
  readonly collections: number
  readonly modules: number
  readonly descriptions: number
  readonly images: number
  readonly dates: number
  /** Entries kept for later. */
  readonly parked: number
}

export interface MergePlan {
  /** The revision that held this course's own configuration; `null` where it stands on the page still. */
  readonly revisionId: number | null
  readonly updatedAt: string
  readonly ours: Configuration
  /** Fields both sides changed; ours is kept. */
  readonly kept: readonly MergedField[]
  /** Fields taken from the new copy. */
  readonly taken: readonly MergedField[]
}

export interface MergedField {
  /** Key of a module's entry, or `''` for a collection. */
  readonly key: string
  /** Name of the module or collection. */
  readonly name: string
  readonly field: string
}
