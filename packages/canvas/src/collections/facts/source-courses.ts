import type { CourseId, SourceCourse } from '@recourse/core'
import { getCourse } from '../../courses.ts'
import { listModulesWithItems } from '../../modules.ts'
import { toCourseModules, toTerm } from './course-facts.ts'
import type { CopySource } from './judge-copies.ts'
import { readUnlessDenied, type Survey } from './survey.ts'

export interface SourceToRead extends CopySource {
  readonly courseId: CourseId
  readonly code: string | null
  /** On the way of the configuration: its course and modules are read. Others are named only. */
  readonly isOnTheWay: boolean
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
  const known = { ...nameOnly(source), modules: modules && toCourseModules(modules) }
  if (course === null) return known
  const { name, courseCode, startAt } = course
  return { ...known, name, code: courseCode ?? known.code, startAt, term: toTerm(course) }
}

function nameOnly({ courseId, name, code }: SourceToRead): SourceCourse {
  return { courseId, name, code, startAt: null, term: null, modules: null }
}
