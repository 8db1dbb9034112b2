import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { type Body, read } from '../api/read.ts'

/** Who is signed in. */
export type Me = Body<Awaited<ReturnType<typeof api.me.$get>>>

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => read(api.me.$get()),
  staleTime: 60_000,
})

/** Inside the frame there always is somebody: the router has asked. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data
}
