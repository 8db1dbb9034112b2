import type { Element, ElementContent, Parents, Root } from 'hast'
import { attribute, createElement, elements, hasClass } from '../html/html-tree.ts'
import { text } from './card-parts.ts'
import { sign } from './fingerprint.ts'
import { fingerprintAttribute } from './part-text.ts'

export type Navigation = 'none' | 'pages' | 'tabs'

/** One collection's place on a page. */
export interface PlacedPart {
  readonly name: string
  readonly id: string
  /** Under which 1.3 may have written it; `null` where that id is another collection's now. */
  readonly oldId: string | null
  /** What to write; `null` keeps what is there. */
  readonly part: Element | null
}

export interface PageLink {
  readonly name: string
  /** `null` for the page itself. */
  readonly href: string | null
}

export interface Splice {
  /** In their order. */
  readonly parts: readonly PlacedPart[]
  readonly navigation: Navigation
  /** Of *pages*: all pages, this one among them. */
  readonly links: readonly PageLink[]
}

const navigationId = 'recourse-claytons-nav'
const tabsId = 'cc-nav'

/**
 * The page with its generated parts replaced where they stand, or put at its end, and with this navigation and no
 * other. Everything around them is left as it is. Doing it twice changes nothing. The tree is made anew.
 */
export function spliceClaytons(page: Root, splice: Splice): Root {
  const bare = withoutNavigation(page)
  const placed = splice.parts.reduce(place, bare)
  if (splice.navigation === 'tabs') return withTabs(placed, splice.parts)
  return splice.navigation === 'pages' ? withLinks(placed, splice) : placed
}

/** The part as it stands on a page. */
export function findPart(page: Root, { id, oldId }: Pick<PlacedPart, 'id' | 'oldId'>): Element | undefined {
  const all = elements(page)
  return (
    all.find(each => attribute(each, 'id') === id) ??
    all.find(each => oldId !== null && attribute(each, 'id') === oldId)
  )
}

/** A page without anything that was generated into it, to be shown with a collection. */
export function withoutGenerated(page: Root): Root {
  const isPart = (element: Element): boolean =>
    attribute(element, fingerprintAttribute) !== undefined || /^cc-output-/.test(attribute(element, 'id') ?? '')
  return rebuild(withoutNavigation(page), { replace: element => (isPart(element) ? [] : undefined) })
}

/** Which navigation a page has. */
export function findNavigation(page: Root): Navigation {
  const all = elements(page)
  if (all.some(isTabs)) return 'tabs'
  return all.some(isLinks) ? 'pages' : 'none'
}

/** What of a page leads from one collection to another: the bar, or the list of tabs. */
export function findNavigationLists(page: Root): readonly Element[] {
  return elements(page).filter(element => isLinks(element) || isTabList(element))
}

/** The bar with links to the other collections' pages, signed; Canvas keeps no `aria-current`, so the current one is no link. */
export function linksElement(links: readonly PageLink[]): Element {
  const items = links.map(({ name, href }) =>
    createElement(
      'li',
      { style: 'list-style: none; margin: 0;' },
      href === null
        ? createElement('strong', { style: `${itemStyle} border-bottom: 3px solid #2d3b45;` }, text(name))
        : createElement('a', { style: itemStyle, href }, text(name)),
    ),
  )
  const list = createElement(
    'ul',
    { style: 'display: flex; flex-wrap: wrap; gap: 8px; margin: 0; padding: 0;' },
    ...items,
  )
  return sign(createElement('div', { id: navigationId, role: 'navigation', 'aria-label': 'Collections' }, list))
}

const itemStyle = 'display: inline-block; padding: 8px 16px;'

const isTabs = (element: Element): boolean => attribute(element, 'id') === tabsId
const isLinks = (element: Element): boolean => attribute(element, 'id') === navigationId
const isTabList = (element: Element): boolean => element.tagName === 'ul' && hasClass(element, 'cc-nav')

/** Ours and that of 1.3, which on a second run is in itself (collections-1.3 §4). */
function withoutNavigation(page: Root): Root {
  const replace = (element: Element) => {
    if (isLinks(element) || isTabList(element)) return []
    return isTabs(element) ? element.children : undefined
  }
  return rebuild(page, { replace, isDeep: true })
}

function place(page: Root, placed: PlacedPart): Root {
  const { part } = placed
  if (part === null) return page
  const found = findPart(page, placed)
  if (found === undefined) return { ...page, children: [...page.children, part] }
  return rebuild(page, { replace: element => (element === found ? [part] : undefined) })
}

function withTabs(page: Root, parts: readonly PlacedPart[]): Root {
  const found = parts.flatMap(part => {
    const element = findPart(page, part)
    return element === undefined ? [] : [{ name: part.name, element }]
  })
  if (found.length < 2) return page
  const first = elements(page).find(each => found.some(({ element }) => element === each))
  const tabs = tabsElement(found)
  const replace = (element: Element) => {
    if (element === first) return [tabs]
    return found.some(each => each.element === element) ? [] : undefined
  }
  return rebuild(page, { replace })
}

/** Canvas's own tabs, in the order of the collections. */
function tabsElement(found: readonly { readonly name: string; readonly element: Element }[]): Element {
  const items = found.map(({ name, element }) =>
    createElement('li', {}, createElement('a', { href: `#${attribute(element, 'id') ?? ''}` }, text(name))),
  )
  const list = sign(createElement('ul', { class: 'cc-nav' }, ...items))
  return createElement(
    'div',
    { id: tabsId, class: 'enhanceable_content tabs' },
    list,
    ...found.map(each => each.element),
  )
}

function withLinks(page: Root, { parts, links }: Splice): Root {
  if (links.length < 2) return page
  const own = parts.map(part => findPart(page, part))
  const first = elements(page).find(element => own.includes(element))
  if (first === undefined) return page
  return rebuild(page, { replace: element => (element === first ? [linksElement(links), element] : undefined) })
}

interface Rebuilding {
  /** What an element gives way to; `undefined` keeps it. */
  readonly replace: (element: Element) => readonly ElementContent[] | undefined
  /** Whether what it gave way to is looked into as well. */
  readonly isDeep?: boolean
}

interface Job {
  readonly node: Parents['children'][number]
  readonly into: Root | Element
}

/** A copy in which elements give way to others. Not recursive: pages nest as deep as they like. */
function rebuild(page: Root, { replace, isDeep = false }: Rebuilding): Root {
  const root: Root = { type: 'root', children: [] }
  const waiting: Job[] = []
  pushAll(waiting, page.children, root)
  for (let job = waiting.pop(); job !== undefined; job = waiting.pop()) {
    const { node, into } = job
    if (node.type === 'doctype') continue
    const others = node.type === 'element' ? replace(node) : undefined
    if (others !== undefined && isDeep) pushAll(waiting, others, into)
    else if (others !== undefined) into.children.push(...others)
    else if (node.type === 'element') {
      const copy: Element = { ...node, children: [] }
      into.children.push(copy)
      pushAll(waiting, node.children, copy)
    } else into.children.push(node)
  }
  return root
}

function pushAll(waiting: Job[], nodes: readonly Job['node'][], into: Job['into']): void {
  for (const node of nodes.toReversed()) waiting.push({ node, into })
}
