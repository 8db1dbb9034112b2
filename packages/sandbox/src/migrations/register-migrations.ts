import { getCourse, toRowId } from '../find-course.ts'
import { type Call, json, route, type SandboxApp } from '../http/call.ts'
import { notFound, refused } from '../http/errors.ts'
import { paginate } from '../http/paginate.ts'
import { nested, presentText } from '../http/reading.ts'
import type { ContentMigration, Course } from '../model.ts'
import { need } from '../rights.ts'
import { assetIdMapping } from './asset-map.ts'
import { choose, contentOf, createCopy, createImport, type MigrationDesk, offerPackage } from './desk.ts'
import { issueJson, MIGRATORS, migrationJson } from './migration-json.ts'
import { readWishes } from './read-plan.ts'
import { selectiveData } from './selective-data.ts'

const ANY = ['manage_course_content_add', 'manage_course_content_edit', 'manage_course_content_delete'] as const

/** Content migrations (canvas-api §2.6), their issues and the asset mapping (canvas-api §2.7). */
export function registerMigrations(app: SandboxApp, desk: MigrationDesk): void {
  const { world } = desk
  const base = '/api/v1/courses/:course_id/content_migrations'
  app.get(base, route(world, listMigrations))
  app.post(
    base,
    route(world, call => create(call, desk)),
  )
  app.get(`${base}/migrators`, route(world, listMigrators))
  app.get(
    `${base}/:migration_id`,
    route(world, call => show(call)),
  )
  app.put(
    `${base}/:migration_id`,
    route(world, call => update(call, desk)),
  )
  app.get(
    `${base}/:migration_id/selective_data`,
    route(world, call => showSelectiveData(call, desk)),
  )
  app.get(`${base}/:migration_id/asset_id_mapping`, route(world, showMapping))
  app.get(`${base}/:migration_id/migration_issues`, route(world, listIssues))
  app.get(`${base}/:migration_id/migration_issues/:issue_id`, route(world, showIssue))
  app.put(`${base}/:migration_id/migration_issues/:issue_id`, route(world, updateIssue))
}

/** Newest first; blueprint syncs are not shown here (`hide_from_index`). */
function listMigrations(call: Call): Response {
  const course = getCourse(call)
  need(call, course, ...ANY)
  const rows = [...call.world.rows.migrations.values()]
    .filter(row => row.courseId === course.id && row.type !== 'master_course_import')
    .toSorted((a, b) => b.id - a.id)
  return paginate(call, rows, row => migrationJson(call, row))
}

function listMigrators(call: Call): Response {
  need(call, getCourse(call), ...ANY)
  return json(call, MIGRATORS)
}

export function getMigration(call: Call, course: Course): ContentMigration {
  const row = call.world.rows.migrations.get(toRowId(call.path('migration_id')) ?? -1)
  if (!row || row.courseId !== course.id) throw notFound()
  return row
}

function show(call: Call): Response {
  const course = getCourse(call)
  need(call, course, ...ANY)
  return json(call, migrationJson(call, getMigration(call, course)))
}

function create(call: Call, desk: MigrationDesk): Response {
  const course = getCourse(call)
  need(call, course, 'manage_course_content_add')
  const type = readType(call)
  const wishes = readWishes(call.params)
  const { migration, preAttachment } =
    type === 'course_copy_importer'
      ? { migration: createCopy(call, desk, course, wishes), preAttachment: undefined }
      : createImport(call, desk, { course, type, wishes })
  return json(call, migrationJson(call, migration, preAttachment))
}

function readType(call: Call) {
  const asked = presentText(call.params, 'migration_type')
  const migrator = MIGRATORS.find(known => known.type === asked)
  if (!migrator) throw refused('Invalid migration_type')
  return migrator.type
}

/** Makes the choice a selective migration waits for, or offers another upload. */
function update(call: Call, desk: MigrationDesk): Response {
  const course = getCourse(call)
  need(call, course, 'manage_course_content_edit')
  const migration = getMigration(call, course)
  const offered = nested(call.params, 'pre_attachment')
  if (offered && migration.type !== 'course_copy_importer')
    return json(call, migrationJson(call, migration, offerPackage(call, desk, migration, offered)))
  if (migration.state === 'exported') choose(desk, migration, readWishes(call.params))
  return json(call, migrationJson(call, migration))
}

async function showSelectiveData(call: Call, desk: MigrationDesk): Promise<Response> {
  const course = getCourse(call)
  need(call, course, ...ANY)
  const migration = getMigration(call, course)
  return json(call, selectiveData(call, migration, await contentOf(desk, migration)))
}

/** Live, cumulative; only where the migration is complete and its source is known and there (canvas-api §2.7). */
function showMapping(call: Call): Response {
  const course = getCourse(call)
  need(call, course, ...ANY)
  const migration = getMigration(call, course)
  if (migration.state !== 'imported') throw refused('Migration is incomplete')
  if (migration.sourceCourseId === null) throw refused('Migration is not course copy or blueprint')
  const source = call.world.rows.courses.get(migration.sourceCourseId)
  if (!source || source.workflowState === 'deleted') throw notFound()
  return json(call, assetIdMapping(call.world, migration, source))
}

function listIssues(call: Call): Response {
  const { migration } = getIssuesOf(call)
  return paginate(call, migration.issues, issue => issueJson(call, migration, issue))
}

function showIssue(call: Call): Response {
  const { migration, issue } = getIssue(call)
  return json(call, issueJson(call, migration, issue))
}

function updateIssue(call: Call): Response {
  const { migration, issue } = getIssue(call)
  const asked = presentText(call.params, 'workflow_state')
  if (asked !== 'active' && asked !== 'resolved') throw refused('Must send a valid workflow state')
  issue.state = asked
  issue.updatedAt = call.world.nowIso()
  return json(call, issueJson(call, migration, issue))
}

function getIssuesOf(call: Call) {
  const course = getCourse(call)
  need(call, course, ...ANY)
  return { migration: getMigration(call, course) }
}

function getIssue(call: Call) {
  const { migration } = getIssuesOf(call)
  const issue = migration.issues.find(row => row.id === toRowId(call.path('issue_id')))
  if (!issue) throw notFound()
  return { migration, issue }
}
