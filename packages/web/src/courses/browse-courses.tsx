import { lazy, Suspense, useState } from 'react'
import { Screen } from '../frame/screen.tsx'
import { courseWords } from '../words/course-words.ts'
import { type Beginning, BeginningButtons } from './beginning-buttons.tsx'
import './browse-courses.css'
import { CourseFilters } from './course-filters.tsx'
import { CourseList } from './course-list.tsx'
import { useCourseSearch } from './use-course-search.ts'

const NewCourseDialog = lazy(async () => ({ default: (await import('./new-course-dialog.tsx')).NewCourseDialog }))
const ImportCourseDialog = lazy(async () => ({
  default: (await import('../transfer/import-course-dialog.tsx')).ImportCourseDialog,
}))

/** Every course that one may open: found, sorted, copied. */
export function BrowseCourses() {
  const [beginning, setBeginning] = useState<Beginning>()
  const { wish } = useCourseSearch()
  const close = () => setBeginning(undefined)
  return (
    <Screen
      title={wish.trash ? courseWords.trashTitle : courseWords.title}
      actions={<BeginningButtons onBegin={setBeginning} />}
    >
      <CourseFilters />
      <CourseList onBegin={setBeginning} />
      <Suspense>
        {beginning === 'new' && <NewCourseDialog onClose={close} />}
        {beginning === 'import' && <ImportCourseDialog onClose={close} />}
      </Suspense>
    </Screen>
  )
}
