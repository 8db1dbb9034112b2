import { getRouteApi } from '@tanstack/react-router'
import type { CourseSearch } from './course-search.ts'

const route = getRouteApi('/frame/courses')

/** What the address asks for, and another address for another wish; any but another page begins at the first. */
export function useCourseSearch() {
  const wish = route.useSearch()
  const navigate = route.useNavigate()
  const change = (next: { readonly [K in keyof CourseSearch]?: CourseSearch[K] | undefined }, replace = false) => {
    const merged = { ...wish, page: undefined, ...next }
    const search = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined))
    void navigate({ search, replace, resetScroll: 'page' in next })
  }
  return { wish, change }
}
