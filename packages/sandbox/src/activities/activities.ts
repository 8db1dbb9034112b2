import { isRestricted, toRestrictions } from '../blueprint/row-lock.ts'
import { getCourse, toRowId } from '../find-course.ts'
import { type Call, forbidden, json, needCaller, route, type SandboxApp } from '../http/call.ts'
import { ApiError, missingParam, notFound } from '../http/errors.ts'
import { paginate } from '../http/paginate.ts'
import { flag, list, nested, presentText } from '../http/reading.ts'
import { isFound, searchTerm } from '../http/search-term.ts'
import type { Activity, Course } from '../model.ts'
import { followContent } from '../modules/content.ts'
import { markDone } from '../modules/progress.ts'
import { seesAll } from '../modules/rows.ts'
import { isStudent, need } from '../rights.ts'
import { toActivityJson, toAssignmentJson } from '../wire/activity.ts'
import type { World } from '../world.ts'
import { type ActivityForm, createActivity, FORMS, setActivityFields } from './activity-fields.ts'
import { duplicateActivity } from './duplicate-activity.ts'
import { assignmentIdOf, findAssignment, setGraded } from './graded.ts'
import { registerGroups } from './register-groups.ts'
import { inAskedOrder, visibleActivities, visibleAssignments } from './visible-activities.ts'

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
  // Canvas has no such address for quizzes.
  if (form.kind === 'quiz') return
  app.post(
    `${base}/:id/duplicate`,
    route(world, call => copyActivity(call, form)),
  )
}

function listActivities(call: Call, form: ActivityForm): Response {
  const course = getCourse(call)
  const term = searchTerm(call.params)
  const rows = rowsAsked(call, course, form).filter(row => isFound(term, row.title))
  const saysLocks = seesAll(call, course)
  const ordered = inAskedOrder(call, rows, form.path === 'discussion_topics')
  return paginate(call, narrowed(call, ordered, form), row => ({
    ...toJson(call, course, row, form),
    ...(saysLocks && toRestrictions(call.world, course, row)),
  }))
}

function rowsAsked(call: Call, course: Course, form: ActivityForm): readonly Activity[] {
  if (form.kind === 'assignment') return visibleAssignments(call, course)
  const isNews = form.path === 'discussion_topics' && flag(call.params, 'only_announcements')
  return visibleActivities(call, course, isNews ? 'announcement' : form.kind)
}

/** In the assignments API a graded quiz or discussion is its assignment. */
function toJson(call: Call, course: Course, row: Activity, form: ActivityForm): Record<string, unknown> {
  return form.kind === 'assignment' ? toAssignmentJson(call, course, row) : toActivityJson(call, course, row)
}

/** `assignment_ids[]`; `scope` of discussions, words with commas. */
function narrowed(call: Call, rows: readonly Activity[], form: ActivityForm): readonly Activity[] {
  const ids = list(call.params, 'assignment_ids').map(toRowId)
  if (form.kind === 'assignment' && ids.length > 0)
    return rows.filter(row => ids.includes(assignmentIdOf(row) ?? undefined))
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
  const row = findRow(call, toRowId(call.path('id')) ?? -1, form)
  if (!row || row.courseId !== course.id || row.state === 'deleted') throw notFound()
  if (row.state !== 'active' && !seesAll(call, course)) throw forbidden(call)
  return row
}

function findRow({ world }: Call, id: number, { kind, path }: ActivityForm): Activity | undefined {
  if (kind === 'assignment') return findAssignment(world, id)
  const row = world.rows.activities.get(id)
  return row?.kind === kind || (path === 'discussion_topics' && row?.kind === 'announcement') ? row : undefined
}

function showActivity(call: Call, form: ActivityForm): Response {
  const course = getCourse(call)
  const row = getActivity(call, course, form)
  if (isStudent(call, course)) markViewed(call, row, form)
  return json(call, toJson(call, course, row, form))
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
  const row = createActivity(call.world, course.id, kindAsked(call, form))
  if (form.kind === 'assignment' && row.kind !== 'assignment') setGraded(call.world, row, true)
  setActivityFields(call, row, form)
  call.world.rows.activities.set(row.id, row)
  return json(call, toJson(call, course, row, form), { status: form.createdStatus })
}

/** An assignment that is to be handed in as a discussion or quiz is one (canvas-lms assignment.rb `update_submittable`). */
function kindAsked(call: Call, form: ActivityForm): Activity['kind'] {
  if (form.path === 'discussion_topics' && flag(call.params, 'is_announcement')) return 'announcement'
  const [only, ...others] = list(nested(call.params, 'assignment') ?? {}, 'submission_types')
  if (form.kind !== 'assignment' || others.length > 0) return form.kind
  return only === 'discussion_topic' ? only : only === 'online_quiz' ? 'quiz' : 'assignment'
}

function changeActivity(call: Call, form: ActivityForm): Response {
  const course = getCourse(call)
  const row = getActivity(call, course, form)
  need(call, course, 'manage_course_content_edit')
  setActivityFields(call, row, form)
  followContent(call.world, { table: 'activities', row })
  return json(call, toJson(call, course, row, form))
}

function removeActivity(call: Call, form: ActivityForm): Response {
  const course = getCourse(call)
  const row = getActivity(call, course, form)
  need(call, course, 'manage_course_content_delete')
  if (isRestricted(row)) throw forbidden(call)
  const reply = json(call, toJson(call, course, row, form))
  row.state = 'deleted'
  row.updatedAt = call.world.nowIso()
  followContent(call.world, { table: 'activities', row })
  return reply
}

function copyActivity(call: Call, form: ActivityForm): Response {
  const course = getCourse(call)
  need(call, course, 'manage_course_content_add')
  const row = getActivity(call, course, form)
  if (row.kind === 'quiz') throw new ApiError(400, { error: 'quiz duplication not implemented' })
  const copy = duplicateActivity(call.world, row)
  const title = presentText(call.params, 'title')
  if (title !== undefined) copy.title = title
  return json(call, toJson(call, course, copy, form))
}
