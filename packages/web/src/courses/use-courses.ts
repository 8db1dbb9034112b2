import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { type Body, read } from '../api/read.ts'
import type { CourseSearch } from './course-search.ts'

type CoursePage = Body<Awaited<ReturnType<typeof api.courses.$get>>>

/** One course as Browse Courses shows it. */
export type CourseRow = CoursePage['rows'][number]

export const pageSize = 25

/** One page of the list, put together by the server: 10,000 courses are as quick as ten. */
export function useCourses(wish: CourseSearch) {
  return useQuery({
    queryKey: ['courses', wish],
    queryFn: ({ signal }) => read(api.courses.$get({ query: toQuery(wish) }, { init: { signal } })),
    placeholderData: keepPreviousData,
  })
}

function toQuery({ page = 1, sort = 'title', order = 'asc', mine, trash, ...rest }: CourseSearch) {
  return {
    ...rest,
    sort,
    order,
    ...(mine && { mine: 'true' as const }),
    ...(trash && { trash: 'true' as const }),
    limit: String(pageSize),
    offset: String((page - 1) * pageSize),
  }
}
