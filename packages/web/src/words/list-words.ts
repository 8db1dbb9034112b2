/** What every list says: searching it, and its pages. */
export const listWords = {
  clearSearch: 'Clear the search',
  pages: 'Pages of the list',
  toPage: (page: number, isCurrent: boolean) => `${isCurrent ? 'Now on page' : 'Page'} ${page}`,
  previous: 'Previous page',
  next: 'Next page',
} as const
