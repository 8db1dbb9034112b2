import type { CartridgeCourse, CartridgeItem, CartridgeModule } from '../cartridge/index.ts'
import type { Question } from '../library/index.ts'
import type { CartridgeContents } from './cartridge-contents.ts'
import { type DraftModule, type DraftObject, type DraftPage, draftObject } from './course-draft.ts'
import type { ImportEntry } from './import-report.ts'
import { pageOfItem } from './page-of-item.ts'

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
  const rest = [...new Set([...contents.pages.keys(), ...contents.questions.keys()])].filter(
    key => !shelf.placed.has(key),
  )
  const loose = rest.flatMap(key => looseObject(key, contents) ?? [])
  const last = { key: 'module:rest', name: 'Not in a module', objects: loose }
  return { modules: loose.length > 0 ? [...modules, last] : modules, entries: shelf.entries }
}

function looseObject(key: string, contents: CartridgeContents): DraftObject | undefined {
  const page = contents.pages.get(key)
  const questions = contents.questions.get(key) ?? []
  if (page === undefined && questions.length === 0) return undefined
  const name =
    page?.title ?? contents.entries.find(each => each.what === 'quiz' && each.key === key)?.name ?? 'Untitled'
  return draftObject({ key: `object:${key}`, name, pages: page === undefined ? [] : [page], questions })
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
  const asked = new Map(items.map(item => [item.contentIdentifier, item]))
  const questions = [...asked.values()].flatMap(item => questionsOf(item, shelf))
  const pages = items.flatMap(item => gatherItem(item, shelf) ?? [])
  if (heading === undefined && pages.length + questions.length === 0) return []
  const name = (heading?.title ?? pages[0]?.title ?? items[0]?.title ?? '').trim() || 'Untitled'
  return [draftObject({ key, name, pages, questions: withOwnIds(questions) })]
}

/** Those of a quiz are asked where it stands first. */
function questionsOf({ contentIdentifier }: CartridgeItem, { contents, placed }: Shelf): readonly Question[] {
  return contentIdentifier === null || placed.has(contentIdentifier)
    ? []
    : (contents.questions.get(contentIdentifier) ?? [])
}

function withOwnIds(questions: readonly Question[]): readonly Question[] {
  const seen = new Set<string>()
  return questions.map((question, index) => {
    const id = seen.has(question.id) ? `${question.id}-${index + 1}` : question.id
    seen.add(id)
    return { ...question, id }
  })
}

function gatherItem(item: CartridgeItem, shelf: Shelf): DraftPage | undefined {
  const page = pageOfItem(item, shelf)
  const { title, identifier, isPublished } = item
  const name = title.trim() || page?.title || 'Untitled'
  const bare = findBareQuiz(item, shelf)
  const entry = { what: 'module item', name, origin: identifier } as const
  if (page === undefined && bare !== undefined) {
    shelf.placed.add(bare)
    shelf.entries.push({ ...entry, became: 'question', key: bare, notes: [] })
    return undefined
  }
  if (page === undefined) {
    const notes = ['The package does not hold what it shows.']
    shelf.entries.push({ ...entry, became: 'nothing', key: null, notes })
    return undefined
  }
  const notes = isPublished ? [] : ['Students did not see it there.']
  shelf.entries.push({ ...entry, became: 'page', key: page.key, notes })
  return page
}

function findBareQuiz({ contentIdentifier }: CartridgeItem, { contents }: Shelf): string | undefined {
  const isAsked = (contents.questions.get(contentIdentifier ?? '') ?? []).length > 0
  return isAsked ? (contentIdentifier ?? undefined) : undefined
}
