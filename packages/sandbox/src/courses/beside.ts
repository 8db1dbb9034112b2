import { visibleActivities } from '../activities/visible-activities.ts'
import { getCourse } from '../find-course.ts'
import { type Call, json, route, type SandboxApp } from '../http/call.ts'
import { paginate } from '../http/paginate.ts'
import { includes } from '../http/reading.ts'
import { toActivityJson } from '../wire/activity.ts'
import type { World } from '../world.ts'

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
}

/** Every course has the one that Canvas makes at first, with the course's id. */
function listAssignmentGroups(call: Call): Response {
  const course = getCourse(call)
  const assignments = visibleActivities(call, course, 'assignment')
  const group = {
    ...{ id: course.id, name: 'Assignments', position: 1, group_weight: 0 },
    ...{ sis_source_id: null, integration_data: {}, rules: {} },
    ...(includes(call.params, 'assignments')
      ? { assignments: assignments.map(row => toActivityJson(call, course, row)) }
      : {}),
  }
  return json(call, [group])
}
