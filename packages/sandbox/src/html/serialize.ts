import { childrenOf, type Element, type Fragment, isElement, type Node } from './tree.ts'

const voidElements = new Set(
  'area base basefont bgsound br col command embed frame hr img input keygen link meta param source track wbr'.split(
    ' ',
  ),
)
const rawTextElements = new Set('style script xmp iframe noembed noframes plaintext noscript'.split(' '))
const newlineEaters = new Set(['pre', 'textarea', 'listing'])

/**
 * HTML text as Nokogiri's HTML5 serialiser writes it (canvas-api §4): text escapes `& < >` and U+00A0 only, attributes `& "` and U+00A0.
 */
export function serializeHtml(root: Fragment | Element): string {
  const parts: string[] = []
  const waiting: (Node | string)[] = childrenOf(root).toReversed()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') parts.push(next)
    else if (isElement(next)) openElement(next, parts, waiting)
    else parts.push(leaf(next))
  }
  return parts.join('')
}

function openElement(element: Element, parts: string[], waiting: (Node | string)[]): void {
  parts.push(`<${element.tagName}${element.attrs.map(attributeText).join('')}>`)
  if (voidElements.has(element.tagName)) return
  if (newlineEaters.has(element.tagName) && startsWithNewline(element)) parts.push('\n')
  waiting.push(`</${element.tagName}>`)
  for (const child of childrenOf(element).toReversed()) waiting.push(child)
}

function attributeText({ prefix, name, value }: Element['attrs'][number]): string {
  const qualified = prefix === undefined || prefix === '' ? name : `${prefix}:${name}`
  return ` ${qualified}="${escapeAttribute(value)}"`
}

/** A parser drops the first newline of these elements, so one that is to survive is written twice. */
function startsWithNewline(element: Element): boolean {
  const first = element.childNodes[0]
  return first !== undefined && first.nodeName === '#text' && 'value' in first && first.value.startsWith('\n')
}

function leaf(node: Node): string {
  if (node.nodeName === '#comment' && 'data' in node) return `<!--${node.data}-->`
  if (node.nodeName !== '#text' || !('value' in node)) return ''
  const parent = node.parentNode
  const isRaw = parent !== null && 'tagName' in parent && rawTextElements.has(parent.tagName)
  return isRaw ? node.value : escapeText(node.value)
}

export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('\u00a0', '&nbsp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

export function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('\u00a0', '&nbsp;').replaceAll('"', '&quot;')
}
