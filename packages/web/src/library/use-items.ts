import type { ItemKind } from '@recourse/core/library'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { type Body, read } from '../api/read.ts'
import type { ItemSearch } from './item-search.ts'
import type { Shelf } from './use-item-search.ts'

type ItemPage = Body<Awaited<ReturnType<typeof api.items.$get>>>

/** Something of the library. */
export type Item = ItemPage['rows'][number]

/** As much of it as an update needs. */
export type KnownItem = Pick<Item, 'kind' | 'itemId' | 'name' | 'revisionId' | 'content' | 'usedOn' | 'usedIn'>

export const pageSize = 25

/** One page of a shelf. */
export function useItems(shelf: Shelf, wish: ItemSearch) {
  return useQuery({
    queryKey: ['items', shelf, wish],
    queryFn: ({ signal }) => read(api.items.$get({ query: toQuery(shelf, wish) }, { init: { signal } })),
    placeholderData: keepPreviousData,
  })
}

function toQuery(shelf: Shelf, { search, kind, trash, page = 1 }: ItemSearch) {
  return {
    kind: toKinds(shelf, kind),
    ...(search !== undefined && { search }),
    ...(trash && { trash: 'true' as const }),
    limit: String(pageSize),
    offset: String((page - 1) * pageSize),
  }
}

function toKinds(shelf: Shelf, kind: ItemSearch['kind']): ItemKind | ItemKind[] {
  if (shelf === 'glossary') return 'term'
  return kind ?? ['media', 'resource']
}
