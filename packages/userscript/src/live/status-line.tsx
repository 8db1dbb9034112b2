import type { Card } from '@recourse/core'
import type { JSX } from 'preact'
import { useTask } from '../dialog/ui.ts'
import type { LiveFacts } from './live-facts.ts'
import type { LiveSession } from './live-session.ts'
import type { KnownState } from './live-state.ts'
import { useLiveUi } from './live-ui.ts'
import { ToLookAt } from './to-look-at.tsx'

interface StatusLineProps {
  readonly state: KnownState
  readonly session: LiveSession
  readonly failedImages: readonly Card[]
}

/** For staff, in one line: who sees Collections, and what wants a look. */
export function StatusLine({ state, session, failedImages }: StatusLineProps): JSX.Element {
  const { status } = useLiveUi().texts.live
  const { facts } = state
  return (
    <section class="status" aria-label={status.label}>
      <span class="status-words">
        {status[facts.configuration.visibility]}
        {facts.page.isPublished && `, ${status.published}`}
      </span>
      {!facts.page.isPublished && <Publish facts={facts} session={session} />}
      <ToLookAt state={state} failedImages={failedImages} />
    </section>
  )
}

function Publish({ facts, session }: { readonly facts: LiveFacts; readonly session: LiveSession }): JSX.Element {
  const { status } = useLiveUi().texts.live
  const [task, run] = useTask<void>()
  return (
    <>
      <span class="status-caution">{status.unpublished}</span>
      {facts.mayEditPages && (
        <button type="button" class="button" onClick={() => run(session.publish)}>
          {task.kind === 'running' ? status.publishing : status.publish}
        </button>
      )}
      <span role="status">{task.kind === 'failed' && status.failed}</span>
    </>
  )
}
