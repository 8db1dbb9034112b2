import type { Element, ElementContent, Nodes, Parents } from 'hast'

/*
 * A page as a hast tree whose `properties` are attributes by their HTML names with their texts, as they stand:
 * `{ class: 'a b', 'data-x': '1' }`. Doors make it with `fromParse5` or `fromDom` (docs/decisions/0008).
 */

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

/** As `getAttribute`. */
export function attribute({ properties }: Element, name: string): string | undefined {
  const value = Object.hasOwn(properties, name) ? properties[name] : undefined
  return typeof value === 'string' ? value : undefined
}

export function hasClass(element: Element, name: string): boolean {
  return (attribute(element, 'class') ?? '').split(/\s+/).includes(name)
}

export function isDivOf(className: string): (element: Element) => boolean {
  return element => element.tagName === 'div' && hasClass(element, className)
}

export function createElement(
  tagName: string,
  attributes: Readonly<Record<string, string>>,
  ...children: ElementContent[]
): Element {
  return { type: 'element', tagName, properties: { ...attributes }, children }
}

export function createText(value: string): ElementContent {
  return { type: 'text', value }
}

function* descendants(tree: Nodes): Generator<Nodes, void, void> {
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node !== tree || node.type === 'text') yield node
    if (isParent(node)) for (let at = node.children.length - 1; at >= 0; at -= 1) pushChild(waiting, node.children[at])
    if (node.type === 'element' && node.content !== undefined) waiting.push(node.content)
  }
}

function pushChild(waiting: Nodes[], child: Nodes | undefined): void {
  if (child !== undefined) waiting.push(child)
}

function isParent(node: Nodes): node is Parents {
  return 'children' in node && Array.isArray(node.children)
}
