import type { Copies } from '../migrations/copies.ts'
import type { CoursePackage } from '../migrations/course-package.ts'
import { createMigration } from '../migrations/create-migration.ts'
import type { ImportRun, SyncRules } from '../migrations/import-run.ts'
import { blueprintMigrationId } from '../migrations/migration-id.ts'
import { packCourse } from '../migrations/read-plan.ts'
import { startMigration } from '../migrations/run-migration.ts'
import { EVERYTHING } from '../migrations/selection.ts'
import type { BlueprintLock, BlueprintSubscription, Course } from '../model.ts'
import type { World } from '../world.ts'
import { changesSince } from './changes.ts'
import { childRows, contentPrint, remember, removeRow, statePrint } from './child-rows.ts'
import { type BlueprintSync, type BlueprintTemplate, memoryOf, subscriptionsOf } from './templates.ts'

/** One push: the blueprint is exported once, and imported into each associated course by a migration of that course. */
export function startSync(world: World, copies: Copies, template: BlueprintTemplate, sync: BlueprintSync): void {
  template.syncs.push(sync)
  copies.start({
    name: `blueprint sync ${sync.id}`,
    queue: `blueprint ${template.id}`,
    steps: exportSteps(world, copies, template, sync),
    onStart: () => {
      sync.exportsStartedAt = world.nowIso()
    },
    onError: () => {
      sync.hasFailed = true
    },
  })
}

async function* exportSteps(
  world: World,
  copies: Copies,
  template: BlueprintTemplate,
  sync: BlueprintSync,
): AsyncGenerator<string, string> {
  yield 'blueprint export started'
  const course = world.rows.courses.get(template.courseId)
  if (!course) throw new Error('The blueprint course is gone.')
  const toKey = blueprintMigrationId(template.id)
  const before = template.syncs.filter(other => other !== sync && other.exportsStartedAt !== null).at(-1)
  sync.changes = before ? changesSince(world, template, before.exportsStartedAt ?? '', toKey, world.origin) : []
  const content = packCourse(world, course, EVERYTHING, toKey)
  sync.importsQueuedAt = world.nowIso()
  for (const subscription of subscriptionsOf(world, template)) {
    startChildImport({ world, copies, template, sync, content, source: course }, subscription)
  }
  return 'blueprint exported'
}

interface Push {
  readonly world: World
  readonly copies: Copies
  readonly template: BlueprintTemplate
  readonly sync: BlueprintSync
  readonly content: CoursePackage
  readonly source: Course
}

function startChildImport(push: Push, subscription: BlueprintSubscription): void {
  const { world, copies, template, sync, content, source } = push
  const migration = createMigration(world, {
    courseId: subscription.childCourseId,
    userId: sync.userId,
    type: 'master_course_import',
    sourceCourseId: source.id,
  })
  Object.assign(migration.settings, {
    hide_from_index: true,
    template_id: template.id,
    subscription_id: subscription.id,
  })
  sync.migrationIds.set(subscription.id, migration.id)
  const isFirst = memoryOf(template, subscription.id).contents.size === 0
  startMigration(world, copies, migration, {
    pack: () => content,
    choices: {
      dateShift: null,
      skipsSettings: !(sync.copiesSettings ?? isFirst),
      skipsVisibility: false,
      insertion: null,
    },
    sync: rulesFor(push, subscription),
    onImported: run => finishChild(push, subscription, run, isFirst),
  })
}

/** A change made in the associated course stays, unless the blueprint has locked the thing (canvas-api §2.9). */
function rulesFor({ template, sync }: Push, subscription: BlueprintSubscription): SyncRules {
  const memory = memoryOf(template, subscription.id)
  const locks = locksByMigrationId(template)
  const isHeld = (migrationId: string) => locks.get(migrationId)?.content === true
  return {
    lockOf: migrationId => locks.get(migrationId) ?? null,
    keepsLocalChange: (migrationId, row) => {
      const left = memory.contents.get(migrationId)
      const isKept = left !== undefined && left !== contentPrint(row) && !isHeld(migrationId)
      if (isKept) noteException(sync, subscription.id, migrationId)
      return isKept
    },
    keepsLocalState: (migrationId, row) => {
      const left = memory.states.get(migrationId)
      return left !== undefined && left !== statePrint(row) && !isHeld(migrationId)
    },
  }
}

function noteException(sync: BlueprintSync, subscriptionId: number, migrationId: string): void {
  const known = sync.exceptions.get(subscriptionId) ?? new Set<string>()
  sync.exceptions.set(subscriptionId, known.add(migrationId))
}

/** The locks by what the locked things are called in associated courses. */
function locksByMigrationId(template: BlueprintTemplate): ReadonlyMap<string, BlueprintLock> {
  const toKey = blueprintMigrationId(template.id)
  return new Map([...template.locks].map(([key, lock]) => [toKey(...splitKey(key)), lock]))
}

/** `quizzes:quiz_4` → kind and id; keys are only ever made of a kind and a number. */
function splitKey(key: string): Parameters<ReturnType<typeof blueprintMigrationId>> {
  const end = key.lastIndexOf('_')
  const kind = KINDS.find(known => known === key.slice(0, end))
  return [kind ?? 'wiki_page', Number(key.slice(end + 1))]
}

const KINDS = ['wiki_page', 'attachment', 'assignment', 'quizzes:quiz', 'discussion_topic'] as const

/** Deletions reach the course too, then everything is noted as it was left. */
function finishChild(push: Push, subscription: BlueprintSubscription, run: ImportRun, isFirst: boolean): void {
  const { world, template, content } = push
  const rows = childRows(world, subscription.childCourseId, prefixOf(template))
  const present = new Set(
    [...content.pages, ...content.files, ...content.activities, ...content.modules].map(row => row.migrationId),
  )
  for (const row of rows) {
    const isGone = row.migrationId !== null && !present.has(row.migrationId) && row.state !== 'deleted'
    if (isGone && row.migrationId && !run.sync?.keepsLocalChange(row.migrationId, row)) removeRow(world, row)
  }
  const skipped = push.sync.exceptions.get(subscription.id)
  const written = rows.filter(row => !skipped?.has(row.migrationId ?? ''))
  remember(memoryOf(template, subscription.id), written)
  if (isFirst && push.sync.publishesAfterFirst) run.destination.workflowState = 'available'
}

function prefixOf(template: BlueprintTemplate): string {
  return `mastercourse_1_${template.id}_`
}

/** A lock acts at once on what is already in the associated courses. */
export function applyLocks(world: World, template: BlueprintTemplate): void {
  const locks = locksByMigrationId(template)
  const { pages, activities, files } = world.rows
  for (const row of [...pages.values(), ...activities.values(), ...files.values()]) {
    if (row.migrationId?.startsWith(prefixOf(template))) row.blueprintLock = locks.get(row.migrationId) ?? null
  }
}
