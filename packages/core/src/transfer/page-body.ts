import type { Element, Root } from 'hast'
import type { HtmlParser } from '../collections/html/html-parser.ts'
import { createElement, createText, elements } from '../collections/html/html-tree.ts'
import { toHtml } from '../collections/html/to-html.ts'
import { type Block, findMarked, type Reference } from '../library/index.ts'
import type { ArchivedPage } from './archive-document.ts'
import type { CartridgeNames, CourseLinks } from './cartridge-names.ts'

export interface BodyRules {
  readonly names: CartridgeNames
  readonly links: CourseLinks
  readonly parseHtml: HtmlParser
}

/** A page as one text, with Canvas's tokens for what belongs to the course (canvas-api §7.2). */
export function pageBody(page: ArchivedPage, rules: BodyRules): string {
  return page.blocks.map(block => blockBody(page, block, rules)).join('\n')
}

function blockBody(page: ArchivedPage, block: Block, rules: BodyRules): string {
  const tree = rules.parseHtml(block.text)
  const named = new Set<Reference>()
  for (const each of elements(tree)) {
    for (const name of ['href', 'src', 'poster']) {
      const reference = findMarked(block, String(each.properties[name] ?? ''))
      if (reference === undefined) continue
      named.add(reference)
      setAddress(each, name, addressOf(page, reference, rules))
    }
  }
  // What an element shows without naming it in its text stands behind that.
  const rest = block.references.filter(reference => !named.has(reference))
  const shown: Root = { type: 'root', children: rest.flatMap(reference => showItem(page, reference, rules) ?? []) }
  return toHtml(tree) + toHtml(shown)
}

function setAddress({ properties }: Element, name: string, address: string | undefined): void {
  if (address === undefined) delete properties[name]
  else properties[name] = address
}

/** `undefined`: it leads to nothing that comes along. */
function addressOf(page: ArchivedPage, reference: Reference, { names, links }: BodyRules): string | undefined {
  if (reference.kind === 'page') {
    const target = links.get(page.id)?.get(`${reference.linkKey} ${reference.pageId}`)
    return target ? `$WIKI_REFERENCE$/pages/${names.slug(target)}` : undefined
  }
  if (reference.kind === 'media') {
    const path = names.fileOf(reference.targetId)
    return path === undefined ? undefined : `$IMS-CC-FILEBASE$/${path.split('/').map(encodeURIComponent).join('/')}`
  }
  const url = names.findItem(reference.kind, reference.targetId)?.content?.url
  return typeof url === 'string' ? url : undefined
}

const pictures = /\.(?:png|jpe?g|gif|webp|svg|avif|bmp)$/i

function showItem(page: ArchivedPage, reference: Reference, rules: BodyRules): Element | undefined {
  if (reference.kind === 'page' || reference.kind === 'term') return undefined
  const address = addressOf(page, reference, rules)
  const name = rules.names.findItem(reference.kind, reference.targetId)?.name
  if (address === undefined || name === undefined) return undefined
  const isPicture = reference.kind === 'media' && pictures.test(address)
  const shown = isPicture
    ? createElement('img', { src: address, alt: name })
    : createElement('a', { href: address }, createText(name))
  return createElement('p', {}, shown)
}
