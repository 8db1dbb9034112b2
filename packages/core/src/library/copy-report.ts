import type { CopyPlan } from './copy-plan.ts'

export interface OutsideLink {
  readonly pageId: string
  readonly pageTitle: string
  readonly targetId: string
}

export interface UnstyledPage {
  readonly pageId: string
  readonly title: string
  readonly styleKey: string
}

/** One invariant, asked of the real rows before the copy was made final; `offending` is 0 where it holds. */
export interface InvariantCheck {
  readonly invariant: string
  readonly offending: number
}

/** What a copy did, or would do: the dry run is the same operation, taken back (library §1.7). */
export interface CopyReport {
  readonly courseId: string
  readonly title: string
  readonly plan: CopyPlan
  /** Pages of a Duplicate that lost their Course Style, to be given it again. */
  readonly unstyled: readonly UnstyledPage[]
  /** `null`: not looked for; a Share leaves every link as it is. */
  readonly outsideLinks: readonly OutsideLink[] | null
  readonly authors: readonly string[]
  /** Assigned to the original, and not carried over: who was deactivated, and reviewers. */
  readonly authorsLeftOut: readonly string[]
  /** Another course already has this title; allowed. */
  readonly hasEqualTitle: boolean
  readonly checks: readonly InvariantCheck[]
}
