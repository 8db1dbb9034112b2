export const sorts = ['title', 'changed', 'objects', 'authors'] as const
export type CourseSort = (typeof sorts)[number]
export const kinds = ['original', 'share', 'duplicate'] as const
export type CourseKind = (typeof kinds)[number]

/** What the address says about the list: it can be bookmarked, sent, and gone back to. */
export interface CourseSearch {
  readonly search?: string
  readonly sort?: CourseSort
  readonly order?: 'asc' | 'desc'
  readonly kind?: CourseKind
  readonly mine?: true
  readonly trash?: true
  readonly page?: number
}

/** Anything that is not understood is left out. */
export function toCourseSearch(search: Readonly<Record<string, unknown>>): CourseSearch {
  const text = search.search === undefined ? '' : String(search.search)
  const sort = sorts.find(each => each === search.sort)
  const kind = kinds.find(each => each === search.kind)
  const page = Number(search.page)
  return {
    ...(text !== '' && { search: text.slice(0, 255) }),
    ...(sort && { sort }),
    ...((search.order === 'asc' || search.order === 'desc') && { order: search.order }),
    ...(kind && { kind }),
    ...(search.mine === true && { mine: true }),
    ...(search.trash === true && { trash: true }),
    ...(Number.isInteger(page) && page > 1 && page < 100_000 && { page }),
  }
}
