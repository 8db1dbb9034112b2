/** Never from https to http, nor to another scheme. */
export function isSafeHop(from: URL, to: URL): boolean {
  return to.protocol === 'https:' || (to.protocol === 'http:' && from.protocol === 'http:')
}
