import { hideStyles } from '../html/hide-styles.ts'

const lineBreak = /<br\s*\/?>|<\/p>\s*<p>/gi

/** A definition that a person typed, as markup. */
export function toMarkup(text: string): string {
  const escaped = text.trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return escaped.replace(/\r?\n/g, '<br>')
}

/** Whether a definition has more in it than lines of text, which a plain field would lose. */
export function isFormatted(markup: string): boolean {
  return /<(?!\/?p>|br\s*\/?>)[a-z/]/i.test(markup)
}

/** A definition as lines of text: for reading, and for editing one that is not formatted. */
export function toText(markup: string): string {
  const lines = markup.replace(lineBreak, '\n')
  return new DOMParser().parseFromString(hideStyles(lines), 'text/html').body.textContent.trim()
}

/** What a content says under a name, as text; what a server of another version wrote may have another shape. */
export function textOf(content: Readonly<Record<string, unknown>>, name: string): string {
  const value = content[name]
  return typeof value === 'string' ? value : ''
}
