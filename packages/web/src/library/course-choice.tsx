import { Text } from '@instructure/ui-text'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/api.ts'
import { read } from '../api/read.ts'
import { SearchField } from '../lists/search-field.tsx'
import { libraryWords } from '../words/library-words.ts'
import { ChoiceList } from './choice-list.tsx'

interface CourseChoiceProps {
  readonly chosen: string | undefined
  readonly onChoose: (course: { readonly courseId: string; readonly title: string }) => void
  readonly isTried: boolean
}

const MOST = '20'

/** One of the courses that one may change. */
export function CourseChoice({ chosen, onChoose, isTried }: CourseChoiceProps) {
  const [search, setSearch] = useState('')
  const asked = useQuery({
    queryKey: ['courses', 'choice', search],
    queryFn: () => read(api.courses.$get({ query: { ...(search && { search }), limit: MOST } })),
    placeholderData: keepPreviousData,
  })
  const courses = (asked.data?.rows ?? []).filter(({ mayEdit }) => mayEdit)
  const choose = (id: string) => {
    const course = courses.find(({ courseId }) => courseId === id)
    if (course) onChoose(course)
  }
  return (
    <>
      <SearchField label={libraryWords.courseSearch} asked={search} onSearch={setSearch} />
      {asked.data && courses.length === 0 && <Text as="p">{libraryWords.courseNone}</Text>}
      {courses.length > 0 && (
        <ChoiceList
          label={libraryWords.course}
          fault={isTried && chosen === undefined ? libraryWords.courseMissing : undefined}
          options={courses.map(({ courseId, title }) => ({ id: courseId, name: title }))}
          chosen={chosen}
          onChoose={choose}
        />
      )}
    </>
  )
}
