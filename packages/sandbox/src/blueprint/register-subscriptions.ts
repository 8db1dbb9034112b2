import { getCourse, toRowId } from '../find-course.ts'
import { type Call, json, route, type SandboxApp } from '../http/call.ts'
import { notFound } from '../http/errors.ts'
import { paginate } from '../http/paginate.ts'
import type { BlueprintSubscription } from '../model.ts'
import { need } from '../rights.ts'
import type { World } from '../world.ts'
import { changeJson, exceptionsTo, importJson, subscriptionJson } from './blueprint-json.ts'
import type { BlueprintSync, Templates } from './templates.ts'

/** What an associated course sees of its blueprint (canvas-api §2.9). */
export function registerSubscriptions(app: SandboxApp, world: World, templates: Templates): void {
  const answer = (act: (call: Call, templates: Templates) => Response) => route(world, call => act(call, templates))
  const base = '/api/v1/courses/:course_id/blueprint_subscriptions'
  app.get(base, answer(listSubscriptions))
  app.get(`${base}/:subscription_id/migrations`, answer(listImports))
  app.get(`${base}/:subscription_id/migrations/:id`, answer(showImport))
  app.get(`${base}/:subscription_id/migrations/:id/details`, answer(showImportDetails))
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
function importsOf(call: Call, templates: Templates): Import[] {
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

function listImports(call: Call, templates: Templates): Response {
  return paginate(call, importsOf(call, templates), row => toImportJson(call, row))
}

function getImport(call: Call, templates: Templates): Import {
  const found = importsOf(call, templates).find(row => row.migrationId === toRowId(call.path('id')))
  if (!found) throw notFound()
  return found
}

function showImport(call: Call, templates: Templates): Response {
  return json(call, toImportJson(call, getImport(call, templates)))
}

function showImportDetails(call: Call, templates: Templates): Response {
  const { sync: row } = getImport(call, templates)
  return paginate(call, row.changes, change => changeJson(change, exceptionsTo(call.world, row, change.migrationId)))
}
