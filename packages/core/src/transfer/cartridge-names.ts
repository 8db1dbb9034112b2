import type { ItemKind } from '../library/index.ts'
import type { ArchiveDocument, ArchivedItem } from './archive-document.ts'

/** What everything is called in an export; the same course has the same names each time. */
export interface CartridgeNames {
  readonly identifier: (id: string) => string
  readonly title: (title: string) => string
  /** Of a page, the last part of its address. */
  readonly slug: (pageId: string) => string
  /** Of a media asset, its path below the course's files; `undefined`: it has no bytes. */
  readonly fileOf: (itemId: string) => string | undefined
  readonly findItem: (kind: ItemKind, id: string) => ArchivedItem | undefined
  /** Whether a page of the course leads to it. */
  readonly isLinkedTo: (pageId: string) => boolean
}

/** Where references between pages lead in this course: for a page, by `linkKey storedId`; `null`: outside. */
export type CourseLinks = ReadonlyMap<string, ReadonlyMap<string, string | null>>

export function nameAll({ course, items }: ArchiveDocument, links: CourseLinks): CartridgeNames {
  const pages = course.modules.flatMap(module => module.objects).flatMap(object => object.pages)
  const slugs = giveNames(
    pages.map(page => [page.id, toSlug(page.title)] as const),
    '',
  )
  const media = items.filter(({ file }) => file !== null)
  const files = giveNames(
    media.map(item => [item.id, toPath(item)] as const),
    '.',
  )
  const byKey = new Map(items.map(item => [`${item.kind} ${item.id}`, item]))
  const targets = new Set([...links.values()].flatMap(each => [...each.values()]))
  return {
    identifier: id => `g${id.replaceAll('-', '').replaceAll(' ', '_')}`,
    title: toTitle,
    slug: pageId => slugs.get(pageId) ?? 'page',
    fileOf: itemId => files.get(itemId),
    findItem: (kind, id) => byKey.get(`${kind} ${id}`),
    isLinkedTo: pageId => targets.has(pageId),
  }
}

/** Each its own, whatever the case; a number goes before the last `mark`, or at the end. */
function giveNames(
  wanted: readonly (readonly [id: string, name: string])[],
  mark: string,
): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  return new Map(
    wanted.map(([id, name]) => {
      let own = name
      for (let number = 2; taken.has(own.toLowerCase()); number += 1) own = numbered(name, number, mark)
      taken.add(own.toLowerCase())
      return [id, own] as const
    }),
  )
}

function numbered(name: string, number: number, mark: string): string {
  const at = mark === '' ? -1 : name.lastIndexOf(mark)
  return at > name.lastIndexOf('/') + 1 ? `${name.slice(0, at)}-${number}${name.slice(at)}` : `${name}-${number}`
}

function toSlug(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return (
    plain
      .replace(/[^a-z\d]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 80) || 'page'
  )
}

/** Folders of the course that it came from are kept. */
function toPath({ name, content }: ArchivedItem): string {
  const own = typeof content?.fileName === 'string' ? content.fileName : name
  const folders = typeof content?.path === 'string' ? content.path.split('/').slice(0, -1) : []
  return (
    [...folders, own]
      .map(toPart)
      .filter(part => part !== '')
      .join('/') || 'file'
  )
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be dropped.
const unfit = /[\u0000-\u001f\u007f\\/]/g

/** A name of a file, in whatever script. */
function toPart(part: string): string {
  const plain = part
    .replace(unfit, '_')
    .trim()
    .replace(/^\.+|\.+$/g, '')
  return plain.length <= 150
    ? plain
    : `${plain.slice(0, 100).replace(/[\ud800-\udbff]$/, '')}${plain.slice(-40).replace(/^[\udc00-\udfff]/, '')}`
}

const LONGEST = 250

/** Canvas takes no title without a letter or number, and none of more than 255 characters. */
function toTitle(title: string): string {
  const known = /[\p{L}\p{N}]/u.test(title) ? title : `Page ${title}`.trim()
  return known.length <= LONGEST ? known : `${known.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}…`
}
