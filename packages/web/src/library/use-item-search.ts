import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ItemSearch, toItemSearch } from './item-search.ts'

/** Resource Library and Glossary are the same list of other things. */
export type Shelf = 'library' | 'glossary'

/** What the address asks for, and another address for another wish; any but another page begins at the first. */
export function useItemSearch(shelf: Shelf) {
  const wish = toItemSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const change = (next: { readonly [K in keyof ItemSearch]?: ItemSearch[K] | undefined }, replace = false) => {
    const search = toItemSearch({ ...wish, page: undefined, ...next })
    void navigate({ to: shelf === 'library' ? '/library' : '/glossary', search, replace, resetScroll: 'page' in next })
  }
  return { wish, change }
}
