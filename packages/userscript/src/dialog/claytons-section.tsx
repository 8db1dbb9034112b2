import type { ClaytonsPlan, PlannedClayton, ReadyPlan } from '@recourse/core'
import type { JSX } from 'preact'
import { claytonsLines, plannedWords } from '../import/claytons-lines.ts'
import { type ClaytonsState, toBeWritten } from '../import/claytons-state.ts'
import type { Texts } from '../texts/en.ts'
import { Button } from './buttons.tsx'
import { OutLink } from './course-link.tsx'
import { ErrorNotice } from './error-notice.tsx'
import { Section } from './section.tsx'
import { useStore, useUi } from './ui.ts'

/** The static pages: a look at what would be written, the writing, and what became of each. */
export function ClaytonsSection({ canUndo = false }: { readonly canUndo?: boolean }): JSX.Element {
  const { texts, session } = useUi()
  const state = useStore(session.claytons.state)
  return (
    <Section title={texts.static.heading} meaning={texts.static.intro}>
      <ClaytonsStage state={state} canUndo={canUndo} />
    </Section>
  )
}

interface StageProps {
  readonly state: ClaytonsState
  readonly canUndo?: boolean
  /** Before an import, which writes them itself. */
  readonly plan?: ReadyPlan
}

export function ClaytonsStage({ state, canUndo = false, plan }: StageProps): JSX.Element {
  const { texts, session } = useUi()
  const { claytons } = session
  const { stage } = state
  const onLook = (): void => void (plan === undefined ? claytons.look() : session.lookAhead(plan))
  const look = <Button onClick={onLook}>{texts.static.look}</Button>
  switch (stage.kind) {
    case 'idle':
      return look
    case 'reading':
      return <p role="status">{texts.static.reading}</p>
    case 'planned':
      return stage.plan.kind === 'ready' ? (
        <Planned pages={stage.plan.pages} replaced={state.replaced} isAhead={plan !== undefined} />
      ) : (
        <p>{hindrance(stage.plan, texts)}</p>
      )
    case 'writing': {
      const { title, done, total } = stage.progress
      const text = stage.isStopping ? texts.static.stopping : texts.static.writing(title, done + 1, total)
      return (
        <>
          <progress value={done} max={total} aria-label={texts.static.heading} />
          <p role="status">{text}</p>
          <Button onClick={claytons.cancel}>{texts.static.stop}</Button>
        </>
      )
    }
    case 'done':
    case 'undone': {
      const isWritten = state.written.some(({ undo }) => undo !== null)
      return (
        <>
          <div role="status">
            <ul class="plain-list">
              {claytonsLines(state, texts).map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
          <p class="button-row">
            {look}
            {canUndo && isWritten && <Button onClick={() => void claytons.undo()}>{texts.done.undo}</Button>}
          </p>
        </>
      )
    }
    case 'failed':
      return (
        <>
          <ErrorNotice error={stage.error} />
          {look}
        </>
      )
    default:
      return stage satisfies never
  }
}

function hindrance(plan: Exclude<ClaytonsPlan, { readonly kind: 'ready' }>, texts: Texts): string {
  if (plan.kind === 'busy') return texts.copying.text(null)
  if (plan.kind === 'nothing') return texts.static.none
  if (plan.why === 'may-not-edit') return texts.refused.denied
  return plan.why === 'unreadable' ? texts.broken.heading : texts.bar.stuck
}

interface PlannedProps {
  readonly pages: readonly PlannedClayton[]
  readonly replaced: ClaytonsState['replaced']
  readonly isAhead: boolean
}

function Planned({ pages, replaced, isAhead }: PlannedProps): JSX.Element {
  const { texts, session, courseUrl } = useUi()
  const { claytons } = session
  const number = toBeWritten(pages, replaced).length
  return (
    <>
      <ul class="rows">
        {pages.map(page => {
          const { title, slug, state, pageId } = page
          return (
            <li key={title} class="row">
              <span class="name">
                <OutLink url={slug === null ? null : `${courseUrl}/pages/${encodeURIComponent(slug)}`}>{title}</OutLink>
              </span>
              <span class="quiet">{plannedWords(page, texts)}</span>
              {state === 'edited' && pageId !== null && (
                <label class="check">
                  <input
                    type="checkbox"
                    checked={replaced.includes(pageId)}
                    onChange={event => claytons.replace(pageId, event.currentTarget.checked)}
                  />
                  <span>{texts.static.replace(title)}</span>
                </label>
              )}
            </li>
          )
        })}
      </ul>
      {isAhead ? null : number > 0 ? (
        <Button onClick={() => void claytons.update()}>{texts.static.write(number)}</Button>
      ) : (
        pages.every(({ state }) => state === 'unchanged') && <p role="status">{texts.static.current}</p>
      )}
    </>
  )
}
