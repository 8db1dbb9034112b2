import { ScreenReaderContent } from '@instructure/ui-a11y-content'
import { IconButton } from '@instructure/ui-buttons'
import { IconSearchLine, IconTroubleLine } from '@instructure/ui-icons'
import { TextInput } from '@instructure/ui-text-input'
import { useEffect, useState } from 'react'
import { listWords } from '../words/list-words.ts'
import './lists.css'

const SETTLES_MS = 250

interface SearchFieldProps {
  readonly label: string
  readonly asked: string
  readonly onSearch: (text: string) => void
}

/** Searches when the typing pauses; a space at the end stays, for a word may follow. */
export function SearchField({ label, asked, onSearch }: SearchFieldProps) {
  const [text, setText] = useState(asked)
  const [known, setKnown] = useState(asked)
  if (asked !== known) {
    setKnown(asked)
    if (text.trim() !== asked) setText(asked)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock begins anew with each letter, not with each drawing.
  useEffect(() => {
    if (text.trim() === asked) return
    const clock = setTimeout(() => onSearch(text.trim()), SETTLES_MS)
    return () => clearTimeout(clock)
  }, [text])
  return (
    <div className="list-search">
      <TextInput
        type="search"
        renderLabel={<ScreenReaderContent>{label}</ScreenReaderContent>}
        placeholder={label}
        value={text}
        onChange={(_, value) => setText(value)}
        renderBeforeInput={<IconSearchLine inline={false} />}
        renderAfterInput={text === '' ? null : <ClearButton onClear={() => setText('')} />}
        shouldNotWrap
      />
    </div>
  )
}

function ClearButton({ onClear }: { readonly onClear: () => void }) {
  return (
    <IconButton
      type="button"
      size="small"
      withBackground={false}
      withBorder={false}
      screenReaderLabel={listWords.clearSearch}
      onClick={onClear}
    >
      <IconTroubleLine />
    </IconButton>
  )
}
