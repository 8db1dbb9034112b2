import { type Call, needCaller } from './http/call.ts'
import { notFound } from './http/errors.ts'
import type { Course } from './model.ts'
import { need } from './rights.ts'
import type { World } from './world.ts'

/** Global ids are `shard × 10^13 + local id` (Canvas: switchman). */
const SHARD_SIZE = 10_000_000_000_000

/**
 * The row id in a path or parameter: `N`, `shard~N`, or the long global form. The sandbox is one shard and
 * answers to any shard number. `undefined` for anything else.
 */
export function toRowId(written: string): number | undefined {
  const match = /^(?:\d{1,5}~)?(\d{1,18})$/.exec(written.trim())
  return match ? Number(match[1]) % SHARD_SIZE : undefined
}

/** A course by `N`, `shard~N` or `sis_course_id:X`, deleted ones included; no check of rights. */
export function findCourse(world: World, written: string): Course | undefined {
  const sisId = /^sis_course_id:(.*)$/s.exec(written)?.[1]
  if (sisId !== undefined) return [...world.rows.courses.values()].find(course => course.sisCourseId === sisId)
  const id = toRowId(written)
  return id === undefined ? undefined : world.rows.courses.get(id)
}

/** The course in the path (`:course_id`), which the caller may read; 404 when there is none, else Canvas's refusal. */
export function getCourse(call: Call, name = 'course_id'): Course {
  const course = findCourse(call.world, call.path(name))
  if (!course || course.workflowState === 'deleted') throw notFound()
  if (!course.isPublic) needCaller(call)
  need(call, course, 'read')
  return course
}

/** The row of a course whose id stands in the path; 404 if it is not of that course or deleted. */
export function getRow<Row extends { courseId: number; state: string }>(
  call: Call,
  rows: ReadonlyMap<number, Row>,
  course: Course,
  name: string,
): Row {
  const row = rows.get(toRowId(call.path(name)) ?? -1)
  if (!row || row.courseId !== course.id || row.state === 'deleted') throw notFound()
  return row
}
