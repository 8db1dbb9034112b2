import { useInfiniteQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { type Body, read } from '../api/read.ts'

type HistoryPage = Body<Awaited<ReturnType<(typeof api.courses)[':courseId']['history']['$get']>>>

/** One thing that was done. */
export type HistoryEntry = HistoryPage['rows'][number]

const PAGE = 50

/** What was done, last first, so many at once: the journal of years is as quick as that of a day. */
export function useHistory(courseId: string, byOthers: boolean) {
  return useInfiniteQuery({
    queryKey: ['course', courseId, 'history', byOthers],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: String(PAGE),
        ...(byOthers && { byOthers: 'true' as const }),
        ...(pageParam !== null && { before: String(pageParam) }),
      }
      return read(api.courses[':courseId'].history.$get({ param: { courseId }, query }, { init: { signal } }))
    },
    initialPageParam: null as number | null,
    getNextPageParam: ({ rows }) => (rows.length < PAGE ? undefined : rows.at(-1)?.sequence),
  })
}
