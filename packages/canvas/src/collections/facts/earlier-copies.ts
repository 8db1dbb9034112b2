import type { CourseId } from '@recourse/core'
import { hasKnownSource, type KnownCopy, newestPerSource } from './copy-records.ts'
import { judgeCopies } from './judge-copies.ts'
import { listCopies } from './read-copies.ts'
import type { Survey } from './survey.ts'

/** Courses asked for their own copies, over all steps: a chain is short, a web of copies is not ours to map. */
const MAX_COURSES = 12

/**
 * The copies between the courses that pages are tagged with and the sources of this course (A→B where B→C is known),
 * found by asking each source for the copies into it, at most `depth` copies back from here.
 */
export async function findEarlierCopies(
  survey: Survey,
  tags: readonly CourseId[],
  direct: readonly KnownCopy[],
  depth: number,
): Promise<readonly KnownCopy[]> {
  const found: KnownCopy[] = []
  const asked = new Set<CourseId>([survey.courseId])
  let frontier = sourcesOf(direct)
  for (let step = 2; step <= depth && isOpen(tags, [...direct, ...found]); step++) {
    const next = [...frontier].filter(course => !asked.has(course)).slice(0, MAX_COURSES - asked.size)
    if (next.length === 0) break
    for (const course of next) asked.add(course)
    const copies = (await Promise.all(next.map(course => copiesInto(survey, course)))).flat()
    found.push(...copies)
    frontier = sourcesOf(copies)
  }
  return onTheWay(tags, found)
}

function sourcesOf(copies: readonly KnownCopy[]): ReadonlySet<CourseId> {
  return new Set(copies.map(({ from }) => from.courseId))
}

function isOpen(tags: readonly CourseId[], copies: readonly KnownCopy[]): boolean {
  const sources = sourcesOf(copies)
  return tags.some(tag => !sources.has(tag))
}

async function copiesInto(survey: Survey, courseId: CourseId): Promise<readonly KnownCopy[]> {
  const { finished } = judgeCopies(await listCopies(survey, courseId), survey.nowMs)
  return newestPerSource(finished.filter(hasKnownSource))
}

/** Only what leads from a tagged course onwards: other branches say nothing about these pages. */
function onTheWay(tags: readonly CourseId[], copies: readonly KnownCopy[]): readonly KnownCopy[] {
  const reached = new Set<CourseId>(tags)
  for (let size = -1; size !== reached.size; ) {
    size = reached.size
    for (const { from, toCourseId } of copies) if (reached.has(from.courseId)) reached.add(toCourseId)
  }
  return copies.filter(({ from }) => reached.has(from.courseId))
}
