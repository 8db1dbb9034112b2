import type { Element, ElementContent, Nodes, Parents, Properties } from 'hast'

/** All elements below a node in document order, whatever the depth (hostile pages nest deeper than a call stack). */
export function* elements(tree: Nodes): Generator<Element, void, void> {
  for (const node of descendants(tree)) if (node.type === 'element') yield node
}

export function findElement(tree: Nodes, matches: (element: Element) => boolean): Element | undefined {
  for (const element of elements(tree)) if (matches(element)) return element
  return undefined
}

/** As the DOM's `textContent`: entities decoded once, comments left out. */
export function textContent(tree: Nodes): string {
  let text = ''
  for (const node of descendants(tree)) if (node.type === 'text') text += node.value
  return text
}

/** As `getAttribute`: by its HTML name, however the tree spells it (`className`, `class`, `dataX`, `data-x`). */
export function attribute(element: Element, name: string): string | undefined {
  const wanted = folded(name)
  const found = Object.entries(element.properties ?? {}).find(([key]) => folded(key) === wanted)
  return found === undefined ? undefined : attributeText(found[1])
}

export function hasClass(element: Element, name: string): boolean {
  return (attribute(element, 'class') ?? '').split(/\s+/).includes(name)
}

export function isDivOf(className: string): (element: Element) => boolean {
  return element => element.tagName === 'div' && hasClass(element, className)
}

/** What stands in one attribute: lists are joined by a space, `true` is the empty text, an absent one `undefined`. */
export function attributeText(value: Properties[string]): string | undefined {
  if (Array.isArray(value)) return value.join(' ')
  if (value === null || value === undefined || value === false) return undefined
  return value === true ? '' : String(value)
}

export function createElement(tagName: string, properties: Properties, ...children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}

export function createText(value: string): ElementContent {
  return { type: 'text', value }
}

function* descendants(tree: Nodes): Generator<Nodes, void, void> {
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node !== tree || node.type === 'text') yield node
    if (isParent(node)) for (const child of node.children.toReversed()) waiting.push(child)
    if (node.type === 'element' && node.content !== undefined) waiting.push(node.content)
  }
}

function isParent(node: Nodes): node is Parents {
  return 'children' in node && Array.isArray(node.children)
}

function folded(name: string): string {
  const plain = name.toLowerCase().replaceAll('-', '')
  return plain === 'classname' ? 'class' : plain
}
