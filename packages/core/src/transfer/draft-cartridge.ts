import type { CartridgeCourse } from '../cartridge/index.ts'
import type { HtmlParser } from '../collections/html/html-parser.ts'
import { draftContents } from './cartridge-contents.ts'
import { createFindTarget } from './cartridge-links.ts'
import type { CourseDraft, DraftModule } from './course-draft.ts'
import { gatherObjects } from './gather-objects.ts'
import type { ImportEntry } from './import-report.ts'
import type { ReadXml } from './note-activity.ts'

/** Core holds no parser, and no bytes. */
export interface CartridgeDoors {
  readonly parseHtml: HtmlParser
  readonly readXml: ReadXml
}

export interface Drafted {
  readonly draft: CourseDraft
  readonly entries: readonly ImportEntry[]
}

/** A library course out of a Common Cartridge or a Canvas export, and what became of each of its parts (docs/decisions/0014). */
export function draftCartridge(course: CartridgeCourse, doors: CartridgeDoors): Drafted {
  const contents = draftContents(course, { ...doors, findTarget: createFindTarget(course) })
  const gathered = gatherObjects(course, contents)
  const title = course.title.trim() || 'Untitled course'
  const draft: CourseDraft = {
    title,
    description: '',
    playerLayout: 'standard',
    passingMark: null,
    details: {},
    styles: [],
    modules: gathered.modules,
    items: [...contents.media, ...contents.links.map(({ item }) => item)],
  }
  return {
    draft,
    entries: [
      courseEntry(course, title),
      ...gathered.entries,
      ...withUse(contents.entries, gathered.modules),
      ...groupsOf(course),
      ...restOf(course),
    ],
  }
}

/** A file that nothing shows is kept all the same. */
function withUse(entries: readonly ImportEntry[], modules: readonly DraftModule[]): readonly ImportEntry[] {
  const pages = modules.flatMap(module => module.objects).flatMap(object => object.pages)
  const shown = new Set(
    pages.flatMap(page => page.blocks).flatMap(block => block.references.map(({ kind, key }) => `${kind} ${key}`)),
  )
  const isUnused = ({ became, key }: ImportEntry): boolean => became === 'media' && !shown.has(`media ${key}`)
  return entries.map(entry =>
    isUnused(entry) ? { ...entry, notes: [...entry.notes, 'No page shows it; it is in the library.'] } : entry,
  )
}

function courseEntry({ source, title, version }: CartridgeCourse, name: string): ImportEntry {
  const from =
    source?.canvasDomain && source.courseId ? [`From course ${source.courseId} of ${source.canvasDomain}.`] : []
  const notes = [...(title.trim() === '' ? ['The package does not name it.'] : []), ...from]
  return { what: 'course', name, origin: version ?? '', became: 'course', key: null, notes }
}

/** Canvas makes one group without any weight in every course: that says nothing. */
function groupsOf({ assignmentGroups }: CartridgeCourse): readonly ImportEntry[] {
  const saysSomething = ({ weight, dropLowest, dropHighest }: CartridgeCourse['assignmentGroups'][number]) =>
    [weight, dropLowest, dropHighest].some(Boolean)
  if (assignmentGroups.length < 2 && !assignmentGroups.some(saysSomething)) return []
  const notes = ['Groups of assignments, with their weights and rules, are for grading: a library has none.']
  return assignmentGroups.map(({ identifier, title }) => {
    const name = title.trim() || identifier
    return { what: 'part', name, origin: identifier, became: 'nothing', key: null, notes }
  })
}

function restOf({ leftOut }: CartridgeCourse): readonly ImportEntry[] {
  return leftOut.map(({ identifier, type, href, why }) => {
    const origin = href ?? identifier ?? ''
    const notes = type === null ? [why] : [why, `Its type: ${type}.`]
    return { what: 'part', name: origin, origin, became: 'nothing', key: null, notes }
  })
}
