import type { CartridgeCourse } from '../cartridge/index.ts'

/** Where an address in a cartridge's text leads: into it, to something of it that is not there, or away. */
export type CartridgeTarget =
  | { readonly kind: 'page'; readonly key: string }
  | { readonly kind: 'media'; readonly key: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'away' }

export type FindTarget = (address: string, href: string) => CartridgeTarget

const MISSING = { kind: 'missing' } as const
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
    if (url.startsWith('#') || url === '') return MISSING
    return findByToken(index, url) ?? findFile(index, url, href) ?? MISSING
  }
}

interface Index {
  /** Pages, activities and the module items that show them, by identifier and slug. */
  readonly pages: ReadonlyMap<string, string>
  readonly mediaByIdentifier: ReadonlyMap<string, string>
  readonly byPath: ReadonlyMap<string, CartridgeTarget>
}

function indexCourse(course: CartridgeCourse): Index {
  const media = course.files.map(file => ({ ...file, target: { kind: 'media', key: file.identifier } as const }))
  const texts = course.pages.map(page => ({ href: page.href, target: { kind: 'page', key: page.identifier } as const }))
  const known = new Set([...course.pages, ...course.activities].map(({ identifier }) => identifier))
  const items = course.modules
    .flatMap(module => module.items)
    .flatMap(({ identifier, contentIdentifier }) =>
      contentIdentifier !== null && known.has(contentIdentifier) ? [[identifier, contentIdentifier] as const] : [],
    )
  const slugs = course.pages.map(({ slug, identifier }) => [slug.toLowerCase(), identifier] as const)
  const own = [...known].map(identifier => [identifier, identifier] as const)
  return {
    pages: new Map([...items, ...slugs, ...own]),
    mediaByIdentifier: new Map(
      media.flatMap(({ identifier, aliases }) => [identifier, ...aliases].map(each => [each, identifier] as const)),
    ),
    byPath: new Map<string, CartridgeTarget>([
      ...texts.map(({ href, target }) => [href.toLowerCase(), target] as const),
      ...media.flatMap(({ href, path, target }) => [
        [href.toLowerCase(), target] as const,
        [path.toLowerCase(), target] as const,
      ]),
    ]),
  }
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

function findByToken({ pages, mediaByIdentifier }: Index, url: string): CartridgeTarget | undefined {
  const file = /\$CANVAS_COURSE_REFERENCE\$\/file_ref\/([^/?#]+)/.exec(url)?.[1]
  if (file !== undefined) return toTarget('media', mediaByIdentifier.get(file))
  const migrated = /(?:wiki_page|discussion_topic)_migration_id=([^&#]+)/.exec(url)?.[1]
  if (migrated !== undefined) return toTarget('page', pages.get(migrated))
  const [, kind, id = ''] =
    /\$(?:CANVAS_OBJECT|WIKI|CANVAS_COURSE)_REFERENCE\$\/(modules\/items|[^/?#]+)\/([^/?#]+)/.exec(url) ?? []
  if (kind === undefined) return /^\$(?:CANVAS_|WIKI_)/.test(url) ? MISSING : undefined
  if (kind === 'attachments' || kind === 'files') return toTarget('media', mediaByIdentifier.get(id))
  return toTarget('page', pages.get(id) ?? pages.get(decode(id).toLowerCase()))
}

function toTarget(kind: 'page' | 'media', key: string | undefined): CartridgeTarget {
  return key === undefined ? MISSING : { kind, key }
}

/** A name may hold a question mark; only what is not found with it is cut there. */
function findFile({ byPath }: Index, url: string, href: string): CartridgeTarget | undefined {
  const base = /^\$IMS[-_]CC[-_]FILEBASE\$\/?/.exec(url)?.[0]
  const written = base === undefined ? url : url.slice(base.length)
  const folder = base === undefined ? href.slice(0, href.lastIndexOf('/') + 1) : ''
  for (const path of [written, written.replace(/[?#].*$/s, '')]) {
    const spellings = [
      join(folder, decode(path)),
      join('', decode(path)),
      join('', decode(path).replace(/^\/?files\//, '')),
    ]
    const found = spellings.map(name => byPath.get(name.toLowerCase())).find(target => target !== undefined)
    if (found !== undefined) return found
  }
  return undefined
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Resolves `.` and `..`; what climbs out of the archive stays at its top. */
function join(folder: string, path: string): string {
  const parts: string[] = []
  for (const part of `${path.startsWith('/') ? '' : folder}${path}`.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
