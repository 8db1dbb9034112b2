import type { Element, Nodes, Parents } from 'hast'

/** Elements without an end tag (HTML standard, *Serializing HTML fragments*). */
export const voidElements: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
)
/** Elements whose text is not escaped. */
const rawTextElements: ReadonlySet<string> = new Set('style script xmp iframe noembed noframes plaintext'.split(' '))
/** Elements whose first line break a parser swallows. */
const swallowingElements: ReadonlySet<string> = new Set(['pre', 'textarea', 'listing'])

/** What to write for an attribute; by default what stands there. */
export type AttributeText = (name: string, value: string, element: Element) => string

const asItStands: AttributeText = (_, value) => value

/**
 * HTML text in the very form that Canvas stores (docs: canvas-api §4): the HTML standard's serialisation of fragments,
 * `<` and `>` escaped in attributes too. The same tree gives the same text at every door, whatever its depth.
 */
export function toHtml(tree: Nodes, attributeText: AttributeText = asItStands): string {
  const parts: string[] = []
  const waiting: (Nodes | string)[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node === 'string') parts.push(node)
    else if (node.type === 'text') parts.push(escapeText(node.value))
    else if (node.type === 'comment') parts.push(`<!--${node.value}-->`)
    else if (node.type === 'root') pushChildren(waiting, node)
    else if (node.type === 'element') {
      parts.push(startTag(node, attributeText))
      if (rawTextElements.has(node.tagName)) parts.push(rawText(node), endTag(node))
      else if (!voidElements.has(node.tagName)) {
        waiting.push(endTag(node))
        pushChildren(waiting, node.content ?? node)
      }
    }
  }
  return parts.join('')
}

/** At most so many characters will Canvas store: it gives a bare `/files/N` the path of its course (canvas-api §2.4). */
export function storedLength(html: string): number {
  return html.length + 32 * (html.split('="/files/').length - 1)
}

export function escapeText(text: string): string {
  if (!/[&<>\u00a0]/.test(text)) return text
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\u00a0', '&nbsp;')
}

/** The length of the escaped text, without writing it. */
export function escapedLength(text: string): number {
  const brackets = countCharacter(text, '<') + countCharacter(text, '>')
  return text.length + 3 * brackets + 4 * countCharacter(text, '&') + 5 * countCharacter(text, '\u00a0')
}

export function countCharacter(text: string, character: string): number {
  let count = 0
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) count += 1
  return count
}

export function startTag(element: Element, attributeText: AttributeText = asItStands): string {
  const { tagName, properties, children } = element
  let attributes = ''
  for (const name of Object.keys(properties)) {
    attributes += ` ${name}="${escapeAttribute(attributeText(name, String(properties[name]), element))}"`
  }
  const [first] = children
  const isSwallowed = swallowingElements.has(tagName) && first?.type === 'text' && first.value.startsWith('\n')
  return `<${tagName}${attributes}>${isSwallowed ? '\n' : ''}`
}

function endTag({ tagName }: Element): string {
  return `</${tagName}>`
}

function rawText({ children }: Element): string {
  return children.map(child => (child.type === 'text' ? child.value : '')).join('')
}

export function escapeAttribute(value: string): string {
  const escaped = escapeText(value)
  return escaped.includes('"') ? escaped.replaceAll('"', '&quot;') : escaped
}

function pushChildren(waiting: unknown[], { children }: Parents): void {
  for (let at = children.length - 1; at >= 0; at -= 1) waiting.push(children[at])
}
