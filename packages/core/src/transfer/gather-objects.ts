import type { CartridgeCourse, CartridgeItem, CartridgeModule } from '../cartridge/index.ts'
import { escapeText } from '../collections/html/to-html.ts'
import { toReferenceMark } from '../library/index.ts'
import type { CartridgeContents } from './cartridge-contents.ts'
import { type DraftBlock, type DraftModule, type DraftObject, type DraftPage, draftObject } from './course-draft.ts'
import type { ImportEntry } from './import-report.ts'

export interface GatheredObjects {
  readonly modules: readonly DraftModule[]
  readonly entries: readonly ImportEntry[]
}

/**
 * A heading and the items below it are one Learning Object; an item without a heading above it is one by itself
 * (docs/decisions/0014). What no module shows stands in a module at the end.
 */
export function gatherObjects(course: CartridgeCourse, contents: CartridgeContents): GatheredObjects {
  const shelf: Shelf = { contents, entries: [], placed: new Set() }
  const modules = course.modules.map(module => gatherModule(module, shelf))
  const rest = [...contents.pages.values()].filter(({ key }) => !shelf.placed.has(key))
  const loose = rest.map(page => objectOf(`object:${page.key}`, page.title, [page], contents))
  const last = { key: 'module:rest', name: 'Not in a module', objects: loose }
  return { modules: loose.length > 0 ? [...modules, last] : modules, entries: shelf.entries }
}

interface Shelf {
  readonly contents: CartridgeContents
  readonly entries: ImportEntry[]
  /** Keys of the pages that stand somewhere. */
  readonly placed: Set<string>
}

function gatherModule({ identifier, title, isPublished, items }: CartridgeModule, shelf: Shelf): DraftModule {
  const name = title.trim() || 'Untitled module'
  const key = `module:${identifier}`
  const notes = isPublished ? [] : ['Students did not see it there.']
  shelf.entries.push({ what: 'module', name, origin: identifier, became: 'module', key, notes })
  return { key, name, objects: toRuns(items).flatMap(run => gatherRun(run, shelf)) }
}

interface Run {
  readonly heading: CartridgeItem | undefined
  readonly items: readonly CartridgeItem[]
}

function toRuns(items: readonly CartridgeItem[]): readonly Run[] {
  const runs: { heading: CartridgeItem | undefined; items: CartridgeItem[] }[] = []
  for (const item of items.toSorted((a, b) => a.position - b.position)) {
    const last = runs.at(-1)
    if (item.type === 'SubHeader') runs.push({ heading: item, items: [] })
    else if (last?.heading !== undefined) last.items.push(item)
    else runs.push({ heading: undefined, items: [item] })
  }
  return runs
}

function gatherRun({ heading, items }: Run, shelf: Shelf): readonly DraftObject[] {
  const key = `object:${heading?.identifier ?? items[0]?.identifier ?? ''}`
  if (heading !== undefined) {
    const name = heading.title.trim() || 'Untitled'
    shelf.entries.push({ what: 'module item', name, origin: heading.identifier, became: 'object', key, notes: [] })
  }
  const pages = items.flatMap(item => gatherItem(item, shelf) ?? [])
  if (heading === undefined && pages.length === 0) return []
  const name = (heading?.title ?? pages[0]?.title ?? '').trim() || 'Untitled'
  return [objectOf(key, name, pages, shelf.contents)]
}

function objectOf(
  key: string,
  name: string,
  pages: readonly DraftPage[],
  { questions }: CartridgeContents,
): DraftObject {
  const all = pages.flatMap(page => questions.get(page.key) ?? [])
  const seen = new Map(
    all.map((question, index) => [
      all.findIndex(each => each.id === question.id) === index ? question.id : `${question.id}-${index + 1}`,
      question,
    ]),
  )
  return draftObject({ key, name, pages, questions: [...seen].map(([id, question]) => ({ ...question, id })) })
}

function gatherItem(item: CartridgeItem, shelf: Shelf): DraftPage | undefined {
  const page = pageOf(item, shelf)
  const { title, identifier, isPublished } = item
  const name = title.trim() || page?.title || 'Untitled'
  const entry = { what: 'module item', name, origin: identifier } as const
  if (page === undefined) {
    const notes = ['The package does not hold what it shows.']
    shelf.entries.push({ ...entry, became: 'nothing', key: null, notes })
    return undefined
  }
  const notes = isPublished ? [] : ['Students did not see it there.']
  shelf.entries.push({ ...entry, became: 'page', key: page.key, notes })
  return page
}

function pageOf(item: CartridgeItem, { contents, placed }: Shelf): DraftPage | undefined {
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
