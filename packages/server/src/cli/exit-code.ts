import type { ImportPlan } from '@recourse/core'

/** What the command line answers to a script (design *Headless*); 130 is a shell's word for "interrupted". */
export const exitCodes = { done: 0, error: 1, person: 3, nothing: 4, copying: 5, interrupted: 130 } as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Clean, safe or everything accepted: 0. */
export function planExitCode(plan: ImportPlan): ExitCode {
  switch (plan.kind) {
    case 'busy':
      return exitCodes.copying
    case 'nothing':
      return exitCodes.nothing
    case 'stuck':
      return exitCodes.person
    case 'ready':
      return plan.verdict !== 'person' || plan.reasons.every(({ accepted }) => accepted)
        ? exitCodes.done
        : exitCodes.person
    default:
      return plan satisfies never
  }
}
