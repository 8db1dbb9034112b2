import type { ClaytonsOutcome, ClaytonsProgress, UndoneClayton } from '@recourse/canvas'
import type { ClaytonsPlan, PageId, PlannedClayton } from '@recourse/core'

/** Where the static pages stand. Plain data, as `Phase` is. */
export type ClaytonsStage =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'planned'; readonly plan: ClaytonsPlan }
  | { readonly kind: 'writing'; readonly progress: ClaytonsProgress }
  | { readonly kind: 'done'; readonly outcome: ClaytonsOutcome; readonly planned: readonly PlannedClayton[] }
  | { readonly kind: 'undone'; readonly pages: readonly UndoneClayton[] }
  | { readonly kind: 'failed'; readonly error: unknown }

export interface ClaytonsState {
  readonly stage: ClaytonsStage
  /** After an import they are written at once. */
  readonly isWanted: boolean
  /** Pages changed by hand that are written all the same; all others are kept. */
  readonly replaced: readonly PageId[]
}

export const firstClaytons: ClaytonsState = { stage: { kind: 'idle' }, isWanted: true, replaced: [] }

/** What a press on *Update* would write. */
export function toBeWritten(pages: readonly PlannedClayton[], replaced: readonly PageId[]): readonly PlannedClayton[] {
  return pages.filter(
    ({ state, pageId }) =>
      state === 'create' || state === 'write' || (state === 'edited' && pageId !== null && replaced.includes(pageId)),
  )
}

/** Something is under way that is not to be disturbed. */
export function isAtWork({ stage }: ClaytonsState): boolean {
  return stage.kind === 'reading' || stage.kind === 'writing'
}
