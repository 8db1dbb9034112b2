import { getCourse, toRowId } from '../find-course.ts'
import { type Call, json, route, type SandboxApp } from '../http/call.ts'
import { notFound } from '../http/errors.ts'
import { paginate } from '../http/paginate.ts'
import { decimal, includes, integer, list, nested, presentText } from '../http/reading.ts'
import type { AssignmentGroup, Course } from '../model.ts'
import { followContent } from '../modules/content.ts'
import { need } from '../rights.ts'
import { toAssignmentJson } from '../wire/activity.ts'
import type { World } from '../world.ts'
import { addGroup, findGroup, groupOf, groupsOf, membersOf, toRules } from './assignment-groups.ts'
import { visibleAssignments } from './visible-activities.ts'

/** Assignment groups (Canvas: "Assignment Groups" API; canvas-lms assignment_groups_api_controller.rb). */
export function registerGroups(app: SandboxApp, world: World): void {
  const base = '/api/v1/courses/:course_id/assignment_groups'
  app.get(base, route(world, listGroups))
  app.post(base, route(world, createGroup))
  app.get(`${base}/:id`, route(world, showGroup))
  app.put(`${base}/:id`, route(world, changeGroup))
  app.delete(`${base}/:id`, route(world, removeGroup))
}

function listGroups(call: Call): Response {
  const course = getCourse(call)
  return paginate(call, groupsOf(call.world, course.id), group => groupJson(call, course, group))
}

function located(call: Call): { course: Course; group: AssignmentGroup } {
  const course = getCourse(call)
  const group = findGroup(call.world, course.id, toRowId(call.path('id')))
  if (group === undefined) throw notFound()
  return { course, group }
}

function showGroup(call: Call): Response {
  const { course, group } = located(call)
  return json(call, groupJson(call, course, group))
}

function createGroup(call: Call): Response {
  const course = getCourse(call)
  need(call, course, 'manage_course_content_add')
  const group = addGroup(call.world, course.id, {})
  setFields(call, group)
  return json(call, groupJson(call, course, group))
}

function changeGroup(call: Call): Response {
  const { course, group } = located(call)
  need(call, course, 'manage_course_content_edit')
  setFields(call, group)
  return json(call, groupJson(call, course, group))
}

/** `move_assignments_to` names the group that takes what stands in this one; without it that is deleted too. */
function removeGroup(call: Call): Response {
  const { course, group } = located(call)
  need(call, course, 'manage_course_content_delete')
  const { world } = call
  const successor = findGroup(world, course.id, integer(call.params, 'move_assignments_to'))
  for (const row of membersOf(world, group)) {
    if (successor === undefined) row.state = 'deleted'
    else row.assignmentGroupId = successor.id
    row.updatedAt = world.nowIso()
    followContent(world, { table: 'activities', row })
  }
  group.state = 'deleted'
  group.updatedAt = world.nowIso()
  return json(call, groupJson(call, course, group))
}

function setFields(call: Call, group: AssignmentGroup): void {
  const { params, world } = call
  group.name = presentText(params, 'name') ?? group.name
  group.position = integer(params, 'position') ?? group.position
  group.weight = decimal(params, 'group_weight') ?? group.weight
  const rules = nested(params, 'rules')
  if (rules !== undefined) {
    const [lowest, highest] = [integer(rules, 'drop_lowest'), integer(rules, 'drop_highest')]
    const kept = list(rules, 'never_drop').flatMap(written => toRowId(written) ?? [])
    group.rules = toRules(lowest, highest, kept)
  }
  group.updatedAt = world.nowIso()
}

function groupJson(call: Call, course: Course, group: AssignmentGroup): Record<string, unknown> {
  const { id, name, position, weight, rules } = group
  return {
    ...{ id, name, position, group_weight: weight, sis_source_id: null, integration_data: {}, rules },
    ...(includes(call.params, 'assignments') && {
      assignments: visibleAssignments(call, course)
        .filter(row => groupOf(call.world, row) === group)
        .map(row => toAssignmentJson(call, course, row)),
    }),
  }
}
