import { IconLinkLine } from '@instructure/ui-icons'
import { Popover } from '@instructure/ui-popover'
import { Text } from '@instructure/ui-text'
import { useEffect, useRef, useState } from 'react'
import { RouteLink } from '../frame/route-link.tsx'
import { outlineWords } from '../words/outline-words.ts'
import { reachWords } from '../words/reach-words.ts'
import { countCourses, type OtherCourses } from './outline-parts.ts'

interface SharedMarkProps {
  readonly name: string
  readonly others: OtherCourses
}

/** The constant mark of what is shared; pressed, it tells with which courses. */
export function SharedMark({ name, others }: SharedMarkProps) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (!isOpen && wasOpen.current) button.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  const count = countCourses(others)
  if (count === 0) return null
  const trigger = (
    <button
      ref={button}
      type="button"
      className="outline-mark outline-mark-shared"
      aria-label={outlineWords.sharedLong(name, count)}
      onClick={isOpen ? undefined : () => setOpen(true)}
    >
      <IconLinkLine size="x-small" /> {outlineWords.shared(count)}
    </button>
  )
  if (!isOpen) return trigger
  return (
    <Popover
      isShowingContent
      on="click"
      screenReaderLabel={outlineWords.sharedTitle}
      shouldContainFocus
      shouldReturnFocus
      shouldCloseOnDocumentClick
      onHideContent={() => setOpen(false)}
      renderTrigger={trigger}
    >
      <OtherCourseList others={others} />
    </Popover>
  )
}

function OtherCourseList({ others }: { readonly others: OtherCourses }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it can be long, and is scrolled with the keyboard too.
    <div className="outline-others stack-tight" tabIndex={0}>
      <Text weight="bold">{outlineWords.sharedTitle}</Text>
      <ul>
        {others.courses.map(({ courseId, title }) => (
          <li key={courseId}>
            <RouteLink to="/courses/$courseId" params={{ courseId }}>
              <span className="name">{title}</span>
            </RouteLink>
          </li>
        ))}
        {others.hidden > 0 && <li>{reachWords.hidden(others.hidden)}</li>}
      </ul>
      <Text size="small" color="secondary">
        {outlineWords.sharedMeaning}
      </Text>
    </div>
  )
}
