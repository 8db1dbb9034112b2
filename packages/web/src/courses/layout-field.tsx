import { SimpleSelect } from '@instructure/ui-simple-select'
import { copyWords } from '../words/copy-words.ts'

const layouts = Object.entries(copyWords.layouts)

interface LayoutFieldProps {
  readonly layout: string
  readonly onChange: (layout: string) => void
}

/** How the player shows a course; one that this version does not know is kept. */
export function LayoutField({ layout, onChange }: LayoutFieldProps) {
  const isKnown = layouts.some(([name]) => name === layout)
  const options = isKnown ? layouts : [...layouts, [layout, copyWords.layoutOther(layout)] as const]
  return (
    <SimpleSelect
      renderLabel={copyWords.layout}
      value={layout}
      onChange={(_, { value }) => typeof value === 'string' && onChange(value)}
    >
      {options.map(([name, label]) => (
        <SimpleSelect.Option key={name} id={`layout-${name}`} value={name}>
          {label}
        </SimpleSelect.Option>
      ))}
    </SimpleSelect>
  )
}
