import { cleanHtml } from '../collections/html/clean-html.ts'
import type { HtmlParser } from '../collections/html/html-parser.ts'
import { toHtml } from '../collections/html/to-html.ts'
import type { Block, Question } from '../library/index.ts'
import type { ArchiveDocument, ArchivedItem, ArchivedModule, ArchivedObject, ArchivedPage } from './archive-document.ts'
import type { DraftBlock, DraftItem, DraftObject, DraftPage } from './course-draft.ts'
import type { Drafted } from './draft-cartridge.ts'
import type { ImportEntry } from './import-report.ts'

/** A course out of an open archive; its markup is cleaned as any other, as somebody may have written into it. */
export function draftArchive({ course, items }: ArchiveDocument, parseHtml: HtmlParser): Drafted {
  const clean = (html: string): string => toHtml(cleanHtml(parseHtml(html), { iframeHosts: [] }))
  const { title, description, playerLayout, passingMark, details, styles } = course
  const draft = {
    ...{ title, description, playerLayout, passingMark, details, styles },
    modules: course.modules.map(({ id, name, objects }) => ({
      key: id,
      name,
      objects: objects.map(object => draftArchived(object, clean)),
    })),
    items: items.flatMap(item => draftItem(item) ?? []),
  }
  const entries = [
    entry('course', title, course.id, 'course'),
    ...styles.map(({ name, key }) => entry('style', name, key, 'style')),
    ...course.modules.flatMap(moduleEntries),
    ...items.map(itemEntry),
  ]
  return { draft, entries }
}

function draftArchived(object: ArchivedObject, clean: (html: string) => string): DraftObject {
  const { id, revisionId: _, pages, questions, objective, reviewExercise, ...rest } = object
  return {
    ...rest,
    key: id,
    objective: clean(objective),
    reviewExercise: clean(reviewExercise),
    questions: questions.map(question => cleanQuestion(question, clean)),
    pages: pages.map(page => draftPage(page, clean)),
  }
}

function cleanQuestion(question: Question, clean: (html: string) => string): Question {
  const answers = question.answers?.map(answer => ({ ...answer, text: clean(answer.text) }))
  return { ...question, text: clean(question.text), ...(answers && { answers }) }
}

function draftPage({ id, linkKey, title, styleKey, blocks }: ArchivedPage, clean: (html: string) => string): DraftPage {
  return { key: id, linkKey, title, styleKey, blocks: blocks.map(block => draftBlock(block, clean)) }
}

function draftBlock({ id, kind, text, references }: Block, clean: (html: string) => string): DraftBlock {
  return {
    ...{ id, kind, text: clean(text) },
    references: references.map(each =>
      each.kind === 'page'
        ? { kind: each.kind, key: each.pageId, linkKey: each.linkKey }
        : { kind: each.kind, key: each.targetId },
    ),
  }
}

/** One in the trash is no item to make; whatever shows it goes on naming it. */
function draftItem({ kind, id, name, content, file }: ArchivedItem): DraftItem | undefined {
  if (content === null) return undefined
  if (kind !== 'media') return { kind, key: id, name, content }
  const fileName = typeof content.fileName === 'string' ? content.fileName : name
  return { kind, key: id, name, file, fileName, content }
}

function entry(
  what: ImportEntry['what'],
  name: string,
  key: string,
  became: ImportEntry['became'],
  notes: readonly string[] = [],
): ImportEntry {
  return { what, name, origin: key, became, key: became === 'nothing' ? null : key, notes }
}

function moduleEntries({ id, name, objects }: ArchivedModule): readonly ImportEntry[] {
  return [entry('module', name, id, 'module'), ...objects.flatMap(objectEntries)]
}

function objectEntries({ id, name, pages, questions }: ArchivedObject): readonly ImportEntry[] {
  return [
    entry('object', name, id, 'object'),
    ...pages.map(page => entry('page', page.title, page.id, 'page')),
    ...questions.map((question, index) => entry('question', `Question ${index + 1}`, question.id, 'question')),
  ]
}

const itemThings = { media: 'file', resource: 'resource', term: 'term' } as const

function itemEntry({ kind, id, name, content, file }: ArchivedItem): ImportEntry {
  if (content === null) return entry(itemThings[kind], name, id, 'nothing', ['It was in the trash there.'])
  const notes = kind === 'media' && file === null ? ['Its bytes are not in the archive.'] : []
  return entry(itemThings[kind], name, id, kind, notes)
}
