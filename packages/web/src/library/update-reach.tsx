import { Text } from '@instructure/ui-text'
import { useQuery } from '@tanstack/react-query'
import { CourseNames } from '../history/course-names.tsx'
import { libraryWords } from '../words/library-words.ts'
import type { KnownItem } from './use-items.ts'
import { reachQuery } from './use-uses.ts'

/** Beside the button that updates: in how many pages of which courses that is seen at once. */
export function UpdateReach({ item }: { readonly item: KnownItem }) {
  const { data } = useQuery(reachQuery(item))
  if (item.usedOn === 0) return <Text as="p">{libraryWords.updateNowhere}</Text>
  if (data === undefined) return <Text as="p">{libraryWords.used(item.usedOn, item.usedIn)}</Text>
  const isNowhere = data.courses.length + data.hidden === 0
  return (
    <Text as="p">
      {libraryWords.updateReach} {libraryWords.onPages(item.usedOn)}{' '}
      {isNowhere ? libraryWords.noCourse : <CourseNames courses={data.courses} hidden={data.hidden} />}.
    </Text>
  )
}
