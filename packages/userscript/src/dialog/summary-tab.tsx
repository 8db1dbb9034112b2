import type { ReadyPlan } from '@recourse/core'
import type { JSX } from 'preact'
import { blockers, courseTitle, reasonWords, sourceTitle, verdictWords } from '../import/plan-words.ts'
import { canLookAhead, staticPages } from '../import/static-pages.ts'
import { willDo } from '../import/will-do.ts'
import { Button } from './buttons.tsx'
import { ClaytonsStage } from './claytons-section.tsx'
import { OutLink } from './course-link.tsx'
import { DatesSection } from './dates-section.tsx'
import { DetailsSection } from './details-section.tsx'
import { FailedCopyNotice } from './failed-copy-notice.tsx'
import { Icon } from './icon.tsx'
import { MergeSection } from './merge-section.tsx'
import { Notice } from './notice.tsx'
import { ParkedChoices } from './parked-choices.tsx'
import { Section } from './section.tsx'
import { StudentsSection } from './students-section.tsx'
import { useStore, useUi } from './ui.ts'

export type TabId = 'summary' | 'modules' | 'images'

interface SummaryProps {
  readonly plan: ReadyPlan
  readonly onShow: (tab: TabId) => void
}

export function SummaryTab({ plan, onShow }: SummaryProps): JSX.Element {
  const { texts } = useUi()
  const sentence = verdictWords(plan, texts)
  return (
    <>
      <FailedCopyNotice failedCopy={plan.failedCopy} />
      <Notice tone={sentence.tone}>
        <p class="verdict">{sentence.text}</p>
        <ReasonList plan={plan} onShow={onShow} />
      </Notice>
      <Courses plan={plan} />
      <MergeSection plan={plan} />
      <WillDo plan={plan} />
      <StudentsSection plan={plan} />
      {plan.choices.action === 'proceed' && <DatesSection plan={plan} />}
      <StaticPages plan={plan} />
      <ParkedChoices plan={plan} />
      <DetailsSection plan={plan} />
    </>
  )
}

const tabOf: Partial<Readonly<Record<string, TabId>>> = {
  'not-matched': 'modules',
  similar: 'modules',
  'duplicate-names': 'modules',
  'missing-image': 'images',
  'foreign-image': 'images',
}

function ReasonList({ plan, onShow }: SummaryProps): JSX.Element | null {
  const { texts, format, session } = useUi()
  if (plan.reasons.length === 0) return null
  return (
    <ul class="reasons">
      {plan.reasons.map(reason => {
        const tab = tabOf[reason.code]
        return (
          <li key={reason.code}>
            {reasonWords(reason, plan, texts, format)}{' '}
            {tab !== undefined && (
              <Button kind="link" onClick={() => onShow(tab)} label={`${texts.reasons.show}: ${texts.tabs[tab]}`}>
                {texts.reasons.show}
              </Button>
            )}
            {(reason.code === 'locked' || reason.code === 'blueprint-locked') && (
              <Button kind="link" onClick={() => void session.read()}>
                {texts.tryAgain}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Courses({ plan }: { readonly plan: ReadyPlan }): JSX.Element {
  const { texts, origin } = useUi()
  const { source, destination, page } = plan
  const sourceUrl = source.courseId === null ? null : `${origin}/courses/${source.courseId}`
  const between = source.chain.length - 1
  return (
    <div class="courses">
      <div class="course">
        <span class="label">{texts.course.from}</span>
        <span class="value">
          <OutLink url={sourceUrl}>{sourceTitle(source, texts)}</OutLink>
          {between > 0 && <span class="quiet"> ({texts.course.through(between)})</span>}
        </span>
      </div>
      <span class="courses-arrow">
        <Icon name="arrow" />
      </span>
      <div class="course">
        <span class="label">{texts.course.to}</span>
        <span class="value">{courseTitle(destination)}</span>
        <span class="quiet">
          <OutLink url={`${origin}/courses/${destination.courseId}/pages/${encodeURIComponent(page.slug)}`}>
            {texts.course.page}
          </OutLink>
          , {page.published ? texts.course.published : texts.course.unpublished}
          {page.contentFrom !== null && `; ${texts.course.foundOn(page.contentFrom.title)}`}
        </span>
      </div>
    </div>
  )
}

function WillDo({ plan }: { readonly plan: ReadyPlan }): JSX.Element | null {
  const { texts } = useUi()
  if (blockers(plan).length > 0) return null
  const title = plan.choices.action === 'keep-own' ? texts.will.headingKeep : texts.will.heading
  return (
    <Section title={title}>
      <ul class="plain-list" aria-live="polite">
        {willDo(plan, texts).map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p class="quiet">{texts.will.undo}</p>
    </Section>
  )
}

function StaticPages({ plan }: { readonly plan: ReadyPlan }): JSX.Element | null {
  const { texts, session } = useUi()
  const claytons = useStore(session.claytons.state)
  const { isWanted } = claytons
  const titles = staticPages(plan)
  if (titles.length === 0 || plan.choices.action === 'refresh') return null
  return (
    <Section title={texts.static.heading}>
      <p>{texts.static.text(titles.length)}</p>
      {!(isWanted && claytons.stage.kind === 'planned') && (
        <ul class="plain-list">
          {titles.map(title => (
            <li key={title}>{title}</li>
          ))}
        </ul>
      )}
      {plan.mayEdit && (
        <label class="check">
          <input
            type="checkbox"
            checked={isWanted}
            onChange={event => session.claytons.want(event.currentTarget.checked)}
          />
          <span>{texts.static.update(titles.length)}</span>
        </label>
      )}
      {isWanted && plan.mayEdit && (
        <>
          <p class="quiet">{texts.static.edited}</p>
          {canLookAhead(plan) && <ClaytonsStage state={claytons} plan={plan} />}
        </>
      )}
    </Section>
  )
}
