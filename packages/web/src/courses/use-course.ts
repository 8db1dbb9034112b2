import { queryOptions } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { type Body, read } from '../api/read.ts'

/** A course with everything it shows. */
export type Course = Body<Awaited<ReturnType<(typeof api.courses)[':courseId']['$get']>>>

/** Everything that is asked of one course has a key that begins with `['course', courseId]`: an act makes all of it old. */
export function courseQuery(courseId: string) {
  return queryOptions({
    queryKey: ['course', courseId],
    queryFn: ({ signal }) => read(api.courses[':courseId'].$get({ param: { courseId } }, { init: { signal } })),
  })
}
