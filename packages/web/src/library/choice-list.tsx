import { RadioInput, RadioInputGroup } from '@instructure/ui-radio-input'
import { useId } from 'react'

interface ChoiceListProps {
  readonly label: string
  readonly fault: string | undefined
  readonly options: readonly { readonly id: string; readonly name: string }[]
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}

/** One of a few that were found. */
export function ChoiceList({ label, fault, options, chosen, onChoose }: ChoiceListProps) {
  const group = useId()
  return (
    <div className="scroll-list">
      <RadioInputGroup
        name={group}
        description={label}
        value={chosen ?? ''}
        onChange={(_, value) => onChoose(value)}
        messages={fault === undefined ? [] : [{ type: 'error', text: fault }]}
      >
        {options.map(({ id, name }) => (
          <RadioInput key={id} value={id} label={<span className="name">{name}</span>} />
        ))}
      </RadioInputGroup>
    </div>
  )
}
