import type { CartridgeActivity, CartridgeCourse, CartridgeFile, CartridgePage } from '../cartridge/index.ts'
import type { HtmlParser } from '../collections/html/html-parser.ts'
import type { Question } from '../library/index.ts'
import type { FindTarget } from './cartridge-links.ts'
import type { DraftMedia, DraftPage } from './course-draft.ts'
import { draftBlocks } from './draft-blocks.ts'
import { toTextKey } from './draft-keys.ts'
import { type DraftLink, draftLinks } from './draft-links.ts'
import { draftQuestions } from './draft-questions.ts'
import type { ImportEntry, PackageThing } from './import-report.ts'
import { noteActivity, type ReadXml } from './note-activity.ts'
import { noteText } from './note-text.ts'

/** What a cartridge holds, whether or not a module shows it. */
export interface CartridgeContents {
  /** By key, in the order in which they are to stand where no module says so. */
  readonly pages: ReadonlyMap<string, DraftPage>
  /** Of activities, by key. */
  readonly questions: ReadonlyMap<string, readonly Question[]>
  readonly media: readonly DraftMedia[]
  /** Web links and external tools, each with its identifier. */
  readonly links: readonly DraftLink[]
  readonly entries: readonly ImportEntry[]
}

export interface ContentRules {
  readonly parseHtml: HtmlParser
  readonly findTarget: FindTarget
  readonly readXml: ReadXml
}

export function draftContents(course: CartridgeCourse, rules: ContentRules): CartridgeContents {
  const texts = [
    ...syllabusOf(course),
    ...course.pages.map(pageText),
    ...course.activities.map(activity => activityText(activity, rules.readXml)),
  ]
  const drafted = texts.map(text => draftText(text, rules))
  const quizzes = course.activities.map(activity => draftQuestions(activity, rules.parseHtml))
  const files = course.files.map(draftFile)
  const isBare = findBare(drafted, quizzes)
  const { links, entries: linkEntries } = draftLinks(course)
  return {
    pages: new Map(drafted.flatMap(({ page }) => (isBare(page) ? [] : [[page.key, page] as const]))),
    questions: new Map(quizzes.map(({ key, questions }) => [key, questions])),
    media: files.map(({ item }) => item),
    links,
    entries: [
      ...drafted.map(({ page, entry }) => (isBare(page) ? toQuestions(entry) : entry)),
      ...quizzes.flatMap(({ entries }) => entries),
      ...files.map(({ entry }) => entry),
      ...linkEntries,
    ],
  }
}

type Quiz = ReturnType<typeof draftQuestions>

/** A quiz that says nothing and that nothing leads to is its questions, and no page. */
function findBare(
  drafted: readonly { readonly page: DraftPage }[],
  quizzes: readonly Quiz[],
): (page: DraftPage) => boolean {
  const asked = new Set(quizzes.flatMap(({ key, questions }) => (questions.length > 0 ? [key] : [])))
  const references = drafted.flatMap(({ page }) => page.blocks).flatMap(block => block.references)
  const linked = new Set(references.flatMap(({ kind, key }) => (kind === 'page' ? [key] : [])))
  return ({ key, blocks }) => asked.has(key) && blocks.length === 0 && !linked.has(key)
}

function toQuestions(entry: ImportEntry): ImportEntry {
  return {
    ...entry,
    became: 'question',
    notes: [...entry.notes, 'It has no text of its own: its questions are in the Learning Object.'],
  }
}

interface PackageText {
  readonly what: PackageThing
  readonly key: string
  readonly title: string
  readonly href: string
  readonly body: string
  readonly notes: readonly string[]
}

const HIDDEN = 'Students did not see it there.'

function syllabusOf({ syllabusBody }: CartridgeCourse): readonly PackageText[] {
  if ((syllabusBody ?? '').trim() === '') return []
  return [
    {
      what: 'syllabus',
      key: 'syllabus',
      title: 'Syllabus',
      href: 'course_settings/syllabus.html',
      body: syllabusBody ?? '',
      notes: [],
    },
  ]
}

function pageText({ identifier, title, href, body, isPublished }: CartridgePage): PackageText {
  return { what: 'page', key: toTextKey('page', identifier), title, href, body, notes: isPublished ? [] : [HIDDEN] }
}

const activityThings = {
  assignment: 'assignment',
  discussion_topic: 'discussion',
  announcement: 'announcement',
  quiz: 'quiz',
} as const

function activityText(activity: CartridgeActivity, readXml: ReadXml): PackageText {
  const { kind, identifier, title, href, body, isPublished, ...rest } = activity
  const lost = [
    ...(rest.pointsPossible !== null ? ['points'] : []),
    ...(rest.dueAt !== null || rest.unlockAt !== null || rest.lockAt !== null ? ['dates'] : []),
    ...(kind === 'assignment'
      ? ['hand-in']
      : kind === 'discussion_topic' || kind === 'announcement'
        ? ['replies']
        : []),
  ]
  const notes = [
    ...(isPublished ? [] : [HIDDEN]),
    ...(lost.length > 0 ? [`Its text is a page now; not carried over: ${lost.join(', ')}.`] : []),
    ...noteActivity(activity, readXml),
  ]
  return { what: activityThings[kind], key: toTextKey('activity', identifier), title, href, body: body ?? '', notes }
}

function draftText({ what, key, title, href, body, notes }: PackageText, { parseHtml, findTarget }: ContentRules) {
  const text = draftBlocks(parseHtml(body), address => {
    const target = findTarget(address, href)
    if (target.kind === 'page') return { kind: 'page', key: target.key, linkKey: null }
    if (target.kind === 'media') return target
    if (target.kind === 'away') return 'away'
    return { why: target.kind, address: target.kind === 'tool' ? target.url : address }
  })
  const name = title.trim() || 'Untitled'
  const page: DraftPage = { key, linkKey: null, title: name, styleKey: null, blocks: text.blocks }
  const entry: ImportEntry = {
    what,
    name,
    origin: href || key,
    became: 'page',
    key,
    notes: [...notes, ...noteText(text)],
  }
  return { page, entry }
}

function draftFile({ identifier, href, path, displayName, locked, hidden, usageRights }: CartridgeFile) {
  const rights = usageRights ? { usageRights } : {}
  const item: DraftMedia = {
    kind: 'media',
    key: identifier,
    name: displayName,
    file: href,
    fileName: displayName,
    content: { path, ...rights },
  }
  const notes = locked || hidden ? [HIDDEN] : []
  const entry: ImportEntry = { what: 'file', name: path, origin: href, became: 'media', key: identifier, notes }
  return { item, entry }
}
