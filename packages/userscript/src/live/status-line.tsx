import { audience, findAttention, type StaticPage } from '@recourse/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { type Task, useTask } from '../dialog/ui.ts'
import { askForImportDialog, askForStaticPages } from '../page-events.ts'
import type { Texts } from '../texts/en.ts'
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
  const { texts } = useLiveUi()
  const { status } = texts.live
  const { facts, pages } = state
  const { configuration, modules, page } = facts
  const [isOpen, setOpen] = useState(false)
  const [task, run] = useTask<readonly StaticPage[]>()
  const staticPages = isOpen && task.kind === 'done' ? task.value : []
  const things = findAttention({ configuration, modules, pages, missingImages, staticPages })
  const hasStatic = facts.mayEditPages && configuration.collections.some(({ outputPage }) => outputPage !== '')
  const toggle = (event: { readonly currentTarget: HTMLDetailsElement }): void => {
    const opens = event.currentTarget.open
    if (opens && !isOpen && hasStatic) run(session.readStaticPages)
    setOpen(opens)
  }
  const update = (): void => {
    setOpen(false)
    askForStaticPages()
  }
  return (
    <section class="status" aria-label={status.label}>
      <span>{status[audience(configuration, page.isPublished)]}</span>
      {!page.isPublished && <Publish facts={facts} session={session} />}
      {(things.length > 0 || hasStatic) && (
        <details open={isOpen} onToggle={toggle}>
          <summary>{things.length > 0 ? status.open(things.length) : status.staticPages}</summary>
          <ul>
            {things.map((thing, at) => (
              <Thing key={String(at)} thing={thing} onUpdate={update} />
            ))}
          </ul>
          {hasStatic && <p role="status">{staticWords(task, texts)}</p>}
        </details>
      )}
      <button type="button" class="quiet-button" onClick={askForImportDialog}>
        {status.history}
      </button>
    </section>
  )
}

function staticWords(task: Task<readonly StaticPage[]>, { live: { status }, static: words }: Texts): string {
  if (task.kind === 'running') return words.reading
  if (task.kind === 'failed') return status.unread
  return task.kind === 'done' && task.value.every(({ isCurrent }) => isCurrent) ? words.current : ''
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
