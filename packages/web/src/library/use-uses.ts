import { queryOptions } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { type Body, read } from '../api/read.ts'
import type { Item } from './use-items.ts'

/** Pages that use an item. */
export type ItemUses = Body<Awaited<ReturnType<(typeof api.items)[':kind'][':itemId']['uses']['$get']>>>

export function usesQuery({ kind, itemId }: Pick<Item, 'kind' | 'itemId'>) {
  return queryOptions({
    queryKey: ['items', kind, itemId, 'uses'],
    queryFn: ({ signal }) =>
      read(api.items[':kind'][':itemId'].uses.$get({ param: { kind, itemId } }, { init: { signal } })),
    staleTime: 0,
  })
}

/** Courses that show an item. */
export function reachQuery({ kind, itemId }: Pick<Item, 'kind' | 'itemId'>) {
  return queryOptions({
    queryKey: ['items', kind, itemId, 'reach'],
    queryFn: ({ signal }) =>
      read(api.reach[':kind'][':id'].$get({ param: { kind, id: itemId } }, { init: { signal } })),
    staleTime: 0,
  })
}
