import type { ModuleId } from '../../ids.ts'
import type { ModuleEntry } from '../configuration/configuration.ts'
import type { CourseModule } from '../import/import-facts.ts'

/** What a matching is decided from; every map is entry key → module of this course. */
export interface MatchQuestion {
  readonly entries: readonly ModuleEntry[]
  /** In Canvas's order. */
  readonly modules: readonly CourseModule[]
  /** A person's word; `null`: "none of them". */
  readonly chosen: ReadonlyMap<string, ModuleId | null>
  /** Canvas's own record, composed along the chain; may name modules that are gone. */
  readonly copied: ReadonlyMap<string, string>
  /** Links in our own page that Canvas rewrote. */
  readonly carried: ReadonlyMap<string, ModuleId>
  /** The page is tagged with this course: equal ids need no equal names. */
  readonly ownPage: boolean
  /** Entry keys whose suggestion is taken as a match, or all. */
  readonly acceptSimilar: boolean | readonly string[]
}
