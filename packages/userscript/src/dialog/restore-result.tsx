import type { ParkedOutcome, RestoreOutcome } from '@recourse/canvas'
import type { JSX } from 'preact'
import type { Texts } from '../texts/en.ts'
import type { Format } from '../texts/format.ts'
import { Button } from './buttons.tsx'
import { CopyButton } from './copy-button.tsx'
import { Notice } from './notice.tsx'
import { useUi } from './ui.ts'

type Refused = Extract<RestoreOutcome | ParkedOutcome, { readonly ok: false }>

interface RestoreResultProps {
  readonly outcome: Refused
  /** Where somebody worked on since: do it all the same. */
  readonly onForce?: () => void
}

/** Why an earlier version was not put back, and what doing so would take away. */
export function RestoreResult({ outcome, onForce }: RestoreResultProps): JSX.Element {
  const { texts, format, describeError } = useUi()
  const isOurs = outcome.reason === 'not-ours'
  return (
    <Notice tone={isOurs ? 'caution' : 'bad'} isNews>
      <p>{refusedWords(outcome, texts, format)}</p>
      {outcome.reason === 'not-ours' && (
        <>
          <ul class="plain-list">
            {(outcome.differences ?? []).map(({ what, name, change, fields }) => (
              <li key={`${what} ${name}`}>
                {what === 'settings' ? texts.history.settings : name}: {texts.history.differences[change]}
                {fields.length > 0 && ` (${fields.join(', ')})`}
              </li>
            ))}
          </ul>
          {onForce !== undefined && <Button onClick={onForce}>{texts.history.force}</Button>}
        </>
      )}
      {!isOurs && (
        <CopyButton label={texts.failed.details} text={() => describeError(`Not written: ${outcome.reason}`)} />
      )}
    </Notice>
  )
}

function refusedWords(outcome: Refused, { refused, history }: Texts, { time }: Format): string {
  switch (outcome.reason) {
    case 'not-ours':
      return history.worked(outcome.latest.savedBy)
    case 'locked':
      return refused.locked(outcome.lock.userName, time(outcome.lock.updatedAt))
    case 'changed-meanwhile':
      return refused[outcome.reason](outcome.found?.savedBy ?? null)
    case 'conflict':
      return refused.conflict(outcome.others[0]?.savedBy ?? null)
    case 'not-written':
      return refused[outcome.reason]
    case 'busy':
    case 'denied':
    case 'no-such-version':
    case 'no-configuration':
    case 'unreadable':
    case 'not-imported':
    case 'not-possible':
    case 'refused-as-too-large':
      return history.refused[outcome.reason]
    default:
      return outcome satisfies never
  }
}
