import { defaultTreeAdapter, html } from 'parse5'
import { allowedElements, droppedWithContents, isAllowedAttribute, protocolsFor, spacedElements } from './allow-list.ts'
import { protocolOf } from './protocol.ts'
import { serializeHtml } from './serialize.ts'
import { cleanDeclarations, cleanStyleSheet } from './style.ts'
import { childrenOf, type Element, type Fragment, isElement, type Node, parseHtml, textOf } from './tree.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that the HTML standard forbids in the input.
const unsuitable = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]|[\u{1fffe}\u{1ffff}]/gu

interface Job {
  readonly node: Node | string
  readonly into: Element | Fragment
}

/**
 * A page body as Canvas stores it (canvas-api §4): only allowed elements, attributes, addresses and styles, re-serialised.
 * Throws `UnparseableHtmlError` for markup nested deeper than Canvas's parser goes.
 */
export function sanitizeBody(body: string): string {
  const source = parseHtml(body.replace(/\r\n?/g, '\n').replace(unsuitable, ''))
  const clean = defaultTreeAdapter.createDocumentFragment()
  const jobs: Job[] = jobsFor(childrenOf(source), clean)
  for (let job = jobs.pop(); job !== undefined; job = jobs.pop()) {
    for (const next of carryOver(job)) jobs.push(next)
  }
  return serializeHtml(clean)
}

/** Children are worked from the end of the list, so they go in backwards. */
function jobsFor(nodes: readonly (Node | string)[], into: Element | Fragment): Job[] {
  return nodes.map(node => ({ node, into })).reverse()
}

/** Copies what may stay and answers what is left to do; comments, doctypes and the like are not copied. */
function carryOver({ node, into }: Job): Job[] {
  if (typeof node === 'string') defaultTreeAdapter.insertText(into, node)
  else if (isElement(node))
    return allowedElements.has(node.tagName.toLowerCase()) ? keep(node, into) : unwrap(node, into)
  else if (node.nodeName === '#text' && 'value' in node) defaultTreeAdapter.insertText(into, node.value)
  return []
}

function keep(element: Element, into: Element | Fragment): Job[] {
  const attrs = element.attrs.flatMap(attribute => cleanAttribute(element.tagName, attribute))
  const copy = defaultTreeAdapter.createElement(element.tagName, element.namespaceURI, attrs)
  if (element.tagName === 'style') return keepStyle(element, copy, into)
  defaultTreeAdapter.appendChild(into, copy)
  return element.tagName === 'iframe' ? [] : jobsFor(childrenOf(element), copy)
}

/** Within a formula a style sheet would be read as markup the next time: there it goes. */
function keepStyle(element: Element, copy: Element, into: Element | Fragment): Job[] {
  const css = cleanStyleSheet(textOf(element))
  if (css.trim() === '' || element.namespaceURI !== html.NS.HTML) return []
  defaultTreeAdapter.insertText(copy, css)
  defaultTreeAdapter.appendChild(into, copy)
  return []
}

function unwrap(element: Element, into: Element | Fragment): Job[] {
  const name = element.tagName.toLowerCase()
  const children = childrenOf(element)
  const inside = droppedWithContents.has(name) ? [] : children
  if (!spacedElements.has(name)) return jobsFor(inside, into)
  return jobsFor([' ', ...inside, ...(children.length > 0 ? [' '] : [])], into)
}

function cleanAttribute(element: string, attribute: Element['attrs'][number]): Element['attrs'] {
  const { name } = attribute
  if (attribute.prefix || !isAllowedAttribute(element, name.toLowerCase())) return []
  const value = cleanValue(element, name, attribute.value)
  return value === undefined ? [] : [{ name, value }]
}

function cleanValue(element: string, name: string, value: string): string | undefined {
  if (name === 'style') return cleanStyle(value)
  if (name === 'id') return value.replace(/\s/g, '')
  const protocols = protocolsFor(element, name)
  const protocol = protocolOf(value)
  if (protocols !== undefined && protocol !== undefined && !protocols.has(protocol)) return undefined
  return escapeAddress(element, name, protocols === undefined ? value : value.trim())
}

function cleanStyle(value: string): string | undefined {
  const css = cleanDeclarations(value)
  return css.trim() === '' ? undefined : css
}

/** The gem writes these two characters percent-encoded in the attributes that libxml2 leaves unescaped. */
function escapeAddress(element: string, name: string, value: string): string {
  const isRisky = name === 'href' || name === 'src' || (element === 'a' && name === 'name')
  return isRisky ? value.replaceAll(' ', '%20').replaceAll('"', '%22') : value
}
