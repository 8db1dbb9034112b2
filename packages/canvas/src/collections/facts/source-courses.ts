import type { CourseId, ModuleEntry, SourceCourse } from '@recourse/core'
import { getCourse } from '../../courses.ts'
import { listModulesWithItems } from '../../modules.ts'
import type { Module, ModuleWithItems } from '../../wire/module.ts'
import { mayLackSome, toCourseModules, toTerm } from './course-facts.ts'
import type { CopySource } from './judge-copies.ts'
import { readUnlessDenied, type Survey } from './survey.ts'

export interface SourceToRead extends CopySource {
  readonly courseId: CourseId
  readonly code: string | null
  /** On the way of the configuration: its course and modules are read. Others are named only. */
  readonly isOnTheWay: boolean
  /**
   * Entries written for this course, where only a tag speaks of it: a page that came from another Canvas bears a
   * number that means a different course here. `null` where a copy vouches for it.
   */
  readonly entries: readonly ModuleEntry[] | null
}

/** The courses that copies came from, as far as the caller may see them, in the order given. */
export function readSources(survey: Survey, sources: readonly SourceToRead[]): Promise<readonly SourceCourse[]> {
  return Promise.all(sources.map(source => (source.isOnTheWay ? readSource(survey, source) : nameOnly(source))))
}

async function readSource(survey: Survey, source: SourceToRead): Promise<SourceCourse> {
  const { canvas, call } = survey
  const sentence = `Course ${source.courseId}, where a copy came from, cannot be read with your rights.`
  const [course, modules] = await Promise.all([
    readUnlessDenied(survey, sentence, null, () => getCourse(canvas, source.courseId, call)),
    readUnlessDenied(survey, sentence, null, () => listModulesWithItems(canvas, source.courseId, call)),
  ])
  if (source.entries !== null && !isWrittenFor(source.entries, modules ?? [])) return nameOnly(source)
  const known = { ...nameOnly(source), modules: allModules(survey, source, modules) }
  if (course === null) return known
  const { name, courseCode, startAt } = course
  return { ...known, name, code: courseCode ?? known.code, startAt, term: toTerm(course) }
}

/** A module that is not shown is not gone: some of them tell nothing about the others. */
function allModules(
  { unread }: Survey,
  { courseId }: SourceToRead,
  modules: readonly ModuleWithItems[] | null,
): SourceCourse['modules'] {
  if (modules === null) return null
  if (!mayLackSome(modules)) return toCourseModules(modules)
  unread.add(
    `Course ${courseId}, where a copy came from, may have unpublished modules that are not shown with your rights.`,
  )
  return null
}

/** Speaks of its modules: by id, or by name on pages from before there were ids. */
function isWrittenFor(entries: readonly ModuleEntry[], modules: readonly Pick<Module, 'id' | 'name'>[]): boolean {
  const ids = new Set(modules.map(({ id }) => id))
  const names = new Set(modules.map(({ name }) => name))
  return entries.some(({ id, key, name }) => (id === null ? names.has(key) || names.has(name) : ids.has(id)))
}

function nameOnly({ courseId, name, code }: SourceToRead): SourceCourse {
  return { courseId, name, code, startAt: null, term: null, modules: null }
}
