import type { CourseId, PageId } from '../../ids.ts'
import type { Configuration } from '../configuration/configuration.ts'
import type { PageNote } from '../page/page-reading.ts'
import type { ImportChoices } from './import-choices.ts'
import type { ConfigurationPage, CopyingNow, CopyRecord, EditLock, FailedCopy } from './import-facts.ts'
import type {
  CurrentUnmatchedRow,
  DatePlan,
  ImageRow,
  ImportedUnmatchedRow,
  LinkRow,
  LossCount,
  MatchedRow,
  MergePlan,
  PageRow,
  ParkedRow,
  StudentView,
} from './plan-rows.ts'

/** Why a plan is not carried out unattended (design *Needs a person*). */
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
