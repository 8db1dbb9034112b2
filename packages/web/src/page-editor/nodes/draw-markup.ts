import { textContent } from '@recourse/core'
import { type Block, findMarked } from '@recourse/core/library'
import type { Element, Root, RootContent } from 'hast'
import { pageWords } from '../../words/page-words.ts'
import { describeLink } from '../describe-link.ts'
import { keptOf } from '../markup/kept.ts'
import { isBlockTag, markOfTag, mediaTags, phraseTags } from '../markup/tags.ts'
import type { PageGuide } from '../page-guide.ts'
import { drawPicture } from './draw-picture.ts'
import { setAttributes } from './set-attributes.ts'

const DEEPEST = 60

/** Markup of a page as nodes that can do nothing: made one by one, of tags that we know; the words of any other stay. */
export function drawMarkup(tree: Root, block: Pick<Block, 'references'>, guide: PageGuide): DocumentFragment {
  const fragment = document.createDocumentFragment()
  for (const child of tree.children) fragment.append(drawNode(child, { block, guide, depth: 0 }))
  return fragment
}

interface Drawing {
  readonly block: Pick<Block, 'references'>
  readonly guide: PageGuide
  readonly depth: number
}

function drawNode(node: RootContent, drawing: Drawing): Node {
  if (node.type === 'text') return document.createTextNode(node.value)
  if (node.type !== 'element') return document.createTextNode('')
  // Deeper than anybody writes: its words, without the tags around them.
  if (drawing.depth > DEEPEST) return document.createTextNode(textContent(node))
  const { tagName, properties } = node
  if (tagName === 'img') {
    const src = properties.src === undefined ? null : String(properties.src)
    const reference = findMarked(drawing.block, src ?? '')
    const kept = keptOf(node, ['src', 'alt'])
    return drawPicture({ reference, src, alt: String(properties.alt ?? ''), kept }, drawing.guide)
  }
  if (mediaTags.has(tagName)) return drawMedia(node, drawing)
  const isKnown = isBlockTag(tagName) || markOfTag.has(tagName) || phraseTags.has(tagName) || tagName === 'br'
  const shown = document.createElement(isKnown ? toShownTag(tagName) : 'span')
  setAttributes(shown, keptOf(node))
  if (tagName === 'a') drawLink(shown, node, drawing)
  for (const child of node.children) shown.append(drawNode(child, { ...drawing, depth: drawing.depth + 1 }))
  return shown
}

/** Landmarks and headings of a page are none of the screen around it. */
function toShownTag(tagName: string): string {
  return /^(?:section|article|aside|header|footer|nav|address|details|summary|legend)$/.test(tagName) ? 'div' : tagName
}

function drawLink(shown: HTMLElement, { properties }: Element, { block, guide }: Drawing): void {
  const href = properties.href === undefined ? null : String(properties.href)
  const target = describeLink(findMarked(block, href ?? ''), href, guide)
  shown.className = target.isActive ? 'page-link' : 'page-link page-link-inactive'
  shown.title = target.text
}

function drawMedia({ properties, children }: Element, { block, guide }: Drawing): HTMLElement {
  const sources = [properties.src, ...children.flatMap(each => (each.type === 'element' ? [each.properties.src] : []))]
  const names = sources.flatMap(src => {
    const reference = findMarked(block, String(src ?? ''))
    if (reference === undefined || reference.kind === 'page') return []
    return guide.findItem(reference.kind, reference.targetId)?.name ?? []
  })
  const shown = document.createElement('span')
  shown.className = 'page-no-picture name'
  shown.textContent = pageWords.film(names[0] ?? '')
  return shown
}
