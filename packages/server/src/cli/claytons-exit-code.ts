import type { ClaytonsOutcome } from '@recourse/canvas'
import type { ClaytonsPlan } from '@recourse/core'
import { type ExitCode, exitCodes } from './exit-code.ts'

/** Of a look: with `--check` a page that is out of date is somebody's to write. */
export function claytonsPlanExitCode(plan: ClaytonsPlan, { isCheck }: { readonly isCheck: boolean }): ExitCode {
  switch (plan.kind) {
    case 'busy':
      return exitCodes.copying
    case 'nothing':
      return exitCodes.nothing
    case 'stuck':
      return plan.why === 'may-not-edit' || plan.why === 'no-such-collection' ? exitCodes.error : exitCodes.person
    case 'ready': {
      const fine = isCheck ? ['unchanged'] : ['unchanged', 'write', 'create']
      return plan.pages.every(({ state }) => fine.includes(state)) ? exitCodes.done : exitCodes.person
    }
    default:
      return plan satisfies never
  }
}

/** What Canvas refuses is an error before what a person can settle. */
export function claytonsExitCode({ pages, isCancelled }: ClaytonsOutcome): ExitCode {
  const results = new Set(pages.map(({ result }) => result))
  if (isCancelled) return exitCodes.interrupted
  if (results.has('failed') || results.has('denied') || results.has('not-reached')) return exitCodes.error
  return [...results].every(result => result === 'written' || result === 'unchanged')
    ? exitCodes.done
    : exitCodes.person
}
