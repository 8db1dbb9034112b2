import { Text } from '@instructure/ui-text'
import { courseWords } from '../words/course-words.ts'
import type { CourseRow } from './use-courses.ts'

const SHOWN = 3

/** The first few by name; all of them for whoever points at it. */
export function CourseAuthors({ authors }: { readonly authors: CourseRow['authors'] }) {
  if (authors.length === 0) return <Text color="secondary">{courseWords.nobody}</Text>
  const names = authors.map(({ name }) => name)
  const more = authors.length - SHOWN
  const shown = names.slice(0, SHOWN).join(', ')
  return (
    <span className="name" title={names.join(', ')}>
      {more > 0 ? `${shown} ${courseWords.moreAuthors(more)}` : shown}
    </span>
  )
}
