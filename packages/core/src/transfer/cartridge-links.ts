import { bySuffix, type CartridgeCourse, linkPaths, toPathKey } from '../cartridge/index.ts'
import { textKeysOf, toTextKey } from './draft-keys.ts'

/**
 * Where an address in a cartridge's text leads: into it, to another place of the same text, to what an external tool shows,
 * to something that is not there, or away.
 */
export type CartridgeTarget =
  | { readonly kind: 'page'; readonly key: string }
  | { readonly kind: 'media'; readonly key: string }
  | { readonly kind: 'within' }
  | { readonly kind: 'tool'; readonly url: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'away' }

export type FindTarget = (address: string, href: string) => CartridgeTarget

const MISSING = { kind: 'missing' } as const
const WITHIN = { kind: 'within' } as const
const AWAY = { kind: 'away' } as const

/**
 * Addresses in a cartridge are Canvas's tokens (canvas-api §7.2), or relative as on a web site. `href` is the name of the
 * file that the text stands in.
 */
export function createFindTarget(course: CartridgeCourse): FindTarget {
  const index = indexCourse(course)
  return (address, href) => {
    const url = decodeTokens(address.trim())
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url)) return AWAY
    if (url.startsWith('#')) return WITHIN
    if (url === '') return MISSING
    return findTool(url) ?? findByToken(index, url) ?? findFile(index, url, href) ?? MISSING
  }
}

interface Index {
  /** Keys of texts: of wiki pages by identifier and slug, of activities by identifier, of any by the item that shows it. */
  readonly pages: ReadonlyMap<string, string>
  readonly activities: ReadonlyMap<string, string>
  readonly items: ReadonlyMap<string, string>
  readonly mediaByIdentifier: ReadonlyMap<string, string>
  readonly byPath: ReadonlyMap<string, CartridgeTarget>
  /** The one file that a path ends with. */
  readonly byEnd: ReadonlyMap<string, CartridgeTarget>
}

function indexCourse(course: CartridgeCourse): Index {
  const pages = course.pages.map(page => ({ ...page, key: toTextKey('page', page.identifier) }))
  const activities = course.activities.map(({ identifier }) => [identifier, toTextKey('activity', identifier)] as const)
  const known = new Set([...pages.map(({ key }) => key), ...activities.map(([, key]) => key)])
  const items = course.modules
    .flatMap(module => module.items)
    .flatMap(item => {
      const key = textKeysOf(item).find(each => known.has(each))
      return key === undefined ? [] : [[item.identifier, key] as const]
    })
  const aliases = course.files.flatMap(({ identifier, aliases }) =>
    [identifier, ...aliases].map(each => [each, identifier] as const),
  )
  return {
    pages: new Map([
      ...pages.map(({ slug, key }) => [slug.toLowerCase(), key] as const),
      ...pages.map(({ identifier, key }) => [identifier, key] as const),
    ]),
    activities: new Map(activities),
    items: new Map(items),
    mediaByIdentifier: new Map(aliases),
    byPath: indexPaths(course),
    byEnd: bySuffix(course.files.map(({ href, identifier }) => [href, toTarget('media', identifier)])),
  }
}

function indexPaths({ pages, files }: CartridgeCourse): ReadonlyMap<string, CartridgeTarget> {
  const media = files.map(({ href, path, identifier }) => ({ href, path, target: toTarget('media', identifier) }))
  return new Map([
    ...pages.map(({ href, identifier }) => [toPathKey(href), toTarget('page', toTextKey('page', identifier))] as const),
    ...media.flatMap(({ href, path, target }) => [
      [toPathKey(href), target] as const,
      [toPathKey(path), target] as const,
    ]),
  ])
}

const tokens = [
  'CANVAS_COURSE_REFERENCE',
  'CANVAS_OBJECT_REFERENCE',
  'WIKI_REFERENCE',
  'IMS_CC_FILEBASE',
  'IMS-CC-FILEBASE',
]

function decodeTokens(address: string): string {
  return tokens.reduce((text, word) => text.replaceAll(`%24${word}%24`, `$${word}$`), address)
}

/** An embedded tool names the address that it is to show. */
function findTool(url: string): CartridgeTarget | undefined {
  const shown = /\/external_tools\/retrieve\?(?:.*&)?url=([^&#]*)/s.exec(url)?.[1]
  return shown === undefined ? undefined : { kind: 'tool', url: decode(shown) }
}

function findByToken(index: Index, url: string): CartridgeTarget | undefined {
  const file = /\$CANVAS_COURSE_REFERENCE\$\/file_ref\/([^/?#]+)/.exec(url)?.[1]
  if (file !== undefined) return toTarget('media', index.mediaByIdentifier.get(file))
  const [, thing = '', migrated] = /(wiki_page|discussion_topic)_migration_id=([^&#]+)/.exec(url) ?? []
  if (migrated !== undefined) return toTarget('page', findText(index, thing, migrated))
  const [, kind, id = ''] =
    /\$(?:CANVAS_OBJECT|WIKI|CANVAS_COURSE)_REFERENCE\$\/(modules\/items|[^/?#]+)\/([^/?#]+)/.exec(url) ?? []
  if (kind === undefined) return /^\$(?:CANVAS_|WIKI_)/.test(url) ? MISSING : undefined
  if (kind === 'attachments' || kind === 'files') return toTarget('media', index.mediaByIdentifier.get(id))
  return toTarget('page', findText(index, kind, id) ?? findText(index, kind, decode(id).toLowerCase()))
}

/** The word before an identifier says which of two things with the same one is meant. */
function findText({ pages, activities, items }: Index, word: string, id: string): string | undefined {
  if (word === 'modules/items') return items.get(id)
  const [first, second] = /^(?:wiki_)?pages?$|^wiki$/.test(word) ? [pages, activities] : [activities, pages]
  return first.get(id) ?? second.get(id) ?? items.get(id)
}

function toTarget(kind: 'page' | 'media', key: string | undefined): CartridgeTarget {
  return key === undefined ? MISSING : { kind, key }
}

function findFile({ byPath, byEnd }: Index, url: string, href: string): CartridgeTarget | undefined {
  const paths = linkPaths(url, href).flatMap(spellingsOf)
  const isBased = /^\$IMS/.test(url)
  const shorter = paths.flatMap(path => (isBased ? withoutFolders(path) : path.replace(/^files\//, '')))
  for (const path of [...paths, ...shorter]) {
    const target = byPath.get(toPathKey(path))
    if (target !== undefined) return target
  }
  return paths.map(path => byEnd.get(toPathKey(path))).find(target => target !== undefined)
}

/** As it is, percent-encoded, and with spaces as forms write them. */
function spellingsOf(path: string): readonly string[] {
  return [...new Set([path, decode(path), decode(path.replaceAll('+', ' '))])]
}

/**
 * One folder after the other is left out at the start, as Canvas does: links say `course files/x.png` where the package has `x.png`.
 */
function withoutFolders(path: string): readonly string[] {
  const parts = path.split('/')
  return parts.slice(1).map((_, index) => parts.slice(index + 1).join('/'))
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
