import { getCourse } from '../find-course.ts'
import { type Call, json, needCaller, route, type SandboxApp } from '../http/call.ts'
import { paginate } from '../http/paginate.ts'
import { includes } from '../http/reading.ts'
import { seesAll } from '../modules/rows.ts'
import { toActivityJson } from '../wire/activity.ts'
import type { World } from '../world.ts'
import { listOwnCourses } from './own-courses.ts'

/** Kinds of things that no course of the sandbox has: their lists are empty. */
const NONE = ['external_tools', 'features/enabled', 'groups', 'rubrics', 'custom_gradebook_columns']

/** What is beside the sandbox's own purpose, and what scripts that walk through a course ask for on their way. */
export function registerBeside(app: SandboxApp, world: World): void {
  for (const name of NONE) {
    app.get(
      `/api/v1/courses/:course_id/${name}`,
      route(world, call => {
        getCourse(call)
        return paginate(call, [], String)
      }),
    )
  }
  app.get('/api/v1/courses/:course_id/assignment_groups', route(world, listAssignmentGroups))
  // Who marked none has all of them for favourites (Canvas: "Favorites" API).
  app.get(
    '/api/v1/users/self/favorites/courses',
    route(world, call => listOwnCourses(call, needCaller(call))),
  )
}

/** Every course has the one that Canvas makes at first, with the course's id. */
function listAssignmentGroups(call: Call): Response {
  const course = getCourse(call)
  const assignments = [...call.world.rows.activities.values()].filter(
    row =>
      row.courseId === course.id &&
      row.kind === 'assignment' &&
      (row.state === 'active' || (row.state === 'unpublished' && seesAll(call, course))),
  )
  const group = {
    ...{ id: course.id, name: 'Assignments', position: 1, group_weight: 0 },
    ...{ sis_source_id: null, integration_data: {}, rules: {} },
    ...(includes(call.params, 'assignments')
      ? { assignments: assignments.map(row => toActivityJson(call, course, row)) }
      : {}),
  }
  return json(call, [group])
}
