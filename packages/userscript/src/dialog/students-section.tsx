import type { HiddenFromStudents, ModuleId, ReadyPlan } from '@recourse/core'
import type { JSX } from 'preact'
import { hiddenWords } from '../import/report.ts'
import { Button } from './buttons.tsx'
import { Section } from './section.tsx'
import { useUi } from './ui.ts'

interface PlanProps {
  readonly plan: ReadyPlan
}

/** What students will see, and each thing they will not, with its remedy in place (design *What students will see*). */
export function StudentsSection({ plan }: PlanProps): JSX.Element | null {
  const { texts } = useUi()
  if (plan.choices.action === 'refresh') return null
  const { collections, modulesSeen, modules, hidden } = plan.students
  return (
    <Section title={texts.students.heading}>
      <p aria-live="polite">{texts.students.sees(collections, modulesSeen, modules)}</p>
      <WholeRemedies plan={plan} />
      {hidden
        .filter(({ what }) => what === 'course-unpublished')
        .map(({ what }) => (
          <p class="quiet" key={what}>
            {texts.students['course-unpublished']}
          </p>
        ))}
      <Homeless plan={plan} />
    </Section>
  )
}

function WholeRemedies({ plan }: PlanProps): JSX.Element {
  const { texts, session } = useUi()
  const { choices, students } = plan
  const isHidden = (what: HiddenFromStudents['what']): boolean => students.hidden.some(each => each.what === what)
  const why = (what: HiddenFromStudents['what']): string => hiddenWords(what, plan, texts.students).join('')
  return (
    <>
      {(isHidden('page-unpublished') || choices.publish) && (
        <Remedy
          why={isHidden('page-unpublished') ? why('page-unpublished') : ''}
          label={texts.students.publish}
          isOn={choices.publish}
          canChoose={plan.mayEdit}
          onChange={publish => session.choose({ publish })}
        />
      )}
      {(isHidden('visibility') || choices.showToStudents) && (
        <Remedy
          why={isHidden('visibility') ? why('visibility') : ''}
          label={texts.students.show}
          isOn={choices.showToStudents}
          canChoose={plan.mayEdit}
          onChange={showToStudents => session.choose({ showToStudents })}
        />
      )}
    </>
  )
}

interface RemedyProps {
  readonly why: string
  readonly label: string
  readonly isOn: boolean
  readonly canChoose: boolean
  readonly onChange: (isOn: boolean) => void
}

function Remedy({ why, label, isOn, canChoose, onChange }: RemedyProps): JSX.Element {
  return (
    <div class="remedy">
      {why !== '' && <p>{why}</p>}
      {canChoose && (
        <label class="check">
          <input type="checkbox" checked={isOn} onChange={event => onChange(event.currentTarget.checked)} />
          <span>{label}</span>
        </label>
      )}
    </div>
  )
}

interface HomelessRow {
  readonly moduleId: ModuleId
  readonly name: string
  readonly proposal: string | null
  readonly chosen: string
}

/** Those in no collection, and those that were a choice ago: a choice can be taken back where it was made. */
function homelessRows({ students, choices, after }: ReadyPlan): readonly HomelessRow[] {
  const open = students.hidden.flatMap(({ moduleId, name, proposal, what }) =>
    what === 'no-collection' && moduleId !== null ? [{ moduleId, name, proposal, chosen: '' }] : [],
  )
  const settled = after.modules.flatMap(({ id, name }) => {
    const chosen = id === null ? undefined : choices.collections[id]
    return id === null || chosen === undefined ? [] : [{ moduleId: id, name, proposal: null, chosen }]
  })
  const openIds = new Set(open.map(({ moduleId }) => moduleId))
  return [...open, ...settled.filter(({ moduleId }) => !openIds.has(moduleId))]
}

function Homeless({ plan }: PlanProps): JSX.Element | null {
  const { texts, session } = useUi()
  const rows = homelessRows(plan)
  const open = rows.filter(({ chosen }) => chosen === '')
  if (rows.length === 0) return null
  const proposed = open.flatMap(({ moduleId, proposal }) => (proposal === null ? [] : [[moduleId, proposal] as const]))
  const takeProposed = (): void =>
    session.choose({ collections: { ...plan.choices.collections, ...Object.fromEntries(proposed) } })
  return (
    <>
      {open.length > 0 && <p>{texts.students.homeless(open.length)}</p>}
      <ul class="rows">
        {rows.map(row => (
          <li key={row.moduleId} class="row">
            <span class="name">{row.name}</span>
            {plan.mayEdit && <CollectionSelect row={row} plan={plan} />}
          </li>
        ))}
      </ul>
      {plan.mayEdit && proposed.length > 1 && (
        <Button onClick={takeProposed}>{texts.students.allProposed(proposed.length)}</Button>
      )}
    </>
  )
}

function CollectionSelect({ row, plan }: PlanProps & { readonly row: HomelessRow }): JSX.Element {
  const { texts, session } = useUi()
  const choose = (name: string): void => {
    const { [row.moduleId]: _, ...others } = plan.choices.collections
    session.choose({ collections: name === '' ? others : { ...others, [row.moduleId]: name } })
  }
  return (
    <select
      aria-label={texts.students.collectionOf(row.name)}
      value={row.chosen}
      onChange={event => choose(event.currentTarget.value)}
    >
      <option value="">{texts.students.none}</option>
      {plan.after.collections.map(({ name }) => (
        <option key={name} value={name}>
          {name === row.proposal ? texts.students.proposed(name) : name}
        </option>
      ))}
    </select>
  )
}
