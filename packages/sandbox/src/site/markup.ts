/** HTML that may be written into a page as it is. Everything else is text and is escaped. */
export interface Markup {
  readonly markup: string
}

/** What may stand between the literals of `html`: nothing is written for `false`, `null` and `undefined`. */
export type Piece = Markup | string | number | false | null | undefined | readonly Piece[]

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, character => ESCAPES[character] ?? character)
}

/** `` html`<p title="${name}">${name}</p>` ``: names, titles and texts can be hostile; only `Markup` goes in unescaped. */
export function html(literals: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  const parts = literals.map((literal, index) => literal + toText(pieces[index]))
  return { markup: parts.join('') }
}

function toText(piece: Piece): string {
  if (piece === undefined || piece === null || piece === false) return ''
  if (typeof piece === 'string') return escapeText(piece)
  if (typeof piece === 'number') return String(piece)
  return 'markup' in piece ? piece.markup : piece.map(toText).join('')
}

/** HTML of known origin: a stored body after the sanitiser, a literal of our own. */
export function trusted(markup: string): Markup {
  return { markup }
}

/**
 * A value as JavaScript inside a `<script>`: as Rails writes it, so that no text in it can end the script or, in old
 * browsers, the line.
 */
export function script(value: unknown): Markup {
  const json = JSON.stringify(value)
  return trusted(
    json.replace(/[<>&\u2028\u2029]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`),
  )
}
