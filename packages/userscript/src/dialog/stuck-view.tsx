import type { CandidatePage, StuckPlan } from '@recourse/core'
import type { JSX } from 'preact'
import { Button, Choice } from './buttons.tsx'
import { OutLink } from './course-link.tsx'
import { DownloadPage } from './download-page.tsx'
import { FailedCopyNotice } from './failed-copy-notice.tsx'
import { Footer } from './footer.tsx'
import { Notice } from './notice.tsx'
import { Section } from './section.tsx'
import { useStore, useUi } from './ui.ts'
import type { GoTo } from './view.ts'

interface StuckProps {
  readonly plan: StuckPlan
  readonly onCancel: () => void
  readonly goTo: GoTo
}

/** Somebody has to say more before a plan can be drawn. */
export function StuckView({ plan, onCancel, goTo }: StuckProps): JSX.Element {
  const { texts, session } = useUi()
  const mayEdit = useStore(session.state).facts?.rights.editPages === true
  const isChoice = plan.reasons.some(({ code }) => code === 'two-configurations')
  return (
    <>
      <div class="dialog-body">
        <FailedCopyNotice failedCopy={plan.failedCopy} />
        {isChoice ? <Candidates candidates={plan.candidates} /> : <Broken candidates={plan.candidates} />}
      </div>
      <Footer
        aside={
          <>
            {mayEdit && !isChoice && <Choice words={texts.refresh} onClick={() => goTo('refresh')} />}
            <Button kind="link" onClick={() => goTo('history')}>
              {texts.history.open}
            </Button>
          </>
        }
      >
        <Choice words={texts.cancel} onClick={onCancel} />
      </Footer>
    </>
  )
}

interface CandidatesProps {
  readonly candidates: readonly CandidatePage[]
}

function Candidates({ candidates }: CandidatesProps): JSX.Element {
  const { texts, session } = useUi()
  return (
    <Section title={texts.candidates.heading}>
      <p>{texts.candidates.intro}</p>
      <ul class="rows">
        {candidates.map(candidate => (
          <li class="row" key={candidate.pageId}>
            <CandidateFacts candidate={candidate} />
            {candidate.broken === null && candidate.collections > 0 && (
              <Button
                onClick={() => session.choosePage(candidate.pageId)}
                label={`${texts.candidates.choose}: ${candidate.slug}`}
              >
                {texts.candidates.choose}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function CandidateFacts({ candidate }: { readonly candidate: CandidatePage }): JSX.Element {
  const { texts, format, courseUrl } = useUi()
  const { title, slug, courseId, collections, modules, broken, updatedAt } = candidate
  const { candidates } = texts
  const facts = [
    broken === null ? candidates.holds(collections, modules) : candidates.broken,
    ...(courseId === null ? [] : [candidates.ofCourse(courseId)]),
    candidates.savedAt(format.instant(updatedAt)),
  ]
  return (
    <span class="name">
      <OutLink url={`${courseUrl}/pages/${encodeURIComponent(slug)}`}>{title}</OutLink>
      <span class="quiet block">{slug}</span>
      <span class="quiet block">{facts.join(', ')}</span>
    </span>
  )
}

function Broken({ candidates }: CandidatesProps): JSX.Element {
  const { texts } = useUi()
  const broken = candidates.filter(candidate => candidate.broken !== null)
  return (
    <Notice tone="bad">
      <h3>{texts.broken.heading}</h3>
      {broken.map(candidate => (
        <div key={candidate.pageId}>
          <p>
            “{candidate.title}”: {candidate.broken}
          </p>
          <DownloadPage slug={candidate.slug} />
        </div>
      ))}
      <p>{texts.broken.keep}</p>
      <p>{texts.broken.history}</p>
    </Notice>
  )
}
