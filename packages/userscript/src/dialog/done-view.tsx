import type { ImportDone, RestoreOutcome } from '@recourse/canvas'
import type { ReadyPlan } from '@recourse/core'
import type { JSX } from 'preact'
import { isAtWork } from '../import/claytons-state.ts'
import { mailAddress, type Report, reportText, writeReport } from '../import/report.ts'
import { Button, Choice } from './buttons.tsx'
import { ClaytonsSection } from './claytons-section.tsx'
import { CopyButton } from './copy-button.tsx'
import { ErrorNotice } from './error-notice.tsx'
import { Footer } from './footer.tsx'
import { Notice } from './notice.tsx'
import { RestoreResult } from './restore-result.tsx'
import { saveText } from './save-text.ts'
import { Scroller } from './scroller.tsx'
import { Section } from './section.tsx'
import { useStore, useTask, useUi } from './ui.ts'

interface DoneProps {
  readonly plan: ReadyPlan
  readonly outcome: ImportDone
  readonly onFinish: () => void
}

/** What was done, to keep and to send, and the way back. */
export function DoneView({ plan, outcome, onFinish }: DoneProps): JSX.Element {
  const { texts, format, session, isDrawnByOlder } = useUi()
  const [undo, run] = useTask<RestoreOutcome>()
  const claytons = useStore(session.claytons.state)
  const report = writeReport({ plan, outcome, claytons }, texts, format)
  const { previousRevisionId, revisionId } = outcome
  const isUndone = undo.kind === 'done' && undo.value.ok
  const takeBack = (id: number, force: boolean): void =>
    run(async () => {
      const restored = await session.restore(id, force ? { force } : { undoes: revisionId })
      if (restored.ok) await session.claytons.undo()
      return restored
    })
  return (
    <>
      <Scroller label={texts.done.report}>
        {isUndone ? (
          <Notice tone="good" isNews>
            <p class="verdict">{texts.done.undone}</p>
          </Notice>
        ) : (
          <DoneNotice plan={plan} outcome={outcome} />
        )}
        {undo.kind === 'failed' && <ErrorNotice error={undo.error} />}
        {undo.kind === 'done' && !undo.value.ok && previousRevisionId !== null && (
          <RestoreResult outcome={undo.value} onForce={() => takeBack(previousRevisionId, true)} />
        )}
        {claytons.stage.kind !== 'idle' && <ClaytonsSection />}
        {!isUndone && <ReportView report={report} />}
      </Scroller>
      <Footer
        aside={
          previousRevisionId !== null &&
          !isUndone && (
            <Choice
              words={{ name: texts.done.undo, meaning: texts.done.undoMeaning }}
              isDisabled={undo.kind === 'running' || isAtWork(claytons)}
              onClick={() => takeBack(previousRevisionId, false)}
            />
          )
        }
      >
        <Button kind="primary" onClick={onFinish}>
          {isDrawnByOlder() && !isUndone ? texts.done.finishDraw : texts.done.finish}
        </Button>
      </Footer>
    </>
  )
}

function DoneNotice({ plan, outcome }: Omit<DoneProps, 'onFinish'>): JSX.Element {
  const { texts } = useUi()
  const isNew = outcome.previousRevisionId !== null
  return (
    <Notice tone="good" isNews>
      <p class="verdict">{isNew ? texts.done[plan.choices.action] : texts.done.already}</p>
      {isNew && <p>{texts.done.undoCovers}</p>}
    </Notice>
  )
}

function ReportView({ report }: { readonly report: Report }): JSX.Element {
  const { texts } = useUi()
  const download = (): void => saveText(`${report.subject}.txt`, reportText(report), 'text/plain')
  return (
    <>
      <p class="button-row">
        <CopyButton label={texts.done.copy} text={() => reportText(report)} />
        <Button onClick={download}>{texts.done.download}</Button>
        <a class="button button-plain" href={mailAddress(report)}>
          {texts.done.mail}
        </a>
      </p>
      <ul class="plain-list quiet">
        {report.facts.map(fact => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {report.sections
        .filter(({ title }) => title !== texts.static.heading)
        .map(({ title, lines }) => (
          <Section key={title} title={title}>
            <ul class="plain-list">
              {lines.map((line, at) => (
                <li key={`${at} ${line}`}>{line}</li>
              ))}
            </ul>
          </Section>
        ))}
    </>
  )
}
