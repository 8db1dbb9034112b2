import { createHmac } from 'node:crypto'
import { defaultTreeAdapter } from 'parse5'
import { serializeHtml } from './serialize.ts'
import { attributeOf, type Element, setAttribute } from './tree.ts'

/**
 * Marks an `<object>` or `<embed>` for Canvas's own page, which shows it in a frame of another origin (canvas-lms lib/user_content.rb). The
 * signature is a secret of the installation: here it only has its form.
 */
export function markUserContent(element: Element): void {
  if (element.tagName !== 'object' && element.tagName !== 'embed') return
  const snippet = Buffer.from(outerHtml(element)).toString('base64')
  const style = styleOf(element)
  const sizeOf = (side: string) => cssSize(attributeOf(element, side)) ?? cssSize(style.get(side))
  setAttribute(element, 'class', `instructure_user_content ${attributeOf(element, 'class') ?? ''}`)
  setAttribute(element, 'data-uc_width', sizeOf('width') ?? '400px')
  setAttribute(element, 'data-uc_height', sizeOf('height') ?? '300px')
  setAttribute(element, 'data-uc_snippet', snippet)
  setAttribute(element, 'data-uc_sig', createHmac('sha1', 'sandbox').update(snippet).digest('hex'))
}

function outerHtml(element: Element): string {
  const fragment = defaultTreeAdapter.createDocumentFragment()
  fragment.childNodes.push(element)
  return serializeHtml(fragment)
}

function styleOf(element: Element): ReadonlyMap<string, string> {
  const declarations = (attributeOf(element, 'style') ?? '').split(';').map(part => part.split(':'))
  return new Map(declarations.map(([name = '', value = '']) => [name.trim(), value.trim()]))
}

/** Percentages and pixels as they are, bare numbers in pixels and ten more, anything else by its number; nothing for no number or 0. */
function cssSize(value: string | undefined): string | undefined {
  const number = Number.parseFloat(value ?? '')
  if (value === undefined || !Number.isFinite(number) || number === 0) return undefined
  if (value === `${number}%` || value === `${number}px`) return value
  return value === String(number) ? `${number + 10}px` : String(number)
}
