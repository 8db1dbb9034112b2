import { blueprintSide } from '../blueprint/row-lock.ts'
import { getCourse } from '../find-course.ts'
import { type Call, json } from '../http/call.ts'
import { refused } from '../http/errors.ts'
import { need } from '../rights.ts'
import { toCourseJson } from '../wire/course.ts'

/**
 * `POST /courses/:id/reset_content` (Canvas: "Courses" API): the course is deleted, and an empty one with its name, place, SIS id,
 * settings and people takes its place, under a new id.
 */
export function resetContent(call: Call): Response {
  const course = getCourse(call)
  need(call, course, 'reset_content')
  const { world, origin, caller } = call
  if (blueprintSide(world, course) === 'master') throw refused('cannot reset_content on a blueprint course')
  const fresh = {
    ...structuredClone(course),
    ...{ id: world.nextId('courses'), createdAt: world.nowIso(), workflowState: 'unpublished' as const },
    ...{ syllabusBody: null, frontPageUrl: null, defaultView: 'modules' as const },
  }
  world.rows.courses.set(fresh.id, fresh)
  for (const row of world.rows.enrollments.values()) if (row.courseId === course.id) row.courseId = fresh.id
  Object.assign(course, { workflowState: 'deleted', sisCourseId: null, uuid: world.randomText() })
  return json(call, toCourseJson(fresh, { world, origin, caller, includes: [] }))
}
