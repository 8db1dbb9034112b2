import type { ModuleId, PageId } from '../../ids.ts'
import type { ReasonCode } from './import-plan.ts'

/** What a person (or a command line) decided; the plan is drawn from the facts and these together. */
export interface ImportChoices {
  /** Bring it over · start again with empty Collections · put this course's own (replaced by a copy) back. */
  readonly action: 'proceed' | 'refresh' | 'keep-own'
  /** Which page, where several hold a configuration. */
  readonly pageId: PageId | null
  /** Entry key → the module it is, or `null` for "none of them". Overrides all other evidence. */
  readonly pairs: Readonly<Record<string, ModuleId | null>>
  /** Old name → new name: as `pairs`, said by names. */
  readonly renames: Readonly<Record<string, string>>
  /** Take suggestions (`similar`) as matches: all, or those of the entry keys named. */
  readonly acceptSimilar: boolean | readonly string[]
  /** `days: null`: as many as the plan proposes. */
  readonly dates: { readonly kind: 'keep' | 'clear' } | { readonly kind: 'shift'; readonly days: number | null }
  /** Images that live in another course: copy them here, keep the link, or drop it. */
  readonly images: 'copy' | 'keep' | 'drop'
  /** Modules in no collection: into the collection of the module above, or leave them. */
  readonly allocate: 'neighbour' | 'none'
  /** Module → collection, said one by one; goes before `allocate`. */
  readonly collections: Readonly<Record<string, string>>
  /** Publish the configuration page. */
  readonly publish: boolean
  /** Show Collections to students (visibility `all`). */
  readonly showToStudents: boolean
  /** Kept-for-later entries, by `parkedKey`: the module to give the entry to, or `null` to discard it. */
  readonly parked: Readonly<Record<string, ModuleId | null>>
  /** Reasons a person has seen and takes responsibility for. */
  readonly accepted: readonly ReasonCode[]
}

export const defaultChoices: ImportChoices = {
  action: 'proceed',
  pageId: null,
  pairs: {},
  renames: {},
  acceptSimilar: false,
  dates: { kind: 'keep' },
  images: 'keep',
  allocate: 'none',
  collections: {},
  publish: false,
  showToStudents: false,
  parked: {},
  accepted: [],
}
