import type { ImportDone, ImportFailure, ProceedProgress } from '@recourse/canvas'
import {
  type CopyingNow,
  type CourseName,
  defaultChoices,
  type ImportChoices,
  type ImportFacts,
  type NothingPlan,
  type ReadyPlan,
  type StuckPlan,
} from '@recourse/core'

/** Where an import stands. Plain data: every state of the dialog can be made by writing one down. */
export type Phase =
  | { readonly kind: 'reading' }
  | { readonly kind: 'copying'; readonly copying: CopyingNow; readonly destination: CourseName }
  | { readonly kind: 'nothing'; readonly plan: NothingPlan }
  | { readonly kind: 'stuck'; readonly plan: StuckPlan }
  | { readonly kind: 'ready'; readonly plan: ReadyPlan }
  | { readonly kind: 'working'; readonly plan: ReadyPlan; readonly progress: ProceedProgress }
  | { readonly kind: 'done'; readonly plan: ReadyPlan; readonly outcome: ImportDone }
  | { readonly kind: 'refused'; readonly plan: ReadyPlan; readonly failure: ImportFailure }
  | { readonly kind: 'failed'; readonly error: unknown; readonly during: 'reading' | 'writing' }

export interface ImportState {
  readonly phase: Phase
  /** `null` until read once. */
  readonly facts: ImportFacts | null
  readonly choices: ImportChoices
}

export const firstState: ImportState = { phase: { kind: 'reading' }, facts: null, choices: defaultChoices }
