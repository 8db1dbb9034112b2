import type { CartridgeCourse, CartridgeItem, CartridgeModule } from '../cartridge/index.ts'
import type { Question } from '../library/index.ts'
import type { CartridgeContents } from './cartridge-contents.ts'
import { type DraftModule, type DraftObject, type DraftPage, draftObject } from './course-draft.ts'
import { createKeys } from './draft-keys.ts'
import type { ImportEntry } from './import-report.ts'
import { findShown, pageOfItem, type Shelf } from './page-of-item.ts'

export interface GatheredObjects {
  readonly modules: readonly DraftModule[]
  readonly entries: readonly ImportEntry[]
}

/**
 * A heading and the items below it are one Learning Object; an item without a heading above it is one by itself
 * (docs/decisions/0014). What no module shows stands in a module at the end.
 */
export function gatherObjects(course: CartridgeCourse, contents: CartridgeContents): GatheredObjects {
  const shelf: GatheringShelf = { contents, entries: [], placed: new Set(), takeKey: createKeys() }
  const modules = course.modules.toSorted((a, b) => a.position - b.position).map(module => gatherModule(module, shelf))
  const rest = [...new Set([...contents.pages.keys(), ...contents.questions.keys()])].filter(
    key => !shelf.placed.has(key),
  )
  const loose = rest.flatMap(key => looseObject(key, shelf) ?? [])
  const last = { key: shelf.takeKey('module:rest'), name: 'Not in a module', objects: loose }
  return { modules: loose.length > 0 ? [...modules, last] : modules, entries: shelf.entries }
}

function looseObject(key: string, { contents, takeKey }: Shelf): DraftObject | undefined {
  const page = contents.pages.get(key)
  const questions = contents.questions.get(key) ?? []
  if (page === undefined && questions.length === 0) return undefined
  const name =
    page?.title ?? contents.entries.find(each => each.what === 'quiz' && each.key === key)?.name ?? 'Untitled'
  return draftObject({ key: takeKey(`object:${key}`), name, pages: page === undefined ? [] : [page], questions })
}

interface GatheringShelf extends Shelf {
  readonly entries: ImportEntry[]
}

function gatherModule({ identifier, title, isPublished, items }: CartridgeModule, shelf: GatheringShelf): DraftModule {
  const name = title.trim() || 'Untitled module'
  const key = shelf.takeKey(`module:${identifier}`)
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

function gatherRun({ heading, items }: Run, shelf: GatheringShelf): readonly DraftObject[] {
  const key = shelf.takeKey(`object:${heading?.identifier ?? items[0]?.identifier ?? ''}`)
  if (heading !== undefined) {
    const name = heading.title.trim() || 'Untitled'
    shelf.entries.push({ what: 'module item', name, origin: heading.identifier, became: 'object', key, notes: [] })
  }
  const asked = new Set(items.flatMap(item => findShown(item, shelf.contents) ?? []))
  const questions = [...asked].flatMap(each => questionsOf(each, shelf))
  const pages = items.flatMap(item => gatherItem(item, shelf) ?? [])
  if (heading === undefined && pages.length + questions.length === 0) return []
  const name = (heading?.title ?? pages[0]?.title ?? items[0]?.title ?? '').trim() || 'Untitled'
  return [draftObject({ key, name, pages, questions: withOwnIds(questions) })]
}

/** Those of a quiz are asked where it stands first. */
function questionsOf(key: string, { contents, placed }: Shelf): readonly Question[] {
  return placed.has(key) ? [] : (contents.questions.get(key) ?? [])
}

function withOwnIds(questions: readonly Question[]): readonly Question[] {
  const seen = new Set<string>()
  return questions.map((question, index) => {
    const id = seen.has(question.id) ? `${question.id}-${index + 1}` : question.id
    seen.add(id)
    return { ...question, id }
  })
}

function gatherItem(item: CartridgeItem, shelf: GatheringShelf): DraftPage | undefined {
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

function findBareQuiz(item: CartridgeItem, { contents }: Shelf): string | undefined {
  const key = findShown(item, contents) ?? ''
  return (contents.questions.get(key) ?? []).length > 0 ? key : undefined
}
