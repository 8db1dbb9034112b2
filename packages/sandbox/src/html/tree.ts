import {
  type DefaultTreeAdapterMap,
  defaultTreeAdapter,
  html as htmlNames,
  parse,
  parseFragment,
  type TreeAdapter,
} from 'parse5'

export type Node = DefaultTreeAdapterMap['childNode']
export type Element = DefaultTreeAdapterMap['element']
export type Fragment = DefaultTreeAdapterMap['documentFragment']
export type Document = DefaultTreeAdapterMap['document']
type Template = DefaultTreeAdapterMap['template']

/** Canvas hands Nokogiri this limit (`max_tree_depth`); deeper markup is an error, not a page. */
const maxDepth = 10_000
// More than the longest page can spell out (511,999 characters, three for a tag).
const maxElements = 400_000

/** HTML that Canvas's parser refuses; the API answers 400 with an error on `body`. */
export class UnparseableHtmlError extends Error {
  override readonly name = 'UnparseableHtmlError'
}

/** The fragment that Nokogiri's HTML5 parser makes of a page body: parsed inside `<body>`, scripting off. */
export function parseHtml(html: string): Fragment {
  const body = defaultTreeAdapter.createElement('body', htmlNames.NS.HTML, [])
  return parseFragment<DefaultTreeAdapterMap>(body, html, { scriptingEnabled: false, treeAdapter: limited() })
}

/** A whole HTML file. */
export function parseDocument(html: string): Document {
  return parse<DefaultTreeAdapterMap>(html, { scriptingEnabled: false, treeAdapter: limited() })
}

/**
 * parse5 walks its stack of open elements for each tag, so a deep page costs quadratic time; and formatting elements that are never closed
 * are made anew in every block, so a short text can mean any number of elements. Both are refused before they hurt.
 */
function limited(): TreeAdapter<DefaultTreeAdapterMap> {
  let depth = 0
  let elements = 0
  return {
    ...defaultTreeAdapter,
    createElement(tagName, namespace, attributes) {
      elements += 1
      if (elements > maxElements) throw new UnparseableHtmlError('Document has too many elements')
      return defaultTreeAdapter.createElement(tagName, namespace, attributes)
    },
    onItemPush() {
      depth += 1
      if (depth > maxDepth) throw new UnparseableHtmlError('Document tree depth limit exceeded')
    },
    onItemPop() {
      depth -= 1
    },
  }
}

/** The children as libxml2 sees them: a `<template>` holds its content directly. */
export function childrenOf(node: Element | Fragment): Node[] {
  return isTemplate(node) ? node.content.childNodes : node.childNodes
}

function isTemplate(node: Element | Fragment): node is Template {
  return 'content' in node
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node
}

/** All elements in document order; no recursion, because a page may be 10,000 levels deep. */
export function* elementsOf(root: Element | Fragment): Generator<Element> {
  const waiting = childrenOf(root).toReversed()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node)) continue
    yield node
    for (const child of childrenOf(node).toReversed()) waiting.push(child)
  }
}

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find(attribute => attribute.name === name)?.value
}

/** Changes the attribute in place, or appends it. */
export function setAttribute(element: Element, name: string, value: string): void {
  const present = element.attrs.find(attribute => attribute.name === name)
  if (present) present.value = value
  else element.attrs.push({ name, value })
}

/** The element's text, as `textContent` has it. */
export function textOf(element: Element | Fragment): string {
  const parts: string[] = []
  const waiting = childrenOf(element).toReversed()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.nodeName === '#text' && 'value' in node) parts.push(node.value)
    else if (isElement(node)) for (const child of childrenOf(node).toReversed()) waiting.push(child)
  }
  return parts.join('')
}

/** Replaces everything inside the element by one text. */
export function setText(element: Element, text: string): void {
  for (const child of [...element.childNodes]) defaultTreeAdapter.detachNode(child)
  defaultTreeAdapter.insertText(element, text)
}
