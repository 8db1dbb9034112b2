import { isSafeHop } from './safe-hop.ts'

/**
 * Where a redirect leads; `undefined` for any other answer, and for an unsafe one. A browser never says: a userscript is
 * built without this file.
 */
export function findRedirect(response: Response, from: URL): URL | undefined {
  const location = response.headers.get('location')
  if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return undefined
  const target = URL.canParse(location, from) ? new URL(location, from) : undefined
  return target !== undefined && isSafeHop(from, target) ? target : undefined
}
