import { findEvent, STATE_AFTER } from '../courses/course-events.ts'
import { findCourse } from '../find-course.ts'
import { type Call, json, needCaller, route, type SandboxApp } from '../http/call.ts'
import { refused } from '../http/errors.ts'
import { list, presentText } from '../http/reading.ts'
import { createProgress, failProgress, moveProgress, progressJson } from '../migrations/progress.ts'
import type { World } from '../world.ts'
import { accountTree, getAccount } from './find-account.ts'

const MOST_COURSES = 500

/** One event for many courses of an account (canvas-api §2.1); the work is done at once, the progress tells so. */
export function registerCourseChanges(app: SandboxApp, world: World): void {
  app.put('/api/v1/accounts/:account_id/courses', route(world, changeCourses))
}

function changeCourses(call: Call): Response {
  const account = getAccount(call)
  const ids = list(call.params, 'course_ids')
  const event = findEvent(presentText(call.params, 'event'))
  if (ids.length === 0) throw refused('must specify course_ids[]')
  if (ids.length > MOST_COURSES) throw refused(`course batch size limit (${MOST_COURSES}) exceeded`, 403)
  if (!event || event === 'claim') throw refused('invalid event')
  const userId = needCaller(call).id
  const progress = createProgress(call.world, {
    contextId: account.id,
    contextType: 'Account',
    tag: 'course_batch_update',
    userId,
  })
  const within = accountTree(call.world, account.id)
  const courses = ids.map(id => findCourse(call.world, id)).filter(course => course && within.has(course.accountId))
  for (const course of courses) if (course) course.workflowState = STATE_AFTER[event]
  const count = courses.length
  if (count === ids.length) moveProgress(call.world, progress.id, 100)
  else failProgress(call.world, progress.id, `${count} courses processed, ${ids.length - count} courses failed`)
  return json(call, progressJson(call.origin, progress))
}
