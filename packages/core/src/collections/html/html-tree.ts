import type { Element, ElementContent, Nodes, Parents } from 'hast'

/*
 * A page as a hast tree whose `properties` are attributes by their HTML names with their texts, as they stand:
 * `{ class: 'a b', 'data-x': '1' }`. Doors make it with `fromParse5` or `fromDom` (docs/decisions/0008).
 */

/** All elements below a node in document order, whatever the depth (hostile pages nest deeper than a call stack). */
export function elements(tree: Nodes): readonly Element[] {
  const found: Element[] = []
  visit(tree, node => {
    if (node.type === 'element' && node !== tree) found.push(node)
  })
  return found
}

export function findElement(tree: Nodes, matches: (element: Element) => boolean): Element | undefined {
  return elements(tree).find(matches)
}

/** As the DOM's `textContent`: entities decoded once, comments left out. */
export function textContent(tree: Nodes): string {
  const texts: string[] = []
  visit(tree, node => {
    if (node.type === 'text') texts.push(node.value)
  })
  return texts.join('')
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

/** A node and all below it, in document order; not recursive. */
function visit(tree: Nodes, see: (node: Nodes) => void): void {
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    see(node)
    if (node.type === 'element' && node.content !== undefined) waiting.push(node.content)
    if ('children' in node) pushReversed(waiting, node)
  }
}

function pushReversed(waiting: Nodes[], { children }: Parents): void {
  for (let at = children.length - 1; at >= 0; at -= 1) {
    const child = children[at]
    if (child !== undefined) waiting.push(child)
  }
}
