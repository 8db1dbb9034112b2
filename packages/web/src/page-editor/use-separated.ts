import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { courseQuery } from '../courses/use-course.ts'
import { type CourseObject, listObjects } from '../outline/outline-parts.ts'
import { draftStore } from './draft-store.ts'
import type { PagePlace } from './use-page.ts'

interface Separation {
  readonly personId: string
  readonly place: PagePlace
  /** The Learning Object as it was shared. */
  readonly object: CourseObject | undefined
}

/** Goes on in the page that stands in the place of this one, once its Learning Object is separate here. */
export function useSeparated({ personId, place, object }: Separation) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { courseId, pageId } = place
  return async (objectId: string): Promise<void> => {
    const course = await queries.fetchQuery({ ...courseQuery(courseId), staleTime: 0 })
    const at = object?.pages.findIndex(({ id }) => id === pageId) ?? -1
    const counterpart = listObjects(course).find(({ id }) => id === objectId)?.pages[at]
    if (counterpart === undefined) return
    draftStore.move({ personId, pageId }, { personId, pageId: counterpart.id })
    await navigate({
      to: '/courses/$courseId/pages/$pageId',
      params: { courseId, pageId: counterpart.id },
      replace: true,
      ignoreBlocker: true,
    })
  }
}
