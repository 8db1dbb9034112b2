import type { Failure } from '../render/describe-failure.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'

/** What a person can settle is theirs; what Canvas refuses, or cannot be, is an error. */
export function failureExitCode({ reason }: Failure): ExitCode {
  switch (reason) {
    case 'busy':
      return exitCodes.copying
    case 'no-configuration':
      return exitCodes.nothing
    case 'not-written':
    case 'denied':
    case 'no-such-version':
    case 'not-possible':
      return exitCodes.error
    case 'image-not-copied':
    case 'address-taken':
    case 'locked':
    case 'not-allowed-by-plan':
    case 'too-large':
    case 'refused-as-too-large':
    case 'changed-meanwhile':
    case 'conflict':
    case 'not-ours':
    case 'unreadable':
    case 'not-imported':
      return exitCodes.person
    default:
      return reason satisfies never
  }
}
