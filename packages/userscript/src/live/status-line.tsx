import { audience, findAttention } from '@recourse/core'
import type { JSX } from 'preact'
import { useTask } from '../dialog/ui.ts'
import { askForImportDialog } from '../page-events.ts'
import type { LiveFacts } from './live-facts.ts'
import type { LiveSession } from './live-session.ts'
import type { KnownState } from './live-state.ts'
import { useLiveUi } from './live-ui.ts'
import { Thing } from './thing-to-look-at.tsx'

interface StatusLineProps {
  readonly state: KnownState
  readonly session: LiveSession
  readonly missingImages: ReadonlySet<string>
}

/** For staff, in one line: who sees Collections, and what wants a look. */
export function StatusLine({ state, session, missingImages }: StatusLineProps): JSX.Element {
  const { status } = useLiveUi().texts.live
  const { facts, pages } = state
  const { configuration, modules, page } = facts
  const things = findAttention({ configuration, modules, pages, missingImages, staticPages: [] })
  return (
    <section class="status" aria-label={status.label}>
      <span>{status[audience(configuration, page.isPublished)]}</span>
      {!page.isPublished && <Publish facts={facts} session={session} />}
      {things.length > 0 && (
        <details>
          <summary>{status.open(things.length)}</summary>
          <ul>
            {things.map((thing, at) => (
              <Thing key={String(at)} thing={thing} />
            ))}
          </ul>
        </details>
      )}
      <button type="button" class="quiet-button" onClick={askForImportDialog}>
        {status.history}
      </button>
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
