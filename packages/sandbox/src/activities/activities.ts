import { isRestricted, toRestrictions } from '../blueprint/row-lock.ts'
import { getCourse, toRowId } from '../find-course.ts'
import { type Call, forbidden, json, needCaller, route, type SandboxApp } from '../http/call.ts'
import { missingParam, notFound } from '../http/errors.ts'
import { paginate } from '../http/paginate.ts'
import { flag, list, presentText } from '../http/reading.ts'
import { isFound, searchTerm } from '../http/search-term.ts'
import type { Activity, Course } from '../model.ts'
import { followContent } from '../modules/content.ts'
import { markDone } from '../modules/progress.ts'
import { seesAll } from '../modules/rows.ts'
import { isStudent, need } from '../rights.ts'
import { toActivityJson } from '../wire/activity.ts'
import type { World } from '../world.ts'
import { type ActivityForm, createActivity, FORMS, setActivityFields } from './activity-fields.ts'
import { duplicateActivity } from './duplicate-activity.ts'
import { registerGroups } from './register-groups.ts'
import { inAskedOrder, visibleActivities } from './visible-activities.ts'

/** Assignments and their groups, discussion topics (with announcements) and quizzes: list, show, create, update, delete. */
export function registerActivities(app: SandboxApp, world: World): void {
  for (const form of FORMS) registerForm(app, world, form)
  registerGroups(app, world)
}

function registerForm(app: SandboxApp, world: World, form: ActivityForm): void {
  const base = `/api/v1/courses/:course_id/${form.path}`
  app.get(
    base,
    route(world, call => listActivities(call, form)),
  )
  app.post(
    base,
    route(world, call => addActivity(call, form)),
  )
  app.get(
    `${base}/:id`,
    route(world, call => showActivity(call, form)),
  )
  app.put(
    `${base}/:id`,
    route(world, call => changeActivity(call, form)),
  )
  app.delete(
    `${base}/:id`,
    route(world, call => removeActivity(call, form)),
  )
  app.post(
    `${base}/:id/duplicate`,
    route(world, call => copyActivity(call, form)),
  )
}

function listActivities(call: Call, form: ActivityForm): Response {
  const course = getCourse(call)
  const term = searchTerm(call.params)
  const kind = form.path === 'discussion_topics' && flag(call.params, 'only_announcements') ? 'announcement' : form.kind
  const rows = visibleActivities(call, course, kind).filter(row => isFound(term, row.title))
  const saysLocks = seesAll(call, course)
  return paginate(call, narrowed(call, inAskedOrder(call, rows), form), row => ({
    ...toActivityJson(call, course, row),
    ...(saysLocks && toRestrictions(call.world, course, row)),
  }))
}

/** `assignment_ids[]`; `scope` of discussions, words with commas. */
function narrowed(call: Call, rows: readonly Activity[], form: ActivityForm): readonly Activity[] {
  const ids = list(call.params, 'assignment_ids').map(toRowId)
  if (form.kind === 'assignment' && ids.length > 0) return rows.filter(row => ids.includes(row.id))
  if (form.path !== 'discussion_topics') return rows
  const scopes = presentText(call.params, 'scope')?.split(',') ?? []
  return rows.filter(row => scopes.every(scope => isInScope(row, scope.trim())))
}

function isInScope({ settings }: Activity, scope: string): boolean {
  const [, un, what] = /^(un)?(locked|pinned)$/.exec(scope) ?? []
  return what === undefined || (settings[what] === true) === (un === undefined)
}

/** The row in the path, of the kind the path is for; students do not get at unpublished ones. */
function getActivity(call: Call, course: Course, form: ActivityForm): Activity {
  const row = call.world.rows.activities.get(toRowId(call.path('id')) ?? -1)
  const isOfKind = row && (row.kind === form.kind || (form.path === 'discussion_topics' && row.kind === 'announcement'))
  if (!row || !isOfKind || row.courseId !== course.id || row.state === 'deleted') throw notFound()
  if (row.state !== 'active' && !seesAll(call, course)) throw forbidden(call)
  return row
}

function showActivity(call: Call, form: ActivityForm): Response {
  const course = getCourse(call)
  const row = getActivity(call, course, form)
  if (isStudent(call, course)) markViewed(call, row, form)
  return json(call, toActivityJson(call, course, row))
}

function markViewed(call: Call, row: Activity, form: ActivityForm): void {
  for (const item of call.world.rows.moduleItems.values()) {
    const isViewed =
      item.type === form.itemType && item.contentId === row.id && item.completionRequirement?.type === 'must_view'
    if (isViewed && item.state === 'active') markDone(call.world, needCaller(call), item)
  }
}

function addActivity(call: Call, form: ActivityForm): Response {
  const course = getCourse(call)
  need(call, course, 'manage_course_content_add')
  if (form.param !== undefined && call.params[form.param] === undefined) throw missingParam(form.param)
  const isAnnouncement = form.path === 'discussion_topics' && (flag(call.params, 'is_announcement') ?? false)
  const row = createActivity(call.world, course.id, isAnnouncement ? 'announcement' : form.kind)
  setActivityFields(call, row, form)
  call.world.rows.activities.set(row.id, row)
  return json(call, toActivityJson(call, course, row), { status: form.createdStatus })
}

function changeActivity(call: Call, form: ActivityForm): Response {
  const course = getCourse(call)
  const row = getActivity(call, course, form)
  need(call, course, 'manage_course_content_edit')
  setActivityFields(call, row, form)
  followContent(call.world, { table: 'activities', row })
  return json(call, toActivityJson(call, course, row))
}

function removeActivity(call: Call, form: ActivityForm): Response {
  const course = getCourse(call)
  const row = getActivity(call, course, form)
  need(call, course, 'manage_course_content_delete')
  if (isRestricted(row)) throw forbidden(call)
  const reply = json(call, toActivityJson(call, course, row))
  row.state = 'deleted'
  row.updatedAt = call.world.nowIso()
  followContent(call.world, { table: 'activities', row })
  return reply
}

function copyActivity(call: Call, form: ActivityForm): Response {
  const course = getCourse(call)
  need(call, course, 'manage_course_content_add')
  const copy = duplicateActivity(call.world, getActivity(call, course, form))
  const title = presentText(call.params, 'title')
  if (title !== undefined) copy.title = title
  return json(call, toActivityJson(call, course, copy))
}
