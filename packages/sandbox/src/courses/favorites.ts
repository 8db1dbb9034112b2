import { getCourse } from '../find-course.ts'
import { type Call, json, needCaller, route, type SandboxApp } from '../http/call.ts'
import type { World } from '../world.ts'
import { listOwnCourses } from './own-courses.ts'

const FAVORITES = '/api/v1/users/self/favorites/courses'

/** The courses a person marked (Canvas: "Favorites" API). */
export function registerFavorites(app: SandboxApp, world: World): void {
  app.get(FAVORITES, route(world, listFavorites))
  app.delete(FAVORITES, route(world, resetFavorites))
  app.post(
    `${FAVORITES}/:course_id`,
    route(world, call => mark(call, true)),
  )
  app.delete(
    `${FAVORITES}/:course_id`,
    route(world, call => mark(call, false)),
  )
}

/** Who marked none has all of them for favourites. */
function listFavorites(call: Call): Response {
  const caller = needCaller(call)
  return listOwnCourses(call, caller, ({ id }) => caller.favorites.size === 0 || caller.favorites.has(id))
}

function mark(call: Call, isFavorite: boolean): Response {
  const caller = needCaller(call)
  const { id } = getCourse(call)
  if (isFavorite) caller.favorites.add(id)
  else caller.favorites.delete(id)
  return json(call, { context_id: id, context_type: 'Course' })
}

function resetFavorites(call: Call): Response {
  needCaller(call).favorites.clear()
  return json(call, { message: 'OK' })
}
