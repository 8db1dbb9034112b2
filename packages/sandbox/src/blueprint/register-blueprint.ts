import { findCourse, getCourse, toRowId } from '../find-course.ts'
import { type Call, forbidden, json, needCaller, route, type SandboxApp } from '../http/call.ts'
import { notFound, refused } from '../http/errors.ts'
import { paginate } from '../http/paginate.ts'
import { flag, list, nested, param, presentText } from '../http/reading.ts'
import type { Copies } from '../migrations/copies.ts'
import { blueprintMigrationId } from '../migrations/migration-id.ts'
import type { Course } from '../model.ts'
import { can, need } from '../rights.ts'
import { teachersOf } from '../wire/course.ts'
import type { World } from '../world.ts'
import { associate, checkAddable, dissociate } from './associations.ts'
import { changeJson, courseSummary, exceptionsTo, syncJson, templateJson } from './blueprint-json.ts'
import { changesSince } from './changes.ts'
import { findLockable, readLock } from './locks.ts'
import { registerSubscriptions } from './register-subscriptions.ts'
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

/** Blueprint courses (canvas-api §2.9): the blueprint's side, and by `register-subscriptions.ts` the associated course's. */
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
  registerSubscriptions(app, world, office.templates)
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
    course => ({
      ...courseSummary(call, course),
      sis_course_id: course.sisCourseId,
      teachers: teachersOf(course, call),
    }),
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
  checkAddable(call.world, course, template, added)
  for (const id of added) associate(call.world, template, id)
  for (const id of removed) dissociate(call.world, template, id)
  return json(call, { success: true })
}

/** Row ids of the courses named; those that do not exist are ignored, as `api_find_all` does. */
function idsOf(call: Call, name: string): number[] {
  return list(call.params, name).flatMap(written => findCourse(call.world, written)?.id ?? [])
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
  const found = findLockable(call.world, template.courseId, type, toRowId(written))
  if (found === undefined) throw refused(`Could not find content: ${type} ${written}`, 404)
  const lock = flag(call.params, 'restricted') ? readLock(nested(call.params, 'restrictions')) : null
  if (lock === null) template.locks.delete(found.key)
  else template.locks.set(found.key, lock)
  found.row.blueprintLock = lock
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
