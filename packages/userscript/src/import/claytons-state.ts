import type { ClaytonOutcome, ClaytonsProgress, UndoneClayton } from '@recourse/canvas'
import type { ClaytonsPlan, PageId, PlannedClayton } from '@recourse/core'

/** Where the static pages stand. Plain data, as `Phase` is. */
export type ClaytonsStage =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'planned'; readonly plan: ClaytonsPlan }
  | { readonly kind: 'writing'; readonly progress: ClaytonsProgress; readonly isStopping?: boolean }
  | { readonly kind: 'done' }
  | { readonly kind: 'undone'; readonly pages: readonly UndoneClayton[] }
  | { readonly kind: 'failed'; readonly error: unknown }

export interface ClaytonsState {
  readonly stage: ClaytonsStage
  /** After an import they are written at once. */
  readonly isWanted: boolean
  /** Pages changed by hand that are written all the same; all others are kept. */
  readonly replaced: readonly PageId[]
  /** What became of each page, here and now; what was written can be taken back. */
  readonly written: readonly WrittenPage[]
}

export interface WrittenPage extends ClaytonOutcome {
  readonly planned: PlannedClayton | undefined
}

export const firstClaytons: ClaytonsState = { stage: { kind: 'idle' }, isWanted: true, replaced: [], written: [] }

/** What a press on *Update* would write. */
export function toBeWritten(pages: readonly PlannedClayton[], replaced: readonly PageId[]): readonly PlannedClayton[] {
  return pages.filter(
    ({ state, pageId }) =>
      state === 'create' || state === 'write' || (state === 'edited' && pageId !== null && replaced.includes(pageId)),
  )
}

/** A second run of a page tells how it is now, and leaves the way back of the first where it wrote nothing. */
export function addWritten(before: readonly WrittenPage[], now: readonly WrittenPage[]): readonly WrittenPage[] {
  const isOf = (title: string) => (page: WrittenPage) => page.title === title
  const merged = now.map(page => ({ ...page, undo: page.undo ?? before.find(isOf(page.title))?.undo ?? null }))
  return [...merged, ...before.filter(({ title }) => !now.some(isOf(title)))]
}

/** Something is under way that is not to be disturbed. */
export function isAtWork({ stage }: ClaytonsState): boolean {
  return stage.kind === 'reading' || stage.kind === 'writing'
}
