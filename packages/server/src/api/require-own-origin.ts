import { createMiddleware } from 'hono/factory'
import { refuse } from './refuse.ts'

/** What changes something comes from a page of this server: no other site can have somebody's browser do it (CSRF). */
export const requireOwnOrigin = createMiddleware(async (c, next) => {
  if (/^(GET|HEAD|OPTIONS)$/.test(c.req.method) || isOwn(c.req.raw)) return next()
  const message =
    'This request did not come from a page of this server. Send it with an Origin header that names the server.'
  return refuse(c, 403, 'forbidden', message)
})

/** Browsers send one of the two or both, and let no page set them: https://developer.mozilla.org/docs/Glossary/Forbidden_request_header. */
function isOwn({ headers, url }: Request): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = headers.get('origin')
  // The host alone: a proxy in front speaks TLS with the browser and not with us.
  return origin !== null && URL.canParse(origin) && new URL(origin).host === new URL(url).host
}
