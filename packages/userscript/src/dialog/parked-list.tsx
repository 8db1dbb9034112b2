import type { CourseModule, ModuleId, ParkedRow } from '@recourse/core'
import { toModuleId } from '@recourse/core'
import type { JSX } from 'preact'
import { useUi } from './ui.ts'

export type ParkedChoice = Readonly<Record<string, ModuleId | null>>

interface ParkedListProps {
  readonly rows: readonly ParkedRow[]
  readonly modules: readonly CourseModule[]
  readonly choices: ParkedChoice
  readonly canChoose: boolean
  readonly onChange: (choices: ParkedChoice) => void
}

const KEEP = 'keep'
const DISCARD = 'discard'

/** Entries kept for later: each can be given to a module, kept, or let go of. */
export function ParkedList({ rows, modules, choices, canChoose, onChange }: ParkedListProps): JSX.Element {
  const { texts, format } = useUi()
  const choose = (key: string, value: string): void => {
    const { [key]: _, ...others } = choices
    if (value === KEEP) onChange(others)
    else onChange({ ...others, [key]: value === DISCARD ? null : toModuleId(value) })
  }
  return (
    <ul class="rows">
      {rows.map(({ parkedKey, parked, offer }) => (
        <li key={parkedKey} class="row">
          <span class="name">
            {parked.entry.name}
            <span class="quiet block">
              {texts.parked.from(format.instant(parked.parkedAt), parked.fromCourseId)},{' '}
              {texts.modules.unmatched[parked.why]}
            </span>
          </span>
          {canChoose && (
            <select
              aria-label={texts.parked.choose(parked.entry.name)}
              value={toValue(choices[parkedKey])}
              onChange={event => choose(parkedKey, event.currentTarget.value)}
            >
              <option value={KEEP}>{texts.parked.keep}</option>
              {offer !== null && <option value={offer.moduleId}>{texts.parked.give(offer.name)}</option>}
              <option value={DISCARD}>{texts.parked.discard}</option>
              <optgroup label={texts.parked.giveTo}>
                {modules
                  .filter(({ id }) => id !== offer?.moduleId)
                  .map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
              </optgroup>
            </select>
          )}
        </li>
      ))}
    </ul>
  )
}

function toValue(choice: ModuleId | null | undefined): string {
  return choice === undefined ? KEEP : (choice ?? DISCARD)
}
