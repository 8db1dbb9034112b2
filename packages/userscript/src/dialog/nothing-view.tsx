import type { ParkedOutcome } from '@recourse/canvas'
import type { NothingPlan } from '@recourse/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from './buttons.tsx'
import { ClaytonsSection } from './claytons-section.tsx'
import { ErrorNotice } from './error-notice.tsx'
import { FailedCopyNotice } from './failed-copy-notice.tsx'
import { Footer } from './footer.tsx'
import { Notice } from './notice.tsx'
import { type ParkedChoice, ParkedList } from './parked-list.tsx'
import { RestoreResult } from './restore-result.tsx'
import { Section } from './section.tsx'
import { useStore, useTask, useUi } from './ui.ts'
import type { GoTo } from './view.ts'

interface NothingProps {
  readonly plan: NothingPlan
  readonly onClose: () => void
  readonly goTo: GoTo
}

/** Imported already: what students see, and what is kept for later. */
export function NothingView({ plan, onClose, goTo }: NothingProps): JSX.Element {
  const { texts, session } = useUi()
  const { facts } = useStore(session.state)
  const { students } = plan
  return (
    <>
      <div class="dialog-body">
        <FailedCopyNotice failedCopy={plan.failedCopy} />
        <Notice tone="good">
          <p class="verdict">{texts.nothing[plan.why]}</p>
        </Notice>
        {students !== null && (
          <Section title={texts.students.heading}>
            <p>{texts.students.sees(students.collections, students.modulesSeen, students.modules)}</p>
          </Section>
        )}
        {facts?.rights.editPages && hasStaticPages(plan) && <ClaytonsSection canUndo />}
        <Parked plan={plan} />
      </div>
      <Footer
        aside={
          <Button kind="link" onClick={() => goTo('history')}>
            {texts.bar.history}
          </Button>
        }
      >
        <Button onClick={onClose}>{texts.close}</Button>
      </Footer>
    </>
  )
}

function hasStaticPages({ why, page }: NothingPlan): boolean {
  const reading = why === 'already-here' ? page?.reading : undefined
  return reading?.ok === true && reading.page.configuration.collections.some(({ outputPage }) => outputPage !== '')
}

function Parked({ plan }: { readonly plan: NothingPlan }): JSX.Element | null {
  const { texts, session } = useUi()
  const { facts } = useStore(session.state)
  const [choices, setChoices] = useState<ParkedChoice>({})
  const [task, run] = useTask<ParkedOutcome>()
  if (plan.parked.length === 0 || facts === null) return null
  const save = async (): Promise<ParkedOutcome> => {
    const outcome = await session.settle(choices)
    if (outcome.ok) {
      setChoices({})
      await session.read()
    }
    return outcome
  }
  return (
    <Section title={texts.parked.heading}>
      <p>{texts.parked.intro}</p>
      <ParkedList
        rows={plan.parked}
        modules={facts.modules}
        choices={choices}
        canChoose={facts.rights.editPages}
        onChange={setChoices}
      />
      {task.kind === 'failed' && <ErrorNotice error={task.error} />}
      {task.kind === 'done' && !task.value.ok && <RestoreResult outcome={task.value} />}
      {facts.rights.editPages && (
        <Button isDisabled={Object.keys(choices).length === 0 || task.kind === 'running'} onClick={() => run(save)}>
          {texts.parked.save}
        </Button>
      )}
    </Section>
  )
}
