import { Text } from '@instructure/ui-text'
import { useState } from 'react'
import type { Course } from '../courses/use-course.ts'
import { ChoiceList } from '../library/choice-list.tsx'
import { SearchField } from '../lists/search-field.tsx'
import { listObjects, type CoursePage as OutlinePage } from '../outline/outline-parts.ts'
import { toTitle } from '../outline/use-moves.ts'
import { pageWords } from '../words/page-words.ts'

interface CoursePageChoiceProps {
  readonly course: Course
  readonly chosen: string | undefined
  readonly onChoose: (page: OutlinePage) => void
  readonly isTried: boolean
}

const MOST = 50

/** A page of this course, in the order of the course. */
export function CoursePageChoice({ course, chosen, onChoose, isTried }: CoursePageChoiceProps) {
  const [search, setSearch] = useState('')
  const pages = listObjects(course).flatMap(({ content, pages: own }) =>
    own.map(page => ({ page, name: `${toTitle(page)} · ${content.name}` })),
  )
  const wanted = search.toLocaleLowerCase()
  const found = pages.filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
  const choose = (id: string) => {
    const one = pages.find(({ page }) => page.id === id)
    if (one) onChoose(one.page)
  }
  return (
    <>
      <SearchField label={pageWords.searchPages} asked={search} onSearch={setSearch} />
      {found.length === 0 && <Text as="p">{pageWords.noPages}</Text>}
      {found.length > 0 && (
        <ChoiceList
          label={pageWords.choosePage}
          fault={isTried && chosen === undefined ? pageWords.chooseMissing : undefined}
          options={found.slice(0, MOST).map(({ page, name }) => ({ id: page.id, name }))}
          chosen={chosen}
          onChoose={choose}
        />
      )}
    </>
  )
}
