import type { Element, ElementContent, Root } from 'hast'
import type { HtmlParser } from '../html/html-parser.ts'
import { attribute, createElement } from '../html/html-tree.ts'
import { toHtml } from '../html/to-html.ts'
import type { CollectionView } from '../view/collections-view.ts'
import type { Drawing } from './card-parts.ts'
import { drawCollection } from './draw-collection.ts'
import { sign } from './fingerprint.ts'
import { undecorate } from './undecorate.ts'

export interface ClaytonsDrawing extends Drawing {
  /** Scheme and host of this Canvas: its own addresses are written without, as Canvas stores them. */
  readonly origin: string
  /** Id of the generated part, from `containerIds`. */
  readonly id: string
  /** The page shown with the collection; `undefined` where there is none. */
  readonly includedPage?: Root | undefined
}

/** The generated part of one collection, signed: what is stored when it is written, to the byte. */
export function claytonsTree(collection: CollectionView, drawing: ClaytonsDrawing): Element {
  const { id, includedPage, parseHtml, origin } = drawing
  const cards = drawCollection(collection, drawing)
  const included = includedPage === undefined ? [] : [includedElement(id, includedPage)]
  const isAfter = collection.includePage?.isAfter === true
  const children = isAfter ? [...cards, ...included] : [...included, ...cards]
  return sign(settle(createElement('div', { id }, ...children), parseHtml, origin))
}

function includedElement(id: string, { children }: Root): Element {
  const content = children.filter((node): node is ElementContent => node.type !== 'doctype')
  return createElement('div', { id: `${id}-included`, class: 'cc-includePage' }, ...content)
}

/** Markup that a parser would nest otherwise is written as the parser leaves it, so that it is found as it was written. */
export function settle(element: Element, parseHtml: HtmlParser, origin: string): Element {
  let html = ''
  let settled = element
  for (let round = 0; round < 4; round += 1) {
    const next = toHtml(settled)
    if (next === html) break
    html = next
    const { children } = undecorate(parseHtml(html), origin)
    const [first, ...others] = children
    if (first?.type !== 'element' || attribute(first, 'id') !== attribute(element, 'id')) break
    const rest = others.filter((node): node is ElementContent => node.type !== 'doctype')
    settled = { ...first, children: [...first.children, ...rest] }
  }
  return settled
}
