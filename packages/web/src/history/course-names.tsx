import { RouteLink } from '../frame/route-link.tsx'
import { historyWords } from '../words/history-words.ts'

interface CourseNamesProps {
  readonly courses: readonly { readonly courseId: string; readonly title: string }[]
  /** Courses that one may not open. */
  readonly hidden: number
}

const MOST = 3

/** The first few by name, the others by number: a sentence, not a list. */
export function CourseNames({ courses, hidden }: CourseNamesProps) {
  const named = courses.slice(0, courses.length === MOST + 1 ? MOST + 1 : MOST)
  const rest = courses.length - named.length
  return (
    <>
      {named.map(({ courseId, title }, index) => (
        <span key={courseId}>
          {index > 0 && ', '}
          <RouteLink to="/courses/$courseId" params={{ courseId }} isWithinText>
            <bdi className="name">{title}</bdi>
          </RouteLink>
        </span>
      ))}
      {rest > 0 && historyWords.more(rest)}
      {hidden > 0 && `${courses.length > 0 ? ` ${historyWords.and} ` : ''}${historyWords.hidden(hidden)}`}
    </>
  )
}
