import { countCharacter, escapedLength } from '../html/to-html.ts'
import { withoutPersonalParameters } from './page-personal-parameters.ts'
import type { Writing } from './write-rest.ts'

/** Characters that a page may hold and some step of its way through Canvas may not: C1 controls, separators, marks. */
const delicate = /[\u007f-\u009f\u2028\u2029\ufeff\ufdd0-\ufdef\ufffe\uffff]/g

/** Paths that Canvas's exporter, or its reading of a page, looks for in text. */
const canvasPath = /\/(?:courses|users|groups|accounts|files|media_objects|media_attachments)\/[^\s"'<>\\]*/g

/**
 * JSON text for a page: no session parameters, nothing that HTML cannot carry (`JSON.stringify` itself escapes NUL,
 * the other C0 controls and lone surrogates).
 *
 * The slashes of Canvas paths are escaped (`\/courses\/7\/files\/9`): in one of its two modes Canvas's exporter
 * replaces `/courses/<id>/…` by tokens in the whole text of a page, takes a `\` before a quote along, and never turns
 * the tokens back, which breaks the JSON of a copied page (collections-1.3 §3.2 B8; canvas-api §3.2). So it finds no match
 * here; parsing the JSON undoes it. What Canvas is to rewrite stands in real attributes beside the JSON.
 */
export function writeJsonText(value: Writing): string {
  return escapeDelicate(withoutPersonalParameters(JSON.stringify(value))).replace(canvasPath, path =>
    path.replaceAll('/', '\\/'),
  )
}

/** The length of that text once it is escaped as HTML, without writing either: a plan of a thousand modules asks each time. */
export function jsonTextLength(value: Writing): number {
  const text = escapeDelicate(withoutPersonalParameters(JSON.stringify(value)))
  const paths = text.match(canvasPath) ?? []
  return escapedLength(text) + countCharacter(paths.join(''), '/')
}

function escapeDelicate(text: string): string {
  return text.replace(delicate, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
