import type { CartridgeCourse } from '../cartridge/index.ts'
import type { DraftItem } from './course-draft.ts'
import { createKeys } from './draft-keys.ts'
import type { ImportEntry } from './import-report.ts'

/** An item, with what the package calls it. */
export interface DraftLink {
  readonly identifier: string
  readonly url: string
  readonly item: DraftItem
}

export interface DraftedLinks {
  readonly links: readonly DraftLink[]
  readonly entries: readonly ImportEntry[]
}

interface NamedLink {
  readonly key: string
  readonly identifier: string
  readonly title: string
  readonly url: string | null
}

/** Every address that the items of modules and the links and tools of a package name. */
export function draftLinks(course: CartridgeCourse): DraftedLinks {
  const takeKey = createKeys()
  const named = linksOf(course).map(link => ({ ...link, key: takeKey(`link:${link.identifier}`) }))
  const links = [...named, ...addressesOf(course, named, takeKey)].flatMap(draftLink)
  return { links, entries: named.map(linkEntry) }
}

function linksOf({ webLinks, externalTools }: CartridgeCourse) {
  return [
    ...webLinks.map(link => ({ ...link, what: 'web link' as const })),
    ...externalTools.map(tool => ({ ...tool, what: 'external tool' as const })),
  ]
}

/** Items of modules may name an address that no other part of the package holds. */
function addressesOf(
  { modules }: CartridgeCourse,
  links: readonly NamedLink[],
  takeKey: (wanted: string) => string,
): readonly NamedLink[] {
  const known = new Set(links.map(({ url }) => url))
  return modules
    .flatMap(module => module.items)
    .filter(({ type, url }) => (type === 'ExternalUrl' || type === 'ExternalTool') && !known.has(url))
    .map(({ identifier, title, url }) => ({ key: takeKey(`address:${identifier}`), identifier, title, url }))
}

function isWebAddress(url: string | null): url is string {
  return url !== null && /^(?:https?|mailto):/i.test(url.trim())
}

function draftLink({ key, identifier, title, url }: NamedLink): readonly DraftLink[] {
  if (!isWebAddress(url)) return []
  return [{ identifier, url, item: { kind: 'resource', key, name: title.trim() || url, content: { url } } }]
}

function linkEntry({
  what,
  key,
  identifier,
  title,
  url,
}: NamedLink & { readonly what: 'web link' | 'external tool' }): ImportEntry {
  const name = title.trim() || url || identifier
  if (!isWebAddress(url))
    return { what, name, origin: identifier, became: 'nothing', key: null, notes: ['It names no address of the web.'] }
  const notes = what === 'external tool' ? ['Only its address: a tool does not start from here.'] : []
  return { what, name, origin: identifier, became: 'resource', key, notes }
}
