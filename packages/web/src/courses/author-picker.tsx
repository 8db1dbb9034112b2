import { Select } from '@instructure/ui-select'
import { useState } from 'react'
import { findPeople } from '../people/find-people.ts'
import type { Person } from '../people/use-people.ts'
import { peopleWords } from '../words/people-words.ts'

const MOST = 20

interface PickerProps {
  readonly people: readonly Person[]
  readonly onPick: (person: Person) => void
}

/** Somebody found by name or e-mail; picked, they are an author. */
export function AuthorPicker({ people, onPick }: PickerProps) {
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [marked, setMarked] = useState<string>()
  const found = findPeople(people, text).slice(0, MOST)
  const pick = (id: string | undefined) => {
    const person = found.find(({ personId }) => personId === id)
    if (!person) return
    onPick(person)
    setText('')
    setOpen(false)
  }
  return (
    <Select
      renderLabel={peopleWords.addAuthor}
      assistiveText={peopleWords.addAuthorHint}
      placeholder={peopleWords.addAuthorHint}
      inputValue={text}
      isShowingOptions={isOpen}
      onInputChange={(_, value) => {
        setText(value)
        setOpen(true)
        setMarked(undefined)
      }}
      onRequestShowOptions={() => setOpen(true)}
      onRequestHideOptions={() => setOpen(false)}
      onRequestHighlightOption={(_, { id, direction }) => setMarked(id ?? findNext(found, marked, direction))}
      onRequestSelectOption={(_, { id }) => pick(id)}
    >
      {found.length === 0 ? (
        <Select.Option id="nobody" isDisabled>
          {peopleWords.addAuthorNone}
        </Select.Option>
      ) : (
        found.map(({ personId, name, email }) => (
          <Select.Option key={personId} id={personId} isHighlighted={personId === marked}>
            {`${name} · ${email}`}
          </Select.Option>
        ))
      )}
    </Select>
  )
}

function findNext(
  found: readonly Person[],
  marked: string | undefined,
  direction: 1 | -1 | undefined,
): string | undefined {
  const at = found.findIndex(({ personId }) => personId === marked)
  return found.at((at + (direction ?? 1) + found.length) % Math.max(found.length, 1))?.personId
}
