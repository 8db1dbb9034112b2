import {
  type CollectionsPage,
  type Configuration,
  type CopyRecord,
  type CourseFile,
  type CourseId,
  type CourseModule,
  canonicalSlug,
  chainFinder,
  type FileReference,
  fileReferences,
  type HtmlParser,
  isBlank,
} from '@recourse/core'
import type { CandidateRead } from './configuration-pages.ts'
import type { FinishedCopy } from './judge-copies.ts'
import { holdsLeakedToken } from './migration-keys.ts'

/** Which further facts the pages found call for: nothing is read that no plan would look at. */
export interface Needs {
  /** Configurations that came from elsewhere, those of earlier revisions included. */
  readonly pages: readonly CollectionsPage[]
  /** Courses that they are tagged with. */
  readonly tags: readonly CourseId[]
  readonly files: boolean
  readonly coursePages: boolean
  /** Migration ids, because a copy left tokens in the text. */
  readonly keys: boolean
}

export function judgeNeeds(candidates: readonly CandidateRead[], here: Here, parseHtml: HtmlParser): Needs {
  const foreign = candidates.filter(({ page }) => isForeign(page, here))
  const pages = foreign.flatMap(({ page }) => readable([page.reading, ...page.earlier.map(each => each.reading)]))
  const keys = foreign.some(({ html }) => holdsLeakedToken(html))
  return {
    pages,
    tags: [...new Set(pages.flatMap(page => (page.courseId === here.courseId ? [] : (page.courseId ?? []))))],
    files: keys || foreign.some(({ html }) => mentionsFiles(html)) || pages.some(page => namesFiles(page, parseHtml)),
    coursePages: foreign.some(({ html }) => linksToPages(html)) || pages.some(usesPages),
    keys,
  }
}

type Reading = CandidateRead['page']['reading']

function readable(readings: readonly Reading[]): readonly CollectionsPage[] {
  return readings.flatMap(reading => (reading.ok ? [reading.page] : []))
}

/** Not empty, and not of this course where Collections looks. */
function isForeign({ slug, reading }: CandidateRead['page'], here: Here): boolean {
  const isHome = slug === canonicalSlug && isAtHome(reading, here)
  return reading.ok && !isHome && !isBlank(reading.page.configuration)
}

/** What a configuration of this course is told by. */
export interface Here {
  readonly courseId: CourseId
  readonly modules: readonly Pick<CourseModule, 'id'>[]
}

/** Tagged with this course and speaking of its modules: a restored package bears the tag, and knows none of them. */
export function isAtHome(reading: Reading, { courseId, modules }: Here): boolean {
  if (!reading.ok || reading.page.courseId !== courseId) return false
  const here = new Set<string>(modules.map(({ id }) => id))
  const entries = reading.page.configuration.modules
  return entries.length === 0 || here.size === 0 || entries.some(({ key }) => here.has(key))
}

function namesFiles({ configuration, images }: CollectionsPage, parseHtml: HtmlParser): boolean {
  return images.length > 0 || fileReferences(configuration, parseHtml).length > 0
}

function usesPages({ configuration, pageLinks }: CollectionsPage): boolean {
  return (
    pageLinks.length > 0 || configuration.collections.some(({ includePage, outputPage }) => includePage || outputPage)
  )
}

/** In JSON a slash may be escaped. A word too many costs a request, one too few a wrong verdict. */
function linksToPages(html: string): boolean {
  return /\/(?:pages|wiki)\\?\/|WIKI_REFERENCE/.test(html)
}

function mentionsFiles(html: string): boolean {
  return /\/files\\?\/\d/.test(html)
}

/**
 * Whether one copy made the page and nobody saved it since: then no earlier revision can be this course's own, and its
 * history need not be read. Canvas's times are whole seconds: of two copies that may have made it, neither counts.
 */
export function isAsCopied({ createdAt, page }: CandidateRead, copies: readonly FinishedCopy[]): boolean {
  if (createdAt === null) return false
  const [maker, ...others] = copies.filter(({ finishedAt }) => finishedAt === null || finishedAt >= createdAt)
  if (maker === undefined || others.length > 0 || maker.startedAt === null || maker.finishedAt === null) return false
  return maker.startedAt <= createdAt && page.updatedAt <= maker.finishedAt
}

/** What is known when the files that are nowhere to be seen are looked for. */
export interface KnownFiles {
  readonly courseId: CourseId
  readonly files: readonly CourseFile[] | null
  /** Where a file of a course went, by Canvas's record. */
  readonly copiedTo: (courseId: CourseId, fileId: string) => string | undefined
}

/** The file URLs that neither the listing nor Canvas's record nor Canvas's own rewriting leads to a file here. */
export function findLeftOver(
  pages: readonly CollectionsPage[],
  known: KnownFiles,
  parseHtml: HtmlParser,
): readonly FileReference[] {
  const here = new Set<string>(known.files?.map(file => file.id))
  const found = pages.flatMap(page => fileReferences(withoutRewritten(page, known.courseId, here), parseHtml))
  const isHere = ({ courseId, fileId }: FileReference): boolean =>
    courseId === known.courseId || courseId === null
      ? here.has(fileId)
      : here.has(known.copiedTo(courseId, fileId) ?? '')
  return [...new Map(found.filter(one => !isHere(one)).map(one => [one.key, one])).values()]
}

/** Card images whose link Canvas rewrote to a file of this course are found already. */
function withoutRewritten(page: CollectionsPage, courseId: CourseId, here: ReadonlySet<string>): Configuration {
  const rewritten = new Set(page.images.filter(({ src }) => leadsHere(src, courseId, here)).map(one => one.moduleKey))
  const modules = page.configuration.modules.map(entry => (rewritten.has(entry.key) ? { ...entry, image: '' } : entry))
  return { ...page.configuration, modules }
}

function leadsHere(src: string, courseId: CourseId, here: ReadonlySet<string>): boolean {
  const [, course, file] = /\/courses\/([\d~]+)\/files\/([\d~]+)/.exec(src) ?? []
  return course === courseId && here.has(file ?? '')
}

/** Follows a file along Canvas's records to this course, on the one way that a plan looks at: what that misses is asked for. */
export function followRecords(
  records: readonly CopyRecord[],
  to: CourseId,
): (courseId: CourseId, fileId: string) => string | undefined {
  const chainFrom = chainFinder(records, to)
  return (courseId, fileId) => chainFrom(courseId).assets?.files.get(fileId)
}
