import type { Nodes } from 'hast'
import { toHtml } from '../html/to-html.ts'
import { findCanvasLink, findLeakedToken } from '../references/canvas-url.ts'

/** The attribute that says what was generated; it stays through Canvas's sanitiser and copies (canvas-api §3.2, §4). */
export const fingerprintAttribute = 'data-recourse-claytons'

/** Addresses of a course, and what a copy leaves of them, in texts that Canvas changes along with a link (canvas-api §3.1). */
const addressInText = /(?:https?:\/\/[^\s/]+)?\/courses\/\d+[^\s<]*|\$[A-Z_]+REFERENCE\$[^\s<]*/g

const addresses = new Set(['href', 'src', 'cite', 'data', 'poster'])

/**
 * A generated part as text that a course copy does not change: with the ids that its links lead to, to compare with
 * what would be written now, or without, to notice that somebody worked on it.
 */
export function partText(part: Nodes, ids: 'with-ids' | 'without-ids'): string {
  return toHtml(part, (name, value) => {
    if (name === fingerprintAttribute) return ''
    if (name === 'style') return value.replace(/\s+/g, '').replace(/;$/, '')
    return addresses.has(name) ? addressText(value, ids) : value.replace(addressInText, '§')
  }).replace(addressInText, '§')
}

/** Of files only the id: Canvas turns previews into downloads and back. */
function addressText(url: string, ids: 'with-ids' | 'without-ids'): string {
  if (findLeakedToken(url) !== undefined) return '§'
  const link = findCanvasLink(url)
  if (link === undefined) return url
  if (ids === 'without-ids') return '§'
  return `§${link.kind} ${link.ref}${link.kind === 'file' ? '' : ` ${link.rest}`}`
}
