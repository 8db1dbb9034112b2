import type { HistoryContent, HistoryVersion, PageHistory, RestoreOutcome } from '@recourse/canvas'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Texts } from '../texts/en.ts'
import { Button } from './buttons.tsx'
import { ErrorNotice } from './error-notice.tsx'
import { Footer } from './footer.tsx'
import { Notice } from './notice.tsx'
import { RestoreResult } from './restore-result.tsx'
import { Scroller } from './scroller.tsx'
import { Section } from './section.tsx'
import { useStore, useTask, useUi } from './ui.ts'

interface Restored {
  readonly revisionId: number
  readonly outcome: RestoreOutcome
}

/** Every saved version of the configuration page, and how to get one back. */
export function HistoryView({ onBack }: { readonly onBack: () => void }): JSX.Element {
  const { texts, session } = useUi()
  const [history, read] = useTask<PageHistory | undefined>()
  const [restoring, run] = useTask<Restored>()
  const isDone = restoring.kind === 'done' && restoring.value.outcome.ok
  useEffect(() => read(session.history), [isDone])
  const restore = (revisionId: number, force = false): void =>
    run(async () => ({ revisionId, outcome: await session.restore(revisionId, { force }) }))
  const leave = (): void => {
    if (isDone) void session.read()
    onBack()
  }
  return (
    <>
      <Scroller label={texts.history.heading}>
        {restoring.kind === 'failed' && <ErrorNotice error={restoring.error} />}
        {restoring.kind === 'done' && <Result restored={restoring.value} onForce={id => restore(id, true)} />}
        {history.kind === 'failed' && <ErrorNotice error={history.error} />}
        {history.kind === 'running' && <p role="status">{texts.history.loading}</p>}
        {history.kind === 'done' && (
          <Versions history={history.value} isBusy={restoring.kind === 'running'} onRestore={restore} />
        )}
      </Scroller>
      <Footer>
        <Button onClick={leave}>{texts.back}</Button>
      </Footer>
    </>
  )
}

interface ResultProps {
  readonly restored: Restored
  readonly onForce: (revisionId: number) => void
}

function Result({ restored, onForce }: ResultProps): JSX.Element {
  const { texts } = useUi()
  const { outcome, revisionId } = restored
  if (!outcome.ok) return <RestoreResult outcome={outcome} onForce={() => onForce(revisionId)} />
  return (
    <Notice tone="good" isNews>
      <p>{outcome.previousRevisionId === null ? texts.history.nothingChanged : texts.history.restored}</p>
    </Notice>
  )
}

interface VersionsProps {
  readonly history: PageHistory | undefined
  readonly isBusy: boolean
  readonly onRestore: (revisionId: number) => void
}

function Versions({ history, isBusy, onRestore }: VersionsProps): JSX.Element {
  const { texts, session } = useUi()
  const mayEdit = useStore(session.state).facts?.rights.editPages === true
  if (history === undefined) return <p>{texts.history.none}</p>
  return (
    <Section title={texts.history.heading}>
      <ul class="rows">
        {history.versions.map(version => (
          <li class="row" key={version.revisionId}>
            <VersionFacts version={version} />
            {mayEdit && !version.isLatest && <RestoreButton version={version} isBusy={isBusy} onRestore={onRestore} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function VersionFacts({ version }: { readonly version: HistoryVersion }): JSX.Element {
  const { texts, format } = useUi()
  return (
    <span class="name">
      {version.updatedAt === null ? String(version.revisionId) : format.instant(version.updatedAt)}
      {version.isLatest && ` (${texts.history.latest})`}
      <span class="quiet block">
        {texts.history.by(version.savedBy)}; {contentWords(version.content, texts)}
      </span>
    </span>
  )
}

interface RestoreButtonProps {
  readonly version: HistoryVersion
  readonly isBusy: boolean
  readonly onRestore: (revisionId: number) => void
}

function RestoreButton({ version, isBusy, onRestore }: RestoreButtonProps): JSX.Element {
  const { texts, format } = useUi()
  const when = version.updatedAt === null ? String(version.revisionId) : format.instant(version.updatedAt)
  return (
    <Button isDisabled={isBusy} onClick={() => onRestore(version.revisionId)} label={texts.history.restoreFor(when)}>
      {texts.history.restore}
    </Button>
  )
}

function contentWords(content: HistoryContent, { history, candidates }: Texts): string {
  switch (content.kind) {
    case 'broken':
      return history.broken
    case 'no-configuration':
      return history.noConfiguration
    case 'not-read':
      return history.notRead
    case 'configuration': {
      const { courseId, isOwn, isBlank, isImport, collections, modules } = content
      const whose = isOwn ? history.own : courseId === null ? history.ofNone : history.ofCourse(courseId)
      const what = isBlank ? history.blank : candidates.holds(collections, modules)
      return [what, whose, ...(isImport ? [history.byImport] : [])].join(', ')
    }
    default:
      return content satisfies never
  }
}
