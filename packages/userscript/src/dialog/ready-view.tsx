import type { ReadyPlan } from '@recourse/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { blockers, verdictWords } from '../import/plan-words.ts'
import { Button, Choice } from './buttons.tsx'
import { Footer } from './footer.tsx'
import { ImagesTab } from './images-tab.tsx'
import { ModulesTab } from './modules-tab.tsx'
import { SummaryTab, type TabId } from './summary-tab.tsx'
import { type Tab, Tabs } from './tabs.tsx'
import { useUi } from './ui.ts'
import type { GoTo } from './view.ts'

interface ReadyProps {
  readonly plan: ReadyPlan
  readonly onCancel: () => void
  readonly goTo: GoTo
}

/** The decision: three tabs, and what can be done. */
export function ReadyView({ plan, onCancel, goTo }: ReadyProps): JSX.Element {
  const { texts } = useUi()
  const [chosen, setChosen] = useState<TabId>('summary')
  return (
    <>
      <SpokenVerdict text={verdictWords(plan, texts).text} />
      <Tabs label={texts.tabs.label} tabs={toTabs(plan, texts)} chosen={chosen} onChoose={setChosen}>
        {chosen === 'summary' && (
          <>
            <SummaryTab plan={plan} onShow={setChosen} />
            <div class="other-ways">
              <OtherWays plan={plan} goTo={goTo} />
            </div>
          </>
        )}
        {chosen === 'modules' && <ModulesTab plan={plan} />}
        {chosen === 'images' && <ImagesTab plan={plan} />}
      </Tabs>
      {plan.mayEdit || isBlueprintLocked(plan) ? (
        <Choices plan={plan} onCancel={onCancel} goTo={goTo} />
      ) : (
        <ReadOnlyFooter onCancel={onCancel} />
      )}
    </>
  )
}

/** What a choice made of the verdict, for those who hear; the first is read with the summary. */
function SpokenVerdict({ text }: { readonly text: string }): JSX.Element {
  const [first] = useState(text)
  return (
    <p class="spoken" role="status">
      {text === first ? '' : text}
    </p>
  )
}

function toTabs(plan: ReadyPlan, texts: ReturnType<typeof useUi>['texts']): readonly Tab<TabId>[] {
  const open = plan.choices.action === 'proceed'
  const modules = plan.importedUnmatched.filter(({ why }) => why !== 'gone-in-source').length
  const images = plan.images.filter(
    ({ verdict, act }) => needsLook.has(verdict) && act !== 'copy' && act !== 'drop',
  ).length
  const tab = (id: TabId, number: number): Tab<TabId> => {
    const shown = open ? number : 0
    return { id, label: texts.tabs[id], open: shown, openLabel: texts.toLookAt(shown) }
  }
  return [tab('summary', 0), tab('modules', modules), tab('images', images)]
}

const needsLook: ReadonlySet<string> = new Set(['missing', 'unknown', 'elsewhere', 'hidden'])

/** Writing is in nobody's power here; the person may well be a teacher. */
function isBlueprintLocked({ reasons }: ReadyPlan): boolean {
  return reasons.some(({ code }) => code === 'blueprint-locked')
}

/** Away from the main choice: beside it on a wide screen, at the end of the summary on a narrow one. */
function OtherWays({ plan, goTo }: Omit<ReadyProps, 'onCancel'>): JSX.Element {
  const { texts } = useUi()
  return (
    <>
      {plan.mayEdit && <Choice words={texts.refresh} onClick={() => goTo('refresh')} />}
      <Button kind="link" onClick={() => goTo('history')}>
        {texts.history.open}
      </Button>
    </>
  )
}

function Choices({ plan, onCancel, goTo }: ReadyProps): JSX.Element {
  const { texts, session } = useUi()
  const isBlocked = blockers(plan).length > 0 || !plan.mayProceed
  const act = plan.choices.action === 'keep-own' ? texts.keepOwn : plan.merge === null ? texts.proceed : texts.joinBoth
  return (
    <Footer aside={<OtherWays plan={plan} goTo={goTo} />}>
      <Choice words={texts.cancel} onClick={onCancel} />
      <Choice words={act} kind="primary" isDisabled={isBlocked} onClick={() => void session.proceed()} />
    </Footer>
  )
}

function ReadOnlyFooter({ onCancel }: { readonly onCancel: () => void }): JSX.Element {
  const { texts, courseUrl } = useUi()
  return (
    <Footer
      aside={
        <span>
          {texts.verdict.readOnly} <a href={`${courseUrl}/users`}>{texts.askTeacher}</a>
        </span>
      }
    >
      <Button onClick={onCancel}>{texts.close}</Button>
    </Footer>
  )
}
