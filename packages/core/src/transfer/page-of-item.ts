import type { CartridgeItem } from '../cartridge/index.ts'
import { escapeText } from '../collections/html/to-html.ts'
import { toReferenceMark } from '../library/index.ts'
import type { CartridgeContents } from './cartridge-contents.ts'
import type { DraftBlock, DraftPage } from './course-draft.ts'
import { textKeysOf } from './draft-keys.ts'
import type { DraftLink } from './draft-links.ts'

/** What of a package stands somewhere already, and the keys that it has. */
export interface Shelf {
  readonly contents: CartridgeContents
  /** Keys of the texts that stand somewhere. */
  readonly placed: Set<string>
  readonly takeKey: (wanted: string) => string
}

/** The page that an item shows: its own, one about what it shows, or none. Its own is one of the placed afterwards. */
export function pageOfItem(item: CartridgeItem, shelf: Shelf): DraftPage | undefined {
  const { contents, placed } = shelf
  const own = contents.pages.get(findShown(item, contents) ?? '')
  if (own !== undefined) {
    if (placed.has(own.key)) return pageAbout(item, own.title, { kind: 'page', key: own.key, linkKey: null }, shelf)
    placed.add(own.key)
    return own
  }
  const media = contents.media.find(each => each.key === item.contentIdentifier)
  if (media !== undefined) return pageAbout(item, media.name, { kind: 'media', key: media.key }, shelf)
  const link = findLink(item, contents)
  return link === undefined ? undefined : pageAbout(item, item.title, { kind: 'resource', key: link.key }, shelf)
}

/** Key of the text that an item means; `undefined`: it shows something else, or nothing that is there. */
export function findShown(item: CartridgeItem, { pages, questions, media }: CartridgeContents): string | undefined {
  if (item.type === 'File' && media.some(({ key }) => key === item.contentIdentifier)) return undefined
  return textKeysOf(item).find(key => pages.has(key) || questions.has(key))
}

/** Items of links name their address; the link itself is another part of the package. */
function findLink({ type, url, contentIdentifier }: CartridgeItem, { links }: CartridgeContents) {
  if (type !== 'ExternalUrl' && type !== 'ExternalTool') return undefined
  const alike = links.filter(link => link.url === url)
  const named = (link: DraftLink) => link.identifier === contentIdentifier
  return (alike.find(named) ?? alike[0] ?? links.find(named))?.item
}

/** A page that shows one thing: a file, a link, or a page that stands somewhere else. */
function pageAbout(
  { identifier, title }: CartridgeItem,
  fallback: string,
  reference: DraftBlock['references'][number],
  { takeKey }: Shelf,
): DraftPage {
  const name = title.trim() || fallback.trim() || 'Untitled'
  const block =
    reference.kind === 'page'
      ? { kind: 'text', text: `<p><a href="${toReferenceMark(0)}">${escapeText(name)}</a></p>` }
      : { kind: reference.kind, text: '' }
  const key = takeKey(`item:${identifier}`)
  return { key, linkKey: null, title: name, styleKey: null, blocks: [{ id: 'b1', ...block, references: [reference] }] }
}
