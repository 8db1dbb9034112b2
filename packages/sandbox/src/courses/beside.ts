import { getCourse } from '../find-course.ts'
import { route, type SandboxApp } from '../http/call.ts'
import { paginate } from '../http/paginate.ts'
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
}
