import type { ParkedOutcome, ProceedOutcome, RestoreOutcome } from '@recourse/canvas'
import { importCommand, type Setting, writeCommand } from './describe-next.ts'
import { type Command, type Line, line, type Section } from './sheet.ts'

/** Everything that a write to the page may come to instead of being done. */
export type Failure = Extract<ProceedOutcome | RestoreOutcome | ParkedOutcome, { readonly ok: false }>

/** What happened, in the words of whoever noticed. */
export function failureLine({ reason, text }: Failure, done: string): Line {
  return line(reason === 'conflict' ? `Conflict: ${text}` : `Not ${done}: ${text}`, 'bad')
}

export function nextAfterFailure(failure: Failure, setting: Setting): Section {
  const next = { title: 'What next', count: null, lines: [] }
  switch (failure.reason) {
    case 'conflict':
      return {
        ...next,
        commands: [
          historyCommand(setting),
          restoreCommand('Go back to what was there before both', failure.previousRevisionId, setting),
        ],
      }
    case 'busy':
      return {
        ...next,
        commands: [
          { purpose: 'Wait for Canvas', command: writeCommand('check', [...setting.access, '--wait', '30'], setting) },
        ],
      }
    case 'denied':
      return { ...next, lines: [line('Ask a teacher of this course, or use their token.')] }
    case 'no-such-version':
    case 'unreadable':
    case 'not-ours':
      return { ...next, commands: [historyCommand(setting)] }
    case 'not-possible':
      return {
        ...next,
        commands: [{ purpose: 'Look again', command: writeCommand('parked', setting.access, setting) }],
      }
    case 'image-not-copied':
      return {
        ...next,
        commands: [
          {
            purpose: 'Bring the rest over, links of such images as they are',
            command: importCommand('--proceed', ['--images', 'keep'], setting),
          },
        ],
      }
    case 'address-taken':
    case 'locked':
    case 'not-allowed-by-plan':
    case 'too-large':
    case 'refused-as-too-large':
    case 'changed-meanwhile':
    case 'not-written':
    case 'no-configuration':
    case 'not-imported':
      return { ...next, commands: [{ purpose: 'Look again', command: writeCommand('check', setting.access, setting) }] }
    default:
      return failure satisfies never
  }
}

function historyCommand(setting: Setting): Command {
  return { purpose: 'See what was saved', command: writeCommand('history', setting.access, setting) }
}

export function restoreCommand(purpose: string, revisionId: number, setting: Setting): Command {
  return { purpose, command: writeCommand('restore', [...setting.access, '--revision', String(revisionId)], setting) }
}

/** Back to before what we just wrote, as long as nobody has written since; only an import is known by its looks. */
export function takeBackCommands(
  purpose: string,
  { revisionId, previousRevisionId }: { readonly revisionId: number; readonly previousRevisionId: number | null },
  setting: Setting,
): readonly Command[] {
  if (previousRevisionId === null) return []
  const { command } = restoreCommand(purpose, previousRevisionId, setting)
  return [{ purpose, command: `${command} --undoes ${revisionId}` }]
}
