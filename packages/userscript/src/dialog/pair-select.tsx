import type { ReadyPlan } from '@recourse/core'
import { type ModuleId, toModuleId } from '@recourse/core'
import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useStore, useUi } from './ui.ts'

interface PairSelectProps {
  readonly moduleKey: string
  readonly oldName: string
  readonly chosen: ModuleId | null
  readonly plan: ReadyPlan
  readonly hasFocus?: boolean
}

const NONE = ''

/** A thousand lists of a thousand modules would be a million options: long ones are filled when somebody comes to them. */
const SHORT = 60

/** Which module an entry is. */
export function PairSelect({ moduleKey, oldName, chosen, plan, hasFocus = false }: PairSelectProps): JSX.Element {
  const { texts, session } = useUi()
  const [isFilled, setFilled] = useState(hasFocus || plan.after.modules.length <= SHORT)
  const select = useRef<HTMLSelectElement>(null)
  useEffect(() => {
    if (hasFocus) select.current?.focus()
  }, [hasFocus])
  const choose = (value: string): void =>
    session.choose({ pairs: { ...plan.choices.pairs, [moduleKey]: value === NONE ? null : toModuleId(value) } })
  return (
    <select
      ref={select}
      aria-label={texts.modules.pairFor(oldName)}
      value={chosen ?? NONE}
      onFocus={() => setFilled(true)}
      onPointerDown={() => setFilled(true)}
      onChange={event => choose(event.currentTarget.value)}
    >
      <option value={NONE}>{texts.modules.noneOfThem}</option>
      {isFilled && <ModuleOptions plan={plan} />}
    </select>
  )
}

/** First those that nothing is known of yet; choosing another takes it away from its match. */
function ModuleOptions({ plan }: { readonly plan: ReadyPlan }): JSX.Element {
  const { texts, session } = useUi()
  const { facts } = useStore(session.state)
  const matched = new Set(plan.matched.map(({ moduleId }) => moduleId))
  const all = facts?.modules ?? []
  const groups = [
    { label: texts.modules.free, modules: all.filter(({ id }) => !matched.has(id)) },
    { label: texts.modules.taken, modules: all.filter(({ id }) => matched.has(id)) },
  ]
  return (
    <>
      {groups.map(
        ({ label, modules }) =>
          modules.length > 0 && (
            <optgroup key={label} label={label}>
              {modules.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          ),
      )}
    </>
  )
}
