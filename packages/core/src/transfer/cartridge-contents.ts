import type { CartridgeActivity, CartridgeCourse, CartridgeFile, CartridgePage } from '../cartridge/index.ts'
import type { HtmlParser } from '../collections/html/html-parser.ts'
import { toHtml } from '../collections/html/to-html.ts'
import type { Question } from '../library/index.ts'
import type { FindTarget } from './cartridge-links.ts'
import type { DraftItem, DraftMedia, DraftPage } from './course-draft.ts'
import { type DraftedText, draftBlocks } from './draft-blocks.ts'
import type { ImportEntry, PackageThing } from './import-report.ts'
import { readQuestion } from './read-question.ts'

/** What a cartridge holds, whether or not a module shows it. */
export interface CartridgeContents {
  /** By identifier, in the order in which they are to stand where no module says so. */
  readonly pages: ReadonlyMap<string, DraftPage>
  /** Of quizzes, by identifier. */
  readonly questions: ReadonlyMap<string, readonly Question[]>
  readonly media: readonly DraftMedia[]
  /** Web links and external tools, by identifier. */
  readonly links: ReadonlyMap<string, DraftItem>
  readonly entries: readonly ImportEntry[]
}

export interface ContentRules {
  readonly parseHtml: HtmlParser
  readonly findTarget: FindTarget
}

export function draftContents(course: CartridgeCourse, rules: ContentRules): CartridgeContents {
  const texts = [...syllabusOf(course), ...course.pages.map(pageText), ...course.activities.map(activityText)]
  const drafted = texts.map(text => draftText(text, rules))
  const quizzes = course.activities.map(activity => draftQuestions(activity, rules))
  const files = course.files.map(draftFile)
  const isBare = findBare(drafted, quizzes)
  const links = [...course.webLinks.map(link => ({ ...link, what: 'web link' as const })), ...toolsOf(course)]
  return {
    pages: new Map(drafted.flatMap(({ page }) => (isBare(page) ? [] : [[page.key, page] as const]))),
    questions: new Map(quizzes.map(({ key, questions }) => [key, questions])),
    media: files.map(({ item }) => item),
    links: draftLinks(course, links),
    entries: [
      ...drafted.map(({ page, entry }) => (isBare(page) ? toQuestions(entry) : entry)),
      ...quizzes.flatMap(({ entries }) => entries),
      ...files.map(({ entry }) => entry),
      ...links.map(linkEntry),
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
  return { what: 'page', key: identifier, title, href, body, notes: isPublished ? [] : [HIDDEN] }
}

const activityThings = {
  assignment: 'assignment',
  discussion_topic: 'discussion',
  announcement: 'announcement',
  quiz: 'quiz',
} as const

function activityText({ kind, identifier, title, href, body, isPublished, ...rest }: CartridgeActivity): PackageText {
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
  ]
  return { what: activityThings[kind], key: identifier, title, href, body: body ?? '', notes }
}

function draftText({ what, key, title, href, body, notes }: PackageText, { parseHtml, findTarget }: ContentRules) {
  const text = draftBlocks(parseHtml(body), address => {
    const target = findTarget(address, href)
    if (target.kind === 'page') return { kind: 'page', key: target.key, linkKey: null }
    return target.kind === 'media' ? target : target.kind
  })
  const name = title.trim() || 'Untitled'
  const page: DraftPage = { key, linkKey: null, title: name, styleKey: null, blocks: text.blocks }
  const entry: ImportEntry = {
    what,
    name,
    origin: href || key,
    became: 'page',
    key,
    notes: [...notes, ...textNotes(text)],
  }
  return { page, entry }
}

function textNotes({ missing, cleaned }: DraftedText): readonly string[] {
  const links =
    missing.length > 0 ? [`Leads to what is not in the package, so the link went: ${missing.join(', ')}.`] : []
  return cleaned.length > 0 ? [...links, `Taken out in cleaning: ${cleaned.join(', ')}.`] : links
}

function draftQuestions(activity: CartridgeActivity, { parseHtml }: ContentRules) {
  const all = activity.questions.map((raw, index) => {
    const { text, kind, answers, isTextOnly } = readQuestion(raw)
    const stem = draftLine(text, parseHtml)
    const id = raw.identifier ?? `${activity.identifier}-${index + 1}`
    const cleaned = answers.map(answer => ({ ...answer, text: draftLine(answer.text, parseHtml).text }))
    const question: Question = {
      id,
      text: stem.text,
      ...(kind && { kind }),
      ...(cleaned.length > 0 && { answers: cleaned }),
    }
    const notes = [
      ...(isTextOnly ? [`Only its text: answers of ${raw.type ?? 'this'} kind have no place here.`] : []),
      ...(stem.hasLost ? ['A picture or link in it was not carried over.'] : []),
    ]
    const name = raw.title?.trim() || `Question ${index + 1}`
    const entry: ImportEntry = { what: 'question', name, origin: id, became: 'question', key: id, notes }
    return { question, entry }
  })
  return {
    key: activity.identifier,
    questions: all.map(({ question }) => question),
    entries: all.map(({ entry }) => entry),
  }
}

/** Of a question: cleaned, in one piece, without anything that it refers to. */
function draftLine(html: string, parseHtml: HtmlParser) {
  const isWeb = (address: string): boolean => /^(?:https?:|mailto:|tel:)/i.test(address.trim())
  const { blocks, missing } = draftBlocks(parseHtml(html), address => (isWeb(address) ? 'away' : 'missing'))
  const [only] = blocks
  const text =
    blocks.length === 1 && only !== undefined
      ? withoutParagraph(only.text, parseHtml)
      : blocks.map(each => each.text).join('')
  return { text, hasLost: missing.length > 0 }
}

/** A single paragraph without attributes is its inside. */
function withoutParagraph(text: string, parseHtml: HtmlParser): string {
  const [first] = parseHtml(text).children
  const isPlain = first?.type === 'element' && first.tagName === 'p' && Object.keys(first.properties).length === 0
  return isPlain ? toHtml({ type: 'root', children: first.children }) : text
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

function toolsOf({ externalTools }: CartridgeCourse) {
  return externalTools.map(tool => ({ ...tool, what: 'external tool' as const }))
}

/** Items of modules may name an address that no other part of the package holds. */
function draftLinks({ modules }: CartridgeCourse, links: CartridgeCourse['webLinks']): ReadonlyMap<string, DraftItem> {
  const known = new Set(links.map(({ url }) => url))
  const others = modules
    .flatMap(module => module.items)
    .filter(({ type, url }) => (type === 'ExternalUrl' || type === 'ExternalTool') && !known.has(url))
  return new Map(
    [...links, ...others].flatMap(({ identifier, title, url }) =>
      isWebAddress(url) ? [[identifier, draftLink(identifier, title, url)] as const] : [],
    ),
  )
}

function isWebAddress(url: string | null): url is string {
  return url !== null && /^(?:https?|mailto):/i.test(url.trim())
}

function draftLink(key: string, title: string, url: string): DraftItem {
  return { kind: 'resource', key, name: title.trim() || url, content: { url } }
}

function linkEntry({
  what,
  identifier,
  title,
  url,
}: {
  what: 'web link' | 'external tool'
  identifier: string
  title: string
  url: string | null
}): ImportEntry {
  const name = title.trim() || url || identifier
  if (!isWebAddress(url))
    return { what, name, origin: identifier, became: 'nothing', key: null, notes: ['It names no address of the web.'] }
  const notes = what === 'external tool' ? ['Only its address: a tool does not start from here.'] : []
  return { what, name, origin: identifier, became: 'resource', key: identifier, notes }
}
