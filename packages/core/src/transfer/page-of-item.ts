import type { CartridgeItem } from '../cartridge/index.ts'
import { escapeText } from '../collections/html/to-html.ts'
import { toReferenceMark } from '../library/index.ts'
import type { CartridgeContents } from './cartridge-contents.ts'
import type { DraftBlock, DraftPage } from './course-draft.ts'

interface Placed {
  readonly contents: CartridgeContents
  /** Keys of the pages that stand somewhere; the page of this item is one of them afterwards. */
  readonly placed: Set<string>
}

/** The page that an item shows: its own, one about what it shows, or none. */
export function pageOfItem(item: CartridgeItem, { contents, placed }: Placed): DraftPage | undefined {
  const { type, contentIdentifier, title, identifier } = item
  const own = contentIdentifier === null ? undefined : contents.pages.get(contentIdentifier)
  if (own !== undefined) {
    if (placed.has(own.key)) return pageAbout(item, own.title, { kind: 'page', key: own.key, linkKey: null })
    placed.add(own.key)
    return own
  }
  const media = contents.media.find(each => each.key === contentIdentifier)
  if (media !== undefined) return pageAbout(item, media.name, { kind: 'media', key: media.key })
  const link = contents.links.get(contentIdentifier ?? identifier) ?? findLink(item, contents)
  return link === undefined || (type !== 'ExternalUrl' && type !== 'ExternalTool')
    ? undefined
    : pageAbout(item, title, { kind: 'resource', key: link.key })
}

/** Items of links name their address; the link itself is another part of the package. */
function findLink({ url }: CartridgeItem, { links }: CartridgeContents) {
  return [...links.values()].find(({ kind, content }) => kind === 'resource' && 'url' in content && content.url === url)
}

/** A page that shows one thing: a file, a link, or a page that stands somewhere else. */
function pageAbout(
  { identifier, title }: CartridgeItem,
  fallback: string,
  reference: DraftBlock['references'][number],
): DraftPage {
  const name = title.trim() || fallback.trim() || 'Untitled'
  const block =
    reference.kind === 'page'
      ? { kind: 'text', text: `<p><a href="${toReferenceMark(0)}">${escapeText(name)}</a></p>` }
      : { kind: reference.kind, text: '' }
  const key = `item:${identifier}`
  return { key, linkKey: null, title: name, styleKey: null, blocks: [{ id: 'b1', ...block, references: [reference] }] }
}
