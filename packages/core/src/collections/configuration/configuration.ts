import type { CourseId, ModuleId } from '../../ids.ts'
import type { JsonObject } from './json.ts'

/** Who sees Collections (collections-1.3 §1.1 *Visibility*); any other text on a page hides them from all. */
export type Visibility = 'no-one' | 'students' | 'teachers' | 'all'

export type Banner = 'image' | 'iframe' | 'colour'

/**
 * One Canvas Collections configuration, typed and normalised (collections-1.3 §2.4), with the upgrades of collections-1.3 §2.5 done.
 * All texts are plain: entities of the page are decoded exactly once. `rest` keeps, at each level, every key that
 * is not named here, so that nothing of another version's making is lost by reading and writing.
 */
export interface Configuration {
  readonly visibility: Visibility
  /** Name of the collection shown first; `''` only where there is no collection. */
  readonly defaultCollection: string
  /** In the order of `COLLECTIONS_ORDER`; names are unique. */
  readonly collections: readonly Collection[]
  /** Keys are unique; ordered by key: ids ascending, then names as they stand. */
  readonly modules: readonly ModuleEntry[]
  /** Entries kept for later, oldest first. */
  readonly parked: readonly ParkedEntry[]
  /** The import that this configuration came from, as Recourse wrote it; `null` where it never did. */
  readonly imported: ImportStamp | null
  readonly rest: JsonObject
}

export interface Collection {
  readonly name: string
  /** `GriffithCards`, `AssessmentTable`, …; kept as it stands, `''` where the page has none. */
  readonly representation: string
  /** Title of the page that receives the Claytons; `''` for none. */
  readonly outputPage: string
  /** Title of the page shown with the collection; `''` for none. */
  readonly includePage: string
  readonly includeAfter: boolean
  readonly hide: boolean
  /** Modules in no collection appear here too. */
  readonly unallocated: boolean
  readonly rest: JsonObject
}

export interface ModuleEntry {
  /** The key under `MODULES`: a module id, or a module name on pages from before August 2022. */
  readonly key: string
  /** The id that the key is; `null` on a name-keyed entry. */
  readonly id: ModuleId | null
  /** The module's name when a person last saved. */
  readonly name: string
  /** HTML. */
  readonly description: string
  /** Name of a collection; `null` for none. */
  readonly collection: string | null
  readonly label: string
  /** Numbered by counting; else `number` is what a person typed. */
  readonly autonum: boolean
  readonly number: string
  /** Name → HTML. */
  readonly metadata: Readonly<Record<string, string>>
  readonly date: CardDate
  readonly dateShow: DateShow
  readonly banner: Banner
  /** URL, or `''`. */
  readonly image: string
  readonly imageSize: string
  readonly imageBackgroundColour: boolean
  readonly altText: string
  /** HTML of one iframe, or `''`. */
  readonly iframe: string
  readonly bannerColour: string
  readonly engage: boolean
  readonly engageText: string
  readonly fyi: boolean
  /** HTML. */
  readonly fyiText: string
  /** Place among the modules of the course, from 1; `null` where the page has none. */
  readonly moduleOrder: number | null
  readonly rest: JsonObject
}

export interface CardDate extends DateParts {
  readonly label: string
  readonly to: DateParts
}

/** Texts, `''` where absent: `day` "Mon", `date` "9", `month` "Mar", `time` "HH:MM", `calendarDate` "YYYY-MM-DD". */
export interface DateParts {
  readonly day: string
  readonly week: string
  readonly time: string
  readonly date: string
  readonly month: string
  readonly year: string
  readonly calendarDate: string
  readonly rest: JsonObject
}

export const dateShowFlags = [
  'label',
  'day',
  'week',
  'time',
  'month',
  'date',
  'toDay',
  'toWeek',
  'toTime',
  'toMonth',
  'toDate',
] as const

export type DateShow = Readonly<Record<(typeof dateShowFlags)[number], boolean>>

/** Why an imported entry has no module here (design *Matching modules*). */
export type UnmatchedReason = 'gone-in-source' | 'not-copied' | 'deleted-here' | 'duplicate-names' | 'unknown'

/** An entry that an import could not place, kept for later with when, from where and why. */
export interface ParkedEntry {
  readonly entry: ModuleEntry
  /** ISO-8601 instant. */
  readonly parkedAt: string
  readonly fromCourseId: CourseId | null
  readonly why: UnmatchedReason
}

/** Kept on the page so that a later import can tell what this one wrote (the base of a three-way merge). */
export interface ImportStamp {
  readonly fromCourseId: CourseId | null
  /** ISO-8601 instant of the import; equal in every later revision that grew out of it. */
  readonly at: string
}
