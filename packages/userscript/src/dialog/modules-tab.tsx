import type { CurrentUnmatchedRow, ImportedUnmatchedRow, MatchedRow, ReadyPlan } from '@recourse/core'
import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from './buttons.tsx'
import { OutLink } from './course-link.tsx'
import { LongList } from './long-list.tsx'
import { PairSelect } from './pair-select.tsx'
import { Section } from './section.tsx'
import { SuggestionRow } from './suggestion-row.tsx'
import { useUi } from './ui.ts'

interface PlanProps {
  readonly plan: ReadyPlan
}

/** The three groups with the reference's names. What wants a look stands first, and stays there while it is looked at. */
export function ModulesTab({ plan }: PlanProps): JSX.Element {
  const [isUnmatchedFirst] = useState(plan.importedUnmatched.length > 0)
  return (
    <>
      {isUnmatchedFirst && <ImportedUnmatched plan={plan} />}
      <Matched plan={plan} />
      {!isUnmatchedFirst && <ImportedUnmatched plan={plan} />}
      <CurrentUnmatched plan={plan} />
    </>
  )
}

interface GroupProps {
  readonly title: string
  readonly meaning: string
  readonly toDo: string
  readonly number: number
  readonly children: ComponentChildren
}

function Group({ title, meaning, toDo, number, children }: GroupProps): JSX.Element {
  const { texts, format } = useUi()
  return (
    <Section title={title} count={format.number(number)} meaning={meaning}>
      {number === 0 ? (
        <p class="quiet">{texts.modules.none}</p>
      ) : (
        <>
          <p>{toDo}</p>
          {children}
        </>
      )}
    </Section>
  )
}

function ImportedUnmatched({ plan }: PlanProps): JSX.Element {
  const { texts, session } = useUi()
  const { modules } = texts
  const rows = plan.importedUnmatched.toSorted((one, other) => urgency(other) - urgency(one))
  const suggested = rows.filter(({ suggestion }) => suggestion !== null)
  const acceptAll = (): void =>
    session.choose({ acceptSimilar: [...accepted(plan), ...suggested.map(({ key }) => key)] })
  return (
    <Group title={modules.imported} meaning={modules.importedMeaning} toDo={modules.importedDo} number={rows.length}>
      {plan.mayEdit && suggested.length > 1 && (
        <p>
          <Button onClick={acceptAll}>{modules.acceptAll(suggested.length)}</Button>
        </p>
      )}
      <LongList rows={rows}>{row => <ImportedRow key={row.key} row={row} plan={plan} />}</LongList>
    </Group>
  )
}

const urgency = (row: ImportedUnmatchedRow): number =>
  row.suggestion !== null ? 2 : row.why === 'gone-in-source' ? 0 : 1

function accepted({ choices }: ReadyPlan): readonly string[] {
  return typeof choices.acceptSimilar === 'boolean' ? [] : choices.acceptSimilar
}

function ImportedRow({ row, plan }: PlanProps & { readonly row: ImportedUnmatchedRow }): JSX.Element {
  const { texts } = useUi()
  const isUnpaired = plan.choices.pairs[row.key] === null
  return (
    <li class="row row-pair">
      <span class="name">
        <OldName plan={plan} moduleKey={row.key} name={row.oldName} />
        <span class="quiet block">
          {isUnpaired ? texts.modules.byYou : texts.modules.unmatched[row.why]}
          {row.collection !== null && `, ${texts.modules.collection(row.collection)}`}
        </span>
      </span>
      {plan.mayEdit && row.suggestion !== null ? (
        <SuggestionRow row={row} suggestion={row.suggestion} plan={plan} />
      ) : (
        plan.mayEdit && <PairSelect moduleKey={row.key} oldName={row.oldName} chosen={null} plan={plan} />
      )}
    </li>
  )
}

function Matched({ plan }: PlanProps): JSX.Element {
  const { modules } = useUi().texts
  const rows = plan.matched.toSorted((one, other) => doubt(other) - doubt(one))
  return (
    <Group title={modules.matched} meaning={modules.matchedMeaning} toDo={modules.matchedDo} number={rows.length}>
      <LongList rows={rows}>{row => <MatchedItem key={row.key} row={row} plan={plan} />}</LongList>
    </Group>
  )
}

const weak: ReadonlySet<string> = new Set(['similar', 'same-name-in-order', 'same-name-rewritten'])

const doubt = (row: MatchedRow): number =>
  (row.disagrees !== null ? 4 : 0) + (weak.has(row.evidence) ? 2 : 0) + (row.evidence === 'chosen' ? 1 : 0)

function MatchedItem({ row, plan }: PlanProps & { readonly row: MatchedRow }): JSX.Element {
  const { texts, origin } = useUi()
  const [isChanging, setChanging] = useState(false)
  const { evidence } = texts.modules
  const url = `${origin}/courses/${plan.destination.courseId}/modules/${row.moduleId}`
  return (
    <li class="row row-pair">
      <span class="name">
        {row.oldName !== row.name && (
          <>
            <OldName plan={plan} moduleKey={row.key} name={row.oldName} /> <span aria-hidden="true">
              {texts.arrow}
            </span>{' '}
          </>
        )}
        <OutLink url={url}>{row.name}</OutLink>
        <span class="quiet block">
          {evidence[row.evidence]}
          {row.disagrees !== null &&
            `; ${texts.modules.disagrees(evidence[row.disagrees.evidence], row.disagrees.name)}`}
        </span>
      </span>
      {plan.mayEdit && isChanging && (
        <PairSelect moduleKey={row.key} oldName={row.oldName} chosen={row.moduleId} plan={plan} hasFocus />
      )}
      {plan.mayEdit && !isChanging && (
        <span class="row-acts">
          <TakeBack plan={plan} row={row} />
          <Button kind="link" onClick={() => setChanging(true)} label={texts.modules.changeFor(row.oldName)}>
            {texts.modules.change}
          </Button>
        </span>
      )}
    </li>
  )
}

/** What a person said of a row can be unsaid. */
function TakeBack({ plan, row }: PlanProps & { readonly row: MatchedRow }): JSX.Element | null {
  const { texts, session } = useUi()
  const { pairs } = plan.choices
  const isSaid = pairs[row.key] !== undefined || accepted(plan).includes(row.key)
  if (!isSaid) return null
  const takeBack = (): void => {
    const { [row.key]: _, ...others } = pairs
    session.choose({ pairs: others, acceptSimilar: accepted(plan).filter(key => key !== row.key) })
  }
  return (
    <Button kind="link" onClick={takeBack} label={texts.modules.takeBackFor(row.oldName)}>
      {texts.modules.takeBack}
    </Button>
  )
}

function CurrentUnmatched({ plan }: PlanProps): JSX.Element {
  const { modules } = useUi().texts
  const rows = plan.currentUnmatched
  return (
    <Group title={modules.current} meaning={modules.currentMeaning} toDo={modules.currentDo} number={rows.length}>
      <LongList rows={rows}>{row => <CurrentRow key={row.moduleId} row={row} plan={plan} />}</LongList>
    </Group>
  )
}

function CurrentRow({ row, plan }: PlanProps & { readonly row: CurrentUnmatchedRow }): JSX.Element {
  const { texts, origin } = useUi()
  const { collection, noCollection, currentWhy } = texts.modules
  return (
    <li class="row">
      <span class="name">
        <OutLink url={`${origin}/courses/${plan.destination.courseId}/modules/${row.moduleId}`}>{row.name}</OutLink>
        <span class="quiet block">
          {currentWhy[row.why]}, {row.collection === null ? noCollection : collection(row.collection)}
        </span>
      </span>
    </li>
  )
}

interface OldNameProps extends PlanProps {
  readonly moduleKey: string
  readonly name: string
}

/** A link into last term's course, where the page says which one and the key is an id. */
function OldName({ plan, moduleKey, name }: OldNameProps): JSX.Element {
  const { origin } = useUi()
  const { courseId } = plan.source
  const isId = /^(\d+~)?\d+$/.test(moduleKey)
  const url = courseId !== null && isId ? `${origin}/courses/${courseId}/modules/${moduleKey}` : null
  return <OutLink url={url}>{name}</OutLink>
}
