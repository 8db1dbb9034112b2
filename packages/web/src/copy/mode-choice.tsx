import { ScreenReaderContent } from '@instructure/ui-a11y-content'
import { IconCheckLine } from '@instructure/ui-icons'
import { RadioInput, RadioInputGroup } from '@instructure/ui-radio-input'
import type { CopyMode } from '@recourse/core/library'
import { copyWords } from '../words/copy-words.ts'

const modes = ['share', 'duplicate'] as const

interface ModeChoiceProps {
  readonly mode: CopyMode
  readonly onChoose: (mode: CopyMode) => void
}

/** Each way of copying with its meaning in the same control, and what follows from the one that is chosen. */
export function ModeChoice({ mode, onChoose }: ModeChoiceProps) {
  return (
    <div className="copy-mode">
      <RadioInputGroup
        name="mode"
        value={mode}
        onChange={(_, value) => onChoose(value === 'share' ? 'share' : 'duplicate')}
        description={<ScreenReaderContent>{copyWords.how}</ScreenReaderContent>}
      >
        {modes.map(each => (
          <RadioInput
            key={each}
            value={each}
            label={
              <span>
                <b>{copyWords.modes[each].name}</b> {copyWords.modes[each].meaning}
              </span>
            }
          />
        ))}
      </RadioInputGroup>
      <ul className="copy-follows" aria-live="polite">
        {copyWords.modes[mode].follows.map(line => (
          <li key={line}>
            <IconCheckLine aria-hidden="true" />
            <span>{line}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
