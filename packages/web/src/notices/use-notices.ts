import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { read } from '../api/read.ts'

export const noticesQuery = queryOptions({
  queryKey: ['notices'],
  queryFn: async () => (await read(api.notices.$get())).rows,
  refetchInterval: 120_000,
})

/** How many changes of others one has not read; 0 while it is not known. */
export function useUnreadCount(): number {
  return useQuery(noticesQuery).data?.length ?? 0
}
