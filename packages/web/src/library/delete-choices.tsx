import { ScreenReaderContent } from '@instructure/ui-a11y-content'
import { RadioInput, RadioInputGroup } from '@instructure/ui-radio-input'
import { libraryWords } from '../words/library-words.ts'

const choices = ['everywhere', 'chosen', 'placeholder'] as const
/** What pages show in the place of something that is deleted. */
export type DeleteChoice = (typeof choices)[number]

interface DeleteChoicesProps {
  readonly choice: DeleteChoice
  readonly onChange: (choice: DeleteChoice) => void
}

export function DeleteChoices({ choice, onChange }: DeleteChoicesProps) {
  return (
    <RadioInputGroup
      name="instead"
      description={<ScreenReaderContent>{libraryWords.replaceBy}</ScreenReaderContent>}
      value={choice}
      onChange={(_, value) => onChange(choices.find(each => each === value) ?? 'everywhere')}
    >
      {choices.map(each => (
        <RadioInput
          key={each}
          value={each}
          label={`${libraryWords.choices[each]}. ${libraryWords.choiceHints[each]}`}
        />
      ))}
    </RadioInputGroup>
  )
}
