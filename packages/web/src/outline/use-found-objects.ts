import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { api } from '../api/api.ts'
import { type Body, read } from '../api/read.ts'

type Found = Body<Awaited<ReturnType<typeof api.objects.$get>>>
export type FoundObject = Found['rows'][number]

const MOST = 50

/** Learning Objects of courses that one may open. */
export function useFoundObjects(words: string) {
  const search = useDeferredValue(words.trim())
  return useQuery({
    queryKey: ['objects', search],
    queryFn: ({ signal }) =>
      read(
        api.objects.$get({ query: { ...(search !== '' && { search }), limit: String(MOST) } }, { init: { signal } }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}
