import {
  type ConfigurationPage,
  type CourseId,
  type ImportStamp,
  type PageId,
  type PageRevision,
  sameReading,
} from '@recourse/core'
import { getPageRevision, listPageRevisions } from '../../pages/page-revisions.ts'
import { readPage } from './configuration-pages.ts'
import type { FinishedCopy } from './judge-copies.ts'
import { readUnlessDenied, type Survey } from './survey.ts'

/** So many revisions are read in search of this course's own configuration; each costs a request. */
const MAX_READ_BACK = 20

/** So many revisions before this course's own are compared with what stands on the page now. */
const MAX_COMPARED = 3
/** Clocks of a copy's log and of its pages differ by a little. */
const TOLERANCE_MS = 2000

type Past = Pick<ConfigurationPage, 'revisionId' | 'earlier'>

/**
 * The revisions that tell whether a copy replaced this course's own configuration: from the newest back to the first
 * that is tagged with this course, and the one that the import it grew out of had written (design *Its history*).
 */
export async function readPast(
  survey: Survey,
  page: ConfigurationPage,
  copies: readonly FinishedCopy[],
): Promise<Past> {
  const { canvas, courseId, call } = survey
  const sentence = 'The history of the configuration page cannot be read with your rights.'
  const listed = await readUnlessDenied(survey, sentence, [], () =>
    listPageRevisions(canvas, courseId, { id: page.pageId }, call),
  )
  const numbers = listed.map(({ revisionId }) => revisionId).toSorted((one, other) => other - one)
  const [latest, ...before] = numbers
  if (latest === undefined) return { revisionId: null, earlier: [] }
  return { revisionId: latest, earlier: await readBack(survey, page, { numbers: before, copies }) }
}

interface Before {
  /** Of the revisions before the latest, descending. */
  readonly numbers: readonly number[]
  readonly copies: readonly FinishedCopy[]
}

async function readBack(
  survey: Survey,
  page: ConfigurationPage,
  { numbers, copies }: Before,
): Promise<readonly PageRevision[]> {
  const read: PageRevision[] = []
  for (const number of numbers.slice(0, MAX_READ_BACK)) {
    const revision = await readRevision(survey, page.pageId, number)
    read.push(revision)
    const stamp = stampOf(revision, survey.courseId)
    if (stamp === undefined) continue
    const older = numbers.slice(numbers.indexOf(number) + 1)
    const base = stamp === null ? undefined : await findBase(survey, page.pageId, older, stamp)
    const all = base === undefined ? read : [...read, base]
    const beforeOwn = older.filter(each => each < (base ?? revision).revisionId)
    return (await isTakenBack(survey, page, { numbers: beforeOwn, copies, stamp })) ? [] : all
  }
  if (numbers.length > read.length)
    survey.unread.add(`Only the newest ${read.length + 1} of ${numbers.length + 1} versions of the page were read.`)
  return read
}

/**
 * Whether a person put back what stood here before this course's own configuration (*Undo*): no copy replaced that
 * one, so there is nothing to keep or to merge. Told by the content, and by no copy having saved it; pages that cannot
 * be read have none.
 */
async function isTakenBack(
  survey: Survey,
  page: ConfigurationPage,
  { numbers, copies, stamp }: Before & { readonly stamp: ImportStamp | null },
): Promise<boolean> {
  // The copy that the import was made from is not one that replaced it.
  const isByCopy = copies.length > (stamp === null ? 0 : 1) && copies.some(copy => isDuring(page.updatedAt, copy))
  if (isByCopy) return false
  for (const number of numbers.slice(0, MAX_COMPARED)) {
    const { reading } = await readRevision(survey, page.pageId, number)
    if (reading.ok && sameReading(reading, page.reading)) return true
  }
  return false
}

function isDuring(instant: string, { startedAt, finishedAt }: FinishedCopy): boolean {
  if (startedAt === null || finishedAt === null) return false
  const at = Date.parse(instant)
  return at >= Date.parse(startedAt) - TOLERANCE_MS && at <= Date.parse(finishedAt) + TOLERANCE_MS
}

async function readRevision(survey: Survey, pageId: PageId, number: number): Promise<PageRevision> {
  const { canvas, courseId, call, parseHtml } = survey
  const revision = await getPageRevision(canvas, courseId, { id: pageId }, number, call)
  return {
    revisionId: revision.revisionId,
    updatedAt: revision.updatedAt ?? '',
    reading: readPage(revision.body, parseHtml),
  }
}

/** The import a revision of this course grew out of, `null` for none; `undefined` where it is not this course's. */
function stampOf({ reading }: PageRevision, courseId: CourseId): ImportStamp | null | undefined {
  return reading.ok && reading.page.courseId === courseId ? reading.page.configuration.imported : undefined
}

/**
 * The oldest revision with the same stamp: what the import wrote. All between bear it too, so it is found by
 * halving: a page saved every ten seconds for an hour costs nine reads, not 360.
 */
async function findBase(
  survey: Survey,
  pageId: PageId,
  numbers: readonly number[],
  stamp: ImportStamp,
): Promise<PageRevision | undefined> {
  let base: PageRevision | undefined
  let [from, to] = [0, numbers.length]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    const number = numbers[middle]
    if (number === undefined) break
    const revision = await readRevision(survey, pageId, number)
    if (stampOf(revision, survey.courseId)?.at === stamp.at) {
      base = revision
      from = middle + 1
    } else to = middle
  }
  return base
}
