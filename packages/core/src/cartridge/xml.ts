import type { Element, Root } from 'xast'

// Exports differ in their prefixes (`lom:string`, `string`); nothing in a cartridge needs them to be told apart.

/** The name without its namespace prefix. */
export function localName(element: Element): string {
  return element.name.slice(element.name.indexOf(':') + 1)
}

export function childElements(parent: Element | Root): Element[] {
  return parent.children.flatMap(child => (child.type === 'element' ? child : []))
}

export function childrenNamed(parent: Element | Root | undefined, name: string): Element[] {
  return parent ? childElements(parent).filter(child => localName(child) === name) : []
}

export function childNamed(parent: Element | Root | undefined, name: string): Element | undefined {
  return childrenNamed(parent, name)[0]
}

/** Down a path of first children. */
export function elementAt(parent: Element | Root | undefined, ...path: readonly string[]): Element | undefined {
  const [name, ...rest] = path
  const child = name === undefined ? undefined : childNamed(parent, name)
  return rest.length === 0 ? child : elementAt(child, ...rest)
}

/** Everything of that name below, in document order. */
export function descendantsNamed(parent: Element | Root | undefined, name: string): Element[] {
  const found: Element[] = []
  const waiting = parent ? childElements(parent).toReversed() : []
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (localName(element) === name) found.push(element)
    for (const child of childElements(element).toReversed()) waiting.push(child)
  }
  return found
}

/** All text below, in document order; no recursion, as the XML is a stranger's. */
export function textOf(element: Element | undefined): string {
  const parts: string[] = []
  const waiting = element?.children.toReversed() ?? []
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'text' || node.type === 'cdata') parts.push(node.value)
    else if (node.type === 'element') for (const child of node.children.toReversed()) waiting.push(child)
  }
  return parts.join('')
}

/** Text of the first child of that name, trimmed; `null` if there is none or it is empty, as exports write what is not set. */
export function textAt(parent: Element | Root | undefined, name: string): string | null {
  return textOf(childNamed(parent, name)).trim() || null
}

export function numberAt(parent: Element | undefined, name: string): number | null {
  const text = textAt(parent, name)
  const number = text === null ? Number.NaN : Number(text)
  return Number.isFinite(number) ? number : null
}

export function isTrueAt(parent: Element | undefined, name: string): boolean {
  return /^(true|1|yes)$/i.test(textAt(parent, name) ?? '')
}

/** An instant as `2026-01-31T00:00:00Z`; exports write UTC without saying so. `null` for anything else. */
export function instantAt(parent: Element | undefined, name: string): string | null {
  const text = textAt(parent, name)
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}:\d{2})(?:\.\d+)?)? ?(Z|UTC|[+-]\d{2}:?\d{2})?$/.exec(
    text ?? '',
  )
  if (!parts) return null
  const [, day = '', time = '00:00:00', zone = 'Z'] = parts
  return `${day}T${time}${zone === 'UTC' ? 'Z' : zone}`
}

/** An attribute by its local name; `null` if it is absent or empty. */
export function attributeOf(element: Element | undefined, name: string): string | null {
  const attributes = Object.entries(element?.attributes ?? {})
  const found = attributes.find(([key]) => key.slice(key.indexOf(':') + 1) === name)
  return found?.[1]?.trim() || null
}
