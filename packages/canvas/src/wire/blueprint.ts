import type { CourseId, MigrationId } from '@recourse/core'
import * as z from 'zod/mini'
import { courseId, idText, migrationId } from './ids.ts'
import { type Instant, instant, or, orNull } from './optional.ts'

export interface BlueprintTemplate {
  readonly id: string
  readonly courseId: CourseId
  readonly associatedCourseCount: number
  readonly lastExportCompletedAt: Instant | null
}

export const blueprintTemplate: z.ZodMiniType<BlueprintTemplate> = z.pipe(
  z.object({
    id: idText,
    course_id: courseId,
    associated_course_count: or(z.int(), 0),
    last_export_completed_at: orNull(instant),
  }),
  z.transform(wire => ({
    id: wire.id,
    courseId: wire.course_id,
    associatedCourseCount: wire.associated_course_count,
    lastExportCompletedAt: wire.last_export_completed_at,
  })),
)

/** That a course follows a blueprint. */
export interface BlueprintSubscription {
  readonly id: string
  readonly templateId: string | null
  readonly blueprintCourse: {
    readonly id: CourseId
    readonly name: string
    readonly courseCode: string | null
    readonly termName: string | null
  }
}

const blueprintCourse = z.pipe(
  z.object({ id: courseId, name: z.string(), course_code: orNull(z.string()), term_name: orNull(z.string()) }),
  z.transform(wire => ({ id: wire.id, name: wire.name, courseCode: wire.course_code, termName: wire.term_name })),
)

export const blueprintSubscription: z.ZodMiniType<BlueprintSubscription> = z.pipe(
  z.object({ id: idText, template_id: orNull(idText), blueprint_course: blueprintCourse }),
  z.transform(wire => ({ id: wire.id, templateId: wire.template_id, blueprintCourse: wire.blueprint_course })),
)

/** One sync, as the blueprint or (with `subscriptionId`) as a following course sees it. */
export interface BlueprintMigration {
  /** In a following course: id of its content migration, good for `getAssetIdMapping`. */
  readonly id: MigrationId
  readonly subscriptionId: string | null
  /** `queued`, `exporting`, `imports_queued`, `completed`, `exports_failed`, `imports_failed`. */
  readonly workflowState: string
  readonly createdAt: Instant | null
  readonly importsCompletedAt: Instant | null
  readonly comment: string | null
}

export const blueprintMigration: z.ZodMiniType<BlueprintMigration> = z.pipe(
  z.object({
    id: migrationId,
    subscription_id: orNull(idText),
    workflow_state: z.string(),
    created_at: orNull(instant),
    imports_completed_at: orNull(instant),
    comment: orNull(z.string()),
  }),
  z.transform(wire => ({
    id: wire.id,
    subscriptionId: wire.subscription_id,
    workflowState: wire.workflow_state,
    createdAt: wire.created_at,
    importsCompletedAt: wire.imports_completed_at,
    comment: wire.comment,
  })),
)

export interface AssociatedCourse {
  readonly id: CourseId
  readonly name: string
  readonly courseCode: string | null
}

export const associatedCourse: z.ZodMiniType<AssociatedCourse> = z.pipe(
  z.object({ id: courseId, name: z.string(), course_code: orNull(z.string()) }),
  z.transform(wire => ({ id: wire.id, name: wire.name, courseCode: wire.course_code })),
)
