export const materialKinds = ['media', 'resource'] as const
export type MaterialKind = (typeof materialKinds)[number]

/** What the address says about the list. */
export interface ItemSearch {
  readonly search?: string
  readonly kind?: MaterialKind
  readonly trash?: true
  readonly page?: number
}

/** Anything that is not understood is left out. */
export function toItemSearch(search: Readonly<Record<string, unknown>>): ItemSearch {
  const text = search.search === undefined ? '' : String(search.search)
  const kind = materialKinds.find(each => each === search.kind)
  const page = Number(search.page)
  return {
    ...(text !== '' && { search: text.slice(0, 255) }),
    ...(kind && { kind }),
    ...(search.trash === true && { trash: true }),
    ...(Number.isInteger(page) && page > 1 && page < 10_000 && { page }),
  }
}
