import type { Element, ElementContent } from 'hast'
import type { Kept } from './kept.ts'

export function makeElement(tagName: string, kept: Kept | null, children: readonly ElementContent[]): Element {
  return { type: 'element', tagName, properties: { ...kept }, children: [...children] }
}
