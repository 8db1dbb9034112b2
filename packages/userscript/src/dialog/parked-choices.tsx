import type { ParkedRow, ReadyPlan } from '@recourse/core'
import { parkedKey } from '@recourse/core'
import type { JSX } from 'preact'
import { ParkedList } from './parked-list.tsx'
import { Section } from './section.tsx'
import { useStore, useUi } from './ui.ts'

/** What earlier imports kept for later and this one can give to a module. */
export function ParkedChoices({ plan }: { readonly plan: ReadyPlan }): JSX.Element | null {
  const { texts, session } = useUi()
  const { facts } = useStore(session.state)
  const rows = earlierRows(plan)
  if (rows.length === 0 || facts === null || plan.choices.action === 'refresh') return null
  const matched = new Set(plan.matched.map(({ moduleId }) => moduleId))
  return (
    <Section title={texts.parked.heading}>
      <p>{texts.parked.intro}</p>
      <ParkedList
        rows={rows}
        modules={facts.modules.filter(({ id }) => !matched.has(id))}
        choices={plan.choices.parked}
        canChoose={plan.mayEdit}
        onChange={parked => session.choose({ parked })}
      />
    </Section>
  )
}

/** Those of before this import; what this one keeps stands among the modules. Chosen ones stay in the list. */
function earlierRows({ parked, before }: ReadyPlan): readonly ParkedRow[] {
  const offers = new Map(parked.map(row => [row.parkedKey, row.offer]))
  return before.parked.map(entry => {
    const key = parkedKey(entry)
    return { parkedKey: key, parked: entry, offer: offers.get(key) ?? null }
  })
}
