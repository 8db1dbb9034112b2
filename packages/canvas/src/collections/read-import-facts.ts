import type { CourseId, EditLock, HtmlParser, ImportFacts, UserId } from '@recourse/core'
import { isLockHeld } from '@recourse/core'
import type { Canvas } from '../canvas.ts'
import { linkSignals } from '../http/signals.ts'
import { listPages } from '../pages/pages.ts'
import {
  type CandidateRead,
  type ConfigurationPages,
  readConfigurationPages,
  readEditLock,
} from './facts/configuration-pages.ts'
import { hasKnownSource, toTimes } from './facts/copy-records.ts'
import { readAllModules, readCourse, readRights } from './facts/course-facts.ts'
import { readFiles } from './facts/course-files.ts'
import { findLeftOver, followRecords, type Here, isAsCopied, isAtHome, judgeNeeds, type Needs } from './facts/needs.ts'
import { readOtherFiles } from './facts/other-files.ts'
import { readPast } from './facts/page-past.ts'
import { type CopiesRead, readCopies } from './facts/read-copies.ts'
import { readHistoryOfCopies } from './facts/read-history-of-copies.ts'
import { readSources } from './facts/source-courses.ts'
import { readUnlessDenied, type Survey } from './facts/survey.ts'

export interface ReadFactsOptions {
  /** The door's parser: canvas has none, so that the browser's own can be used. */
  readonly parseHtml: HtmlParser
  readonly now?: () => number
  readonly signal?: AbortSignal | undefined
  /** Who is asking, where the door knows it; else Canvas is asked, and only where a lock page makes it matter. */
  readonly user?: UserId | undefined
  /** How many copies back the way of a configuration is followed; default 5. */
  readonly depth?: number
}

/**
 * Everything a plan is drawn from, in as few requests as it can be (≤ 12 for a course of 20 modules with images).
 * What Canvas will not show is noted in `unread`; a Canvas in trouble, or a course that cannot be read at all, is a
 * `CanvasError`. While Canvas is still copying only the time, the page and the modules are read.
 */
export async function readImportFacts(
  canvas: Canvas,
  courseId: CourseId,
  options: ReadFactsOptions,
): Promise<ImportFacts> {
  const { signal, abort, unlink } = linkSignals([options.signal])
  const nowMs = (options.now ?? canvas.now)()
  const survey = { canvas, courseId, call: { signal }, parseHtml: options.parseHtml, nowMs, unread: new Set<string>() }
  try {
    return await readFacts(survey, options)
  } catch (error) {
    // What else is under way is of no use any more.
    abort(error)
    throw error
  } finally {
    unlink()
  }
}

async function readFacts(survey: Survey, { user, depth = 5 }: ReadFactsOptions): Promise<ImportFacts> {
  const reading = readRights(survey)
  const [course, rights, copies, { modules, mayLackModules }, pages] = await Promise.all([
    readCourse(survey),
    reading,
    readCopies(survey),
    readAllModules(survey, reading),
    readConfigurationPages(survey),
  ])
  const lock = await readEditLock(survey, pages.lockPages, user)
  const further =
    copies.copying === null
      ? await readFurther(survey, { copies, found: pages, modules, depth })
      : nothingFurther(pages)
  return {
    readAt: new Date(survey.nowMs).toISOString(),
    origin: survey.canvas.origin,
    course,
    rights,
    copying: copies.copying,
    failedCopy: copies.failed,
    modules,
    mayLackModules,
    lock: withoutCopied(lock, copies, survey),
    ...further,
    unread: [...survey.unread],
  }
}

type Further = Pick<ImportFacts, 'candidates' | 'records' | 'sources' | 'files' | 'otherFiles' | 'pages'>

function nothingFurther({ candidates }: ConfigurationPages): Further {
  const pages = candidates.map(({ page }) => page)
  return { candidates: pages, records: [], sources: [], files: null, otherFiles: [], pages: null }
}

interface FirstReading {
  readonly copies: CopiesRead
  readonly found: ConfigurationPages
  readonly modules: ImportFacts['modules']
  readonly depth: number
}

/** What only a finished copy makes worth reading. */
async function readFurther(survey: Survey, { copies, found, modules, depth }: FirstReading): Promise<Further> {
  const here = { courseId: survey.courseId, modules }
  const candidates = await withPast(survey, here, { copies, candidates: found.candidates })
  const needs = judgeNeeds(candidates, here, survey.parseHtml)
  const [{ records, sources }, files, pages] = await Promise.all([
    readCopiesAndSources(survey, copies, needs, depth),
    needs.files ? readFiles(survey, survey.courseId) : null,
    needs.coursePages ? readPages(survey) : null,
  ])
  const known = { courseId: survey.courseId, files, copiedTo: followRecords(records, survey.courseId) }
  const otherFiles = await readOtherFiles(survey, findLeftOver(needs.pages, known, survey.parseHtml))
  return { candidates: candidates.map(({ page }) => page), records, sources, files, otherFiles, pages }
}

async function readCopiesAndSources(
  survey: Survey,
  copies: CopiesRead,
  needs: Needs,
  depth: number,
): Promise<Pick<Further, 'records' | 'sources'>> {
  const { records, sources } = await readHistoryOfCopies(survey, copies, needs, depth)
  return { records, sources: await readSources(survey, sources) }
}

/** The history of the first page, where it can tell something: a copy that only just made the page has none. */
async function withPast(
  survey: Survey,
  here: Here,
  { copies, candidates }: { readonly copies: CopiesRead; readonly candidates: readonly CandidateRead[] },
): Promise<readonly CandidateRead[]> {
  const [first, ...others] = candidates
  if (first === undefined || isAtHome(first.page.reading, here) || isAsCopied(first, copies.finished)) return candidates
  const past = await readPast(survey, first.page, copies.finished)
  return [{ ...first, page: { ...first.page, ...past } }, ...others]
}

async function readPages(survey: Survey): Promise<ImportFacts['pages']> {
  const { canvas, courseId, call } = survey
  const sentence = 'The pages of this course cannot be listed with your rights.'
  const pages = await readUnlessDenied(survey, sentence, null, () => listPages(canvas, courseId, {}, call))
  return pages?.map(({ id, url, title, isPublished }) => ({ id, slug: url, title, published: isPublished })) ?? null
}

/** A package brings lock pages along as a course copy does, and has no record that would tell. */
function withoutCopied(lock: EditLock | null, { finished }: CopiesRead, { nowMs }: Survey): EditLock | null {
  const now = new Date(nowMs).toISOString()
  const packages = finished.filter(copy => !hasKnownSource(copy)).map(toTimes)
  const isCopied = isLockHeld(lock, now, []) && !isLockHeld(lock, now, packages)
  return isCopied ? null : lock
}
