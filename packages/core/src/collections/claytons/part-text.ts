import type { Nodes } from 'hast'
import { toHtml } from '../html/to-html.ts'
import { findCanvasLink, findLeakedToken } from '../references/canvas-url.ts'

/** The attribute that says what was generated; it stays through Canvas's sanitiser and copies (canvas-api §3.2, §4). */
export const fingerprintAttribute = 'data-recourse-claytons'

/** Addresses of a course, and what a copy leaves of them, in texts that Canvas changes along with a link (canvas-api §3.1). */
const addressInText = /(?:https?:\/\/[^\s/]+)?\/courses\/\d+[^\s<]*|\$[A-Z_]+REFERENCE\$[^\s<]*/g

const addresses = new Set(['href', 'src', 'cite', 'data', 'poster'])

/** How much of an address counts: what it leads to, only what kind of thing, or not even that. */
export type AddressDetail = 'with-ids' | 'with-kinds' | 'without-ids'

/**
 * A generated part as text that a course copy does not change: with the ids that its links lead to, to compare with
 * what would be written now; with their kinds, to notice that somebody worked on it; without, as was done for that before.
 */
export function partText(part: Nodes, detail: AddressDetail): string {
  return toHtml(part, (name, value) => {
    if (name === fingerprintAttribute) return ''
    if (name === 'style') return value.replace(/\s+/g, '').replace(/;$/, '')
    return addresses.has(name) ? addressText(value, detail) : value.replace(addressInText, '§')
  }).replace(addressInText, '§')
}

/**
 * Of files only the id: Canvas turns previews into downloads and back. What follows a reference may hold ids too
 * (`module_item_id`, canvas-api §3.1).
 */
function addressText(url: string, detail: AddressDetail): string {
  const token = findLeakedToken(url)
  if (token !== undefined) return detail === 'with-kinds' ? `§${token.kind}` : '§'
  const link = findCanvasLink(url)
  if (link === undefined) return url
  if (detail !== 'with-ids') return detail === 'with-kinds' ? `§${link.kind}` : '§'
  return `§${link.kind} ${link.ref}${link.kind === 'file' ? '' : ` ${link.rest}`}`
}
