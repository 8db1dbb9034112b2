import type { Kept } from '../markup/kept.ts'
import { toDrawn } from './kept-attributes.ts'

/** As much of them as is drawn; a style goes past markup, which the content security policy forbids. */
export function setAttributes(element: HTMLElement, kept: Kept | null): void {
  for (const [name, value] of Object.entries(toDrawn(kept))) {
    if (name === 'style') element.style.cssText = value
    else element.setAttribute(name, value)
  }
}
