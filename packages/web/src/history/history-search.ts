/** What the address says about the history: it can be sent as it is seen. */
export interface HistorySearch {
  readonly others?: true
}

export function toHistorySearch(search: Readonly<Record<string, unknown>>): HistorySearch {
  return search.others === true ? { others: true } : {}
}
