import type { ImportFailure } from '@recourse/canvas'
import type { JSX } from 'preact'
import type { Texts } from '../texts/en.ts'
import type { Format } from '../texts/format.ts'
import { Button } from './buttons.tsx'
import { CopyButton } from './copy-button.tsx'
import { Footer } from './footer.tsx'
import { Notice } from './notice.tsx'
import { useUi } from './ui.ts'
import type { GoTo } from './view.ts'

interface RefusedProps {
  readonly failure: ImportFailure
  readonly onCancel: () => void
  readonly goTo: GoTo
}

/** An import that came to nothing, for a reason that can be named. */
export function RefusedView({ failure, onCancel, goTo }: RefusedProps): JSX.Element {
  const { texts, format, session, describeError } = useUi()
  const isConflict = failure.reason === 'conflict'
  return (
    <>
      <div class="dialog-body">
        <Notice tone={isConflict ? 'bad' : 'caution'} isNews>
          <h3>{isConflict ? texts.refused.conflictHeading : texts.refused.heading}</h3>
          <p>{failureWords(failure, texts, format)}</p>
          <CopyButton label={texts.failed.details} text={() => describeError(`Not written: ${failure.reason}`)} />
        </Notice>
      </div>
      <Footer
        aside={
          <Button kind="link" onClick={() => goTo('history')}>
            {texts.history.open}
          </Button>
        }
      >
        <Choice onCancel={onCancel} />
        <Button kind="primary" onClick={() => void session.read()}>
          {texts.again}
        </Button>
      </Footer>
    </>
  )
}

function Choice({ onCancel }: Pick<RefusedProps, 'onCancel'>): JSX.Element {
  return <Button onClick={onCancel}>{useUi().texts.cancel.name}</Button>
}

function failureWords(failure: ImportFailure, { refused }: Texts, { time }: Format): string {
  switch (failure.reason) {
    case 'locked':
      return refused.locked(failure.lock.userName, time(failure.lock.updatedAt))
    case 'changed-meanwhile':
      return refused[failure.reason](failure.found?.savedBy ?? null)
    case 'conflict':
      return refused.conflict(failure.others[0]?.savedBy ?? null)
    case 'busy':
    case 'denied':
    case 'not-allowed-by-plan':
    case 'too-large':
    case 'not-written':
    case 'image-not-copied':
    case 'address-taken':
      return refused[failure.reason]
    default:
      return failure satisfies never
  }
}
