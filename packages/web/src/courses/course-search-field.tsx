import { ScreenReaderContent } from '@instructure/ui-a11y-content'
import { IconButton } from '@instructure/ui-buttons'
import { IconSearchLine, IconTroubleLine } from '@instructure/ui-icons'
import { TextInput } from '@instructure/ui-text-input'
import { useEffect, useState } from 'react'
import { courseWords } from '../words/course-words.ts'
import { useCourseSearch } from './use-course-search.ts'

const SETTLES_MS = 250

/** Searches when the typing pauses; the address follows, without a step in the browser's history per letter. */
export function CourseSearchField() {
  const { wish, change } = useCourseSearch()
  const asked = wish.search ?? ''
  const [text, setText] = useState(asked)
  const [known, setKnown] = useState(asked)
  if (asked !== known) {
    setKnown(asked)
    setText(asked)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock begins anew with each letter, not with each drawing.
  useEffect(() => {
    if (text.trim() === asked) return
    const clock = setTimeout(() => change({ search: text.trim() || undefined }, true), SETTLES_MS)
    return () => clearTimeout(clock)
  }, [text])
  return (
    <div className="course-search">
      <TextInput
        type="search"
        renderLabel={<ScreenReaderContent>{courseWords.search}</ScreenReaderContent>}
        placeholder={courseWords.search}
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
      screenReaderLabel={courseWords.clearSearch}
      onClick={onClear}
    >
      <IconTroubleLine />
    </IconButton>
  )
}
