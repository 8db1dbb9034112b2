import type { CopyRecord, CourseId, ModuleEntry } from '@recourse/core'
import { hasKnownSource, type KnownCopy, newestPerSource, readRecords, toRecord } from './copy-records.ts'
import { findEarlierCopies } from './earlier-copies.ts'
import type { Needs } from './needs.ts'
import type { CopiesRead } from './read-copies.ts'
import { readPackageRecord } from './record-package.ts'
import type { SourceToRead } from './source-courses.ts'
import type { Survey } from './survey.ts'

export interface HistoryOfCopies {
  readonly records: readonly CopyRecord[]
  /** The nearest first. */
  readonly sources: readonly SourceToRead[]
}

/** Canvas's record of the copies that matter to these pages, and the courses on their way. */
export async function readHistoryOfCopies(
  survey: Survey,
  copies: CopiesRead,
  needs: Needs,
  depth: number,
): Promise<HistoryOfCopies> {
  const direct = newestPerSource(copies.finished.filter(hasKnownSource))
  // Times alone tell that a copy brought a lock page along; nothing else is asked of them here.
  if (needs.pages.length === 0) return { records: direct.map(copy => toRecord(copy, null)), sources: [] }
  const unexplained = needs.tags.filter(tag => direct.every(({ from }) => from.courseId !== tag))
  const [ofDirect, ofEarlier] = await Promise.all([
    readRecords(survey, direct, needs.keys),
    unexplained.length === 0
      ? { earlier: [], records: [] }
      : explain(survey, copies, needs, { unexplained, direct, depth }),
  ])
  const sources = toSources([...direct, ...ofEarlier.earlier], needs, copies.blueprint)
  return { records: [...ofDirect, ...ofEarlier.records], sources }
}

interface Unexplained {
  readonly unexplained: readonly CourseId[]
  readonly direct: readonly KnownCopy[]
  readonly depth: number
}

/** Tags that are no source of this course: an earlier copy of a source, or a package of that course. */
async function explain(
  survey: Survey,
  copies: CopiesRead,
  { pages, keys }: Needs,
  { unexplained, direct, depth }: Unexplained,
): Promise<{ readonly earlier: readonly KnownCopy[]; readonly records: readonly CopyRecord[] }> {
  const earlier = await findEarlierCopies(survey, unexplained, direct, depth)
  const [ofEarlier, ofPackage] = await Promise.all([
    readRecords(survey, earlier, keys),
    earlier.length === 0 ? readPackageRecord(survey, copies.finished, pages, keys) : [],
  ])
  return { earlier, records: [...ofEarlier, ...ofPackage] }
}

/** Sources in the order of their copies, then courses that only a tag names. */
function toSources(
  copies: readonly KnownCopy[],
  { tags, pages }: Needs,
  blueprint: CopiesRead['blueprint'],
): readonly SourceToRead[] {
  const way = coursesOnTheWay(copies, tags)
  const names = new Map(copies.map(({ from }) => [from.courseId, from.name]))
  const courses = [...new Set([...names.keys(), ...tags])]
  return courses.map(courseId => ({
    courseId,
    name: names.get(courseId) ?? null,
    code: blueprint?.id === courseId ? blueprint.courseCode : null,
    isOnTheWay: way.has(courseId),
    entries: names.has(courseId) ? null : entriesOf(pages, courseId),
  }))
}

function entriesOf(pages: Needs['pages'], tag: CourseId): readonly ModuleEntry[] {
  return pages.flatMap(({ courseId, configuration }) => (courseId === tag ? configuration.modules : []))
}

/** The tagged courses and all they were copied to; a page without a tag came with the newest copy. */
function coursesOnTheWay(copies: readonly KnownCopy[], tags: readonly CourseId[]): ReadonlySet<CourseId> {
  const [newest] = copies
  const way = new Set<CourseId>(tags)
  if (tags.length === 0 && newest !== undefined) way.add(newest.from.courseId)
  for (let size = -1; size !== way.size; ) {
    size = way.size
    for (const { from, toCourseId } of copies) if (way.has(from.courseId)) way.add(toCourseId)
  }
  return way
}
