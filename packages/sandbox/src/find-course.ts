import { type Call, needCaller } from './http/call.ts'
import { notFound } from './http/errors.ts'
import type { Course } from './model.ts'
import { need } from './rights.ts'
import { toRowId } from './row-id.ts'
import type { World } from './world.ts'

export { toRowId } from './row-id.ts'

/** What a course may be called by instead of its id (Canvas: "Object IDs, SIS IDs, and special IDs"). */
const OTHER_IDS: ReadonlyMap<string, (course: Course) => unknown> = new Map([
  ['sis_course_id', course => course.sisCourseId],
  ['sis_integration_id', course => course.settings.integration_id],
  ['uuid', course => course.uuid],
])

/** `hex:sis_course_id:414243` is `sis_course_id:ABC`, for ids that no address can hold. */
function toOtherId(written: string): readonly [string, string] | undefined {
  const [, isHex, kind, id] = /^(hex:)?([a-z_]+):(.*)$/s.exec(written) ?? []
  if (kind === undefined || id === undefined) return undefined
  return [kind, isHex === undefined ? id : Buffer.from(id, 'hex').toString()]
}

/** A course by `N`, `shard~N` or `sis_course_id:X` and its like, deleted ones included; no check of rights. */
export function findCourse(world: World, written: string): Course | undefined {
  const [kind = '', otherId] = toOtherId(written) ?? []
  const read = OTHER_IDS.get(kind)
  if (read !== undefined) return [...world.rows.courses.values()].find(course => read(course) === otherId)
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
