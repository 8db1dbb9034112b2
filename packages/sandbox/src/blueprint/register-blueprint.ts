import { findCourse, getCourse, toRowId } from '../find-course.ts'
import { type Call, forbidden, json, needCaller, route, type SandboxApp } from '../http/call.ts'
import { notFound, refused } from '../http/errors.ts'
import { paginate } from '../http/paginate.ts'
import { flag, list, nested, param, presentText } from '../http/reading.ts'
import type { Copies } from '../migrations/copies.ts'
import { blueprintMigrationId } from '../migrations/migration-id.ts'
import type { BlueprintSubscription, Course } from '../model.ts'
import { can, need } from '../rights.ts'
import type { World } from '../world.ts'
import { changeJson, courseSummary, importJson, subscriptionJson, syncJson, templateJson } from './blueprint-json.ts'
import { changesSince } from './changes.ts'
import { findLockable, readRestrictions } from './locks.ts'
import { applyLocks, startSync } from './sync.ts'
import {
  type BlueprintSync,
  type BlueprintTemplate,
  findTemplate,
  isRunning,
  subscriptionsOf,
  type Templates,
} from './templates.ts'

interface Office {
  readonly world: World
  readonly copies: Copies
  readonly templates: Templates
}

/** Blueprint courses (§2.9): the blueprint's side and the associated course's side. */
export function registerBlueprint(app: SandboxApp, world: World, copies: Copies): void {
  const office: Office = { world, copies, templates: new Map() }
  const answer = (act: (call: Call, office: Office) => Response) => route(world, call => act(call, office))
  const master = '/api/v1/courses/:course_id/blueprint_templates/:template_id'
  app.get(master, answer(show))
  app.get(`${master}/associated_courses`, answer(listAssociated))
  app.put(`${master}/update_associations`, answer(updateAssociations))
  app.get(`${master}/unsynced_changes`, answer(listUnsynced))
  app.put(`${master}/restrict_item`, answer(restrictItem))
  app.get(`${master}/migrations`, answer(listSyncs))
  app.post(`${master}/migrations`, answer(sync))
  app.get(`${master}/migrations/:id`, answer(showSync))
  app.get(`${master}/migrations/:id/details`, answer(showSyncDetails))
  const child = '/api/v1/courses/:course_id/blueprint_subscriptions'
  app.get(child, answer(listSubscriptions))
  app.get(`${child}/:subscription_id/migrations`, answer(listImports))
  app.get(`${child}/:subscription_id/migrations/:id`, answer(showImport))
  app.get(`${child}/:subscription_id/migrations/:id/details`, answer(showImportDetails))
}

function getTemplate(call: Call, { world, templates }: Office): { course: Course; template: BlueprintTemplate } {
  const course = getCourse(call)
  need(call, course, 'manage')
  const template = findTemplate(world, templates, course)
  const asked = call.path('template_id')
  if (!template || (asked !== 'default' && toRowId(asked) !== template.id)) throw notFound()
  return { course, template }
}

function show(call: Call, office: Office): Response {
  return json(call, templateJson(call, getTemplate(call, office).template))
}

function listAssociated(call: Call, office: Office): Response {
  const { template } = getTemplate(call, office)
  const courses = subscriptionsOf(call.world, template).flatMap(
    row => call.world.rows.courses.get(row.childCourseId) ?? [],
  )
  return paginate(
    call,
    courses.toSorted((a, b) => a.id - b.id),
    course => ({ ...courseSummary(call, course), sis_course_id: course.sisCourseId, teachers: [] }),
  )
}

function updateAssociations(call: Call, office: Office): Response {
  const { course, template } = getTemplate(call, office)
  if (!can(call, course, 'manage_master_courses')) throw forbidden(call)
  const added = idsOf(call, 'course_ids_to_add')
  const removed = idsOf(call, 'course_ids_to_remove')
  if (added.some(id => removed.includes(id))) throw refused('cannot add and remove a course at the same time')
  if (removed.length > 0 && isRunning(call.world, template))
    throw refused('cannot remove courses while a sync is ongoing')
  checkAddable(call, course, template, added)
  for (const id of added) associate(call.world, template, id)
  for (const id of removed) dissociate(call.world, template, id)
  return json(call, { success: true })
}

/** Row ids of the courses named; those that do not exist are ignored, as `api_find_all` does. */
function idsOf(call: Call, name: string): number[] {
  return list(call.params, name).flatMap(written => findCourse(call.world, written)?.id ?? [])
}

function checkAddable(call: Call, blueprint: Course, template: BlueprintTemplate, ids: readonly number[]): void {
  const { courses, subscriptions } = call.world.rows
  const invalid = ids.filter(id => !isAddable(call.world, blueprint, courses.get(id)))
  if (invalid.length > 0) throw refused(`invalid courses to add (${invalid.join(', ')})`)
  const others = [...subscriptions.values()].filter(row => row.templateId !== template.id)
  const taken = ids.filter(id => others.some(row => row.childCourseId === id))
  if (taken.length > 0)
    throw refused(`cannot add courses already associated with other templates (${taken.join(', ')})`)
}

/** Of the blueprint's account or one below it, and no blueprint itself. */
function isAddable(world: World, blueprint: Course, course: Course | undefined): boolean {
  if (!course || course.isBlueprint || course.workflowState === 'deleted') return false
  const seen = new Set<number>()
  for (let id: number | null = course.accountId; id !== null && !seen.has(id); ) {
    if (id === blueprint.accountId) return true
    seen.add(id)
    id = world.rows.accounts.get(id)?.parentId ?? null
  }
  return false
}

function associate(world: World, template: BlueprintTemplate, childCourseId: number): void {
  if (subscriptionsOf(world, template).some(row => row.childCourseId === childCourseId)) return
  const id = world.nextId('subscriptions')
  const row = { id, templateId: template.id, blueprintCourseId: template.courseId, childCourseId }
  world.rows.subscriptions.set(id, row)
}

/** What the blueprint brought stays in the course, unlocked. */
function dissociate(world: World, template: BlueprintTemplate, childCourseId: number): void {
  const row = subscriptionsOf(world, template).find(known => known.childCourseId === childCourseId)
  if (row) world.rows.subscriptions.delete(row.id)
  for (const page of world.rows.pages.values()) if (page.courseId === childCourseId) page.blueprintLocked = false
}

function listUnsynced(call: Call, office: Office): Response {
  const { course, template } = getTemplate(call, office)
  const since = template.syncs.findLast(row => row.exportsStartedAt !== null)?.exportsStartedAt
  if (!since) return json(call, [{ asset_name: course.name, change_type: 'initial_sync' }])
  const changes = changesSince(call.world, template, since, blueprintMigrationId(template.id), call.origin)
  return json(
    call,
    changes.map(change => changeJson(change, [])),
  )
}

const CONTENT_TYPES = 'assignment,attachment,course_pace,discussion_topic,external_tool,lti-quiz,quiz,wiki_page'

function restrictItem(call: Call, office: Office): Response {
  const { template } = getTemplate(call, office)
  const type = presentText(call.params, 'content_type') ?? ''
  if (!CONTENT_TYPES.split(',').includes(type)) throw refused(`Must be a valid content type (${CONTENT_TYPES})`)
  if (param(call.params, 'restricted') === undefined) throw refused("Must set 'restricted'")
  const written = presentText(call.params, 'content_id') ?? ''
  const key = findLockable(call.world, template.courseId, type, toRowId(written))
  if (key === undefined) throw refused(`Could not find content: ${type} ${written}`, 404)
  if (flag(call.params, 'restricted')) template.locks.set(key, readRestrictions(nested(call.params, 'restrictions')))
  else template.locks.delete(key)
  applyLocks(call.world, template)
  return json(call, { success: true })
}

function listSyncs(call: Call, office: Office): Response {
  const { template } = getTemplate(call, office)
  return paginate(call, template.syncs.toReversed(), row => syncJson(call, template, row))
}

function sync(call: Call, office: Office): Response {
  const { template } = getTemplate(call, office)
  if (isRunning(call.world, template)) throw refused('Cannot queue a migration while one is currently running')
  if (subscriptionsOf(call.world, template).length === 0) throw refused('No associated courses to migrate to')
  const row: BlueprintSync = {
    id: call.world.nextId('template'),
    userId: needCaller(call).id,
    comment: presentText(call.params, 'comment') ?? null,
    createdAt: call.world.nowIso(),
    publishesAfterFirst: flag(call.params, 'publish_after_initial_sync') === true,
    copiesSettings: flag(call.params, 'copy_settings'),
    exportsStartedAt: null,
    importsQueuedAt: null,
    hasFailed: false,
    changes: [],
    migrationIds: new Map(),
    exceptions: new Map(),
  }
  startSync(call.world, office.copies, template, row)
  return json(call, syncJson(call, template, row))
}

function getSync(call: Call, template: BlueprintTemplate): BlueprintSync {
  const row = template.syncs.find(known => known.id === toRowId(call.path('id')))
  if (!row) throw notFound()
  return row
}

function showSync(call: Call, office: Office): Response {
  const { template } = getTemplate(call, office)
  return json(call, syncJson(call, template, getSync(call, template)))
}

function showSyncDetails(call: Call, office: Office): Response {
  const { template } = getTemplate(call, office)
  const row = getSync(call, template)
  return paginate(call, row.changes, change => changeJson(change, exceptionsTo(call.world, row, change.migrationId)))
}

function exceptionsTo(world: World, row: BlueprintSync, migrationId: string) {
  return [...row.exceptions]
    .filter(([, skipped]) => skipped.has(migrationId))
    .map(([subscriptionId]) => ({
      course_id: world.rows.subscriptions.get(subscriptionId)?.childCourseId ?? null,
      conflicting_changes: ['content'],
    }))
}

function listSubscriptions(call: Call): Response {
  const course = getCourse(call)
  need(call, course, 'manage')
  const rows = [...call.world.rows.subscriptions.values()].filter(row => row.childCourseId === course.id)
  return paginate(call, rows, row => subscriptionJson(call, row))
}

interface Import {
  readonly sync: BlueprintSync
  readonly migrationId: number
  readonly subscription: BlueprintSubscription
}

/** The pushes into this course, newest first. */
function importsOf(call: Call, { templates }: Office): Import[] {
  const course = getCourse(call)
  need(call, course, 'manage')
  const asked = call.path('subscription_id')
  const subscription = [...call.world.rows.subscriptions.values()].find(
    row => row.childCourseId === course.id && (asked === 'default' || row.id === toRowId(asked)),
  )
  const template = subscription && templates.get(subscription.blueprintCourseId)
  if (!subscription || !template) throw notFound()
  return template.syncs.toReversed().flatMap(row => {
    const migrationId = row.migrationIds.get(subscription.id)
    return migrationId === undefined ? [] : [{ sync: row, migrationId, subscription }]
  })
}

function toImportJson(call: Call, { sync: row, migrationId, subscription }: Import): Record<string, unknown> {
  const migration = call.world.rows.migrations.get(migrationId)
  if (!migration) throw notFound()
  return importJson(row, migration, subscription)
}

function listImports(call: Call, office: Office): Response {
  return paginate(call, importsOf(call, office), row => toImportJson(call, row))
}

function getImport(call: Call, office: Office): Import {
  const found = importsOf(call, office).find(row => row.migrationId === toRowId(call.path('id')))
  if (!found) throw notFound()
  return found
}

function showImport(call: Call, office: Office): Response {
  return json(call, toImportJson(call, getImport(call, office)))
}

function showImportDetails(call: Call, office: Office): Response {
  const { sync: row } = getImport(call, office)
  return paginate(call, row.changes, change => changeJson(change, exceptionsTo(call.world, row, change.migrationId)))
}
