import type { Call } from '../http/call.ts'
import type { BlueprintSubscription, ContentMigration, Course } from '../model.ts'
import type { World } from '../world.ts'
import {
  type BlueprintSync,
  type BlueprintTemplate,
  type ChangeRecord,
  completedAt,
  stateOf,
  subscriptionsOf,
} from './templates.ts'

export function templateJson(call: Call, template: BlueprintTemplate): Record<string, unknown> {
  const { world } = call
  const latest = template.syncs.at(-1)
  const exported = template.syncs.filter(sync => sync.importsQueuedAt !== null).at(-1)
  return {
    id: template.id,
    course_id: template.courseId,
    last_export_completed_at: exported?.importsQueuedAt ?? null,
    associated_course_count: subscriptionsOf(world, template).length,
    latest_migration: latest ? syncJson(call, template, latest) : null,
  }
}

export function syncJson(call: Call, template: BlueprintTemplate, sync: BlueprintSync): Record<string, unknown> {
  const { world } = call
  return {
    id: sync.id,
    user_id: sync.userId,
    workflow_state: stateOf(world, sync),
    created_at: sync.createdAt,
    exports_started_at: sync.exportsStartedAt,
    imports_queued_at: sync.importsQueuedAt,
    imports_completed_at: completedAt(world, sync),
    comment: sync.comment,
    template_id: template.id,
  }
}

/** The same sync as its associated course sees it: the id is that of the course's content migration. */
export function importJson(
  sync: BlueprintSync,
  migration: ContentMigration,
  subscription: BlueprintSubscription,
): Record<string, unknown> {
  return {
    id: migration.id,
    user_id: sync.userId,
    workflow_state: importState(migration),
    created_at: sync.createdAt,
    exports_started_at: sync.exportsStartedAt,
    imports_queued_at: sync.importsQueuedAt,
    imports_completed_at: migration.finishedAt,
    comment: sync.comment,
    subscription_id: subscription.id,
  }
}

function importState(migration: ContentMigration): string {
  if (migration.state === 'imported') return 'completed'
  return migration.state === 'failed' ? 'imports_failed' : 'imports_queued'
}

export function subscriptionJson(call: Call, subscription: BlueprintSubscription): Record<string, unknown> {
  const course = call.world.rows.courses.get(subscription.blueprintCourseId)
  return {
    id: subscription.id,
    template_id: subscription.templateId,
    blueprint_course: course ? courseSummary(call, course) : null,
  }
}

export function courseSummary(call: Call, course: Course): Record<string, unknown> {
  const term = call.world.rows.terms.get(course.termId)
  return { id: course.id, name: course.name, course_code: course.courseCode, term_name: term?.name ?? null }
}

export function changeJson(
  change: ChangeRecord,
  exceptions: readonly Record<string, unknown>[],
): Record<string, unknown> {
  const { migrationId: _internal, ...record } = change
  return exceptions.length > 0 ? { ...record, exceptions } : record
}

/** Associated courses that a change did not reach, because they had changed the thing themselves. */
export function exceptionsTo(world: World, row: BlueprintSync, migrationId: string) {
  return [...row.exceptions]
    .filter(([, skipped]) => skipped.has(migrationId))
    .map(([subscriptionId]) => ({
      course_id: world.rows.subscriptions.get(subscriptionId)?.childCourseId ?? null,
      conflicting_changes: ['content'],
    }))
}
