import type { CourseId, FileId, ModuleId, PageId } from '../../ids.ts'
import type { Configuration, ParkedEntry, UnmatchedReason } from '../configuration/configuration.ts'
import type { PageNote } from '../page/page-reading.ts'
import type { ImportChoices } from './import-choices.ts'
import type { ConfigurationPage, CopyingNow, CopyRecord, EditLock, FailedCopy } from './import-facts.ts'

/** Why a plan is not carried out unattended (DESIGN *Needs a person*). */
export const reasonCodes = [
  'not-matched',
  'similar',
  'duplicate-names',
  'missing-image',
  'foreign-image',
  'two-configurations',
  'own-configuration-replaced',
  'blueprint-locked',
  'unreadable',
  'locked',
  'dates',
  'too-large',
] as const

export type ReasonCode = (typeof reasonCodes)[number]

export interface Reason {
  readonly code: ReasonCode
  /** A sentence for a person: what is the matter and what to do. */
  readonly text: string
  /** Among the accepted ones (`choices.accepted`): seen, no longer in the way. */
  readonly accepted: boolean
}

/** Plain data: printable, comparable; the dry run is to print it. */
export type ImportPlan = BusyPlan | NothingPlan | StuckPlan | ReadyPlan

/** Canvas is still copying into this course: nothing to decide yet. */
export interface BusyPlan {
  readonly kind: 'busy'
  readonly readAt: string
  readonly destination: CourseName
  readonly copying: CopyingNow
}

export interface NothingPlan {
  readonly kind: 'nothing'
  readonly readAt: string
  readonly destination: CourseName
  /** No configuration page · only blank ones · the configuration is this course's own already. */
  readonly why: 'no-configuration' | 'blank' | 'already-here'
  readonly text: string
  readonly page: PlannedPage | null
  readonly failedCopy: FailedCopy | null
  /** Kept-for-later entries and modules that they could now be given to. */
  readonly parked: readonly ParkedRow[]
  readonly students: StudentView | null
}

/** There is something, and a person has to say more before a plan can be drawn: unreadable, or several to choose from. */
export interface StuckPlan {
  readonly kind: 'stuck'
  readonly readAt: string
  readonly destination: CourseName
  readonly reasons: readonly Reason[]
  readonly candidates: readonly CandidatePage[]
  readonly failedCopy: FailedCopy | null
}

export interface CandidatePage {
  readonly pageId: PageId
  readonly slug: string
  readonly title: string
  readonly updatedAt: string
  readonly courseId: CourseId | null
  readonly collections: number
  readonly modules: number
  /** What is wrong with it, `null` when it can be read. */
  readonly broken: string | null
}

export interface ReadyPlan {
  readonly kind: 'ready'
  readonly readAt: string
  readonly origin: string
  readonly choices: ImportChoices
  readonly source: SourceName
  readonly destination: CourseName
  readonly page: PlannedPage
  readonly verdict: 'clean' | 'safe' | 'person'
  readonly reasons: readonly Reason[]
  /** May be carried out now: the verdict allows it, or every reason in the way is accepted; and somebody may write. */
  readonly mayProceed: boolean
  readonly mayEdit: boolean
  readonly matched: readonly MatchedRow[]
  readonly importedUnmatched: readonly ImportedUnmatchedRow[]
  readonly currentUnmatched: readonly CurrentUnmatchedRow[]
  readonly images: readonly ImageRow[]
  readonly links: readonly LinkRow[]
  readonly pages: readonly PageRow[]
  readonly dates: DatePlan
  readonly students: StudentView
  readonly parked: readonly ParkedRow[]
  /** What a *Refresh* would take away. */
  readonly loss: LossCount
  /** Set where a second copy replaced this course's own configuration. */
  readonly merge: MergePlan | null
  readonly notes: readonly PageNote[]
  readonly unread: readonly string[]
  readonly lock: EditLock | null
  readonly failedCopy: FailedCopy | null
  /** The page that would be written, in characters, and Canvas's limit. */
  readonly size: {
    readonly length: number
    readonly limit: number
    readonly largest: readonly { readonly name: string; readonly length: number }[]
  }
  /** The imported configuration as it was read, and what it will be: `applyImport` writes exactly this (plus copied files). */
  readonly before: Configuration
  readonly after: Configuration
}

export interface CourseName {
  readonly courseId: CourseId
  readonly name: string
  readonly code: string
}

export interface SourceName {
  readonly courseId: CourseId | null
  /** `null` unless confirmed. */
  readonly name: string | null
  readonly code: string | null
  /** A migration into this course or the readable course itself confirms it. */
  readonly confirmed: boolean
  /** The way from there to here, by course: A→B→C. */
  readonly chain: readonly Pick<CopyRecord, 'fromCourseId' | 'toCourseId' | 'kind' | 'finishedAt'>[]
}

/** The page that will be written: the one at the address where Collections looks, wherever the configuration is read. */
export type PlannedPage = Pick<
  ConfigurationPage,
  'pageId' | 'slug' | 'title' | 'published' | 'updatedAt' | 'revisionId' | 'reading'
> & {
  /** The page that the imported configuration stands on, where it is another. */
  readonly contentFrom: CandidatePage | null
  /** Other pages that hold a configuration, said and left alone. */
  readonly others: readonly CandidatePage[]
}

/** How a pair is known, best first (DESIGN *Matching modules*). */
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
