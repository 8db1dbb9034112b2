import { queryOptions } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { type Body, read } from '../api/read.ts'

/** A page as one course shows it. */
export type CoursePage = Body<Awaited<ReturnType<(typeof api.courses)[':courseId']['pages'][':pageId']['$get']>>>

export interface PagePlace {
  readonly courseId: string
  readonly pageId: string
}

export function pageQuery({ courseId, pageId }: PagePlace) {
  return queryOptions({
    queryKey: ['course', courseId, 'page', pageId],
    queryFn: ({ signal }) =>
      read(api.courses[':courseId'].pages[':pageId'].$get({ param: { courseId, pageId } }, { init: { signal } })),
  })
}
