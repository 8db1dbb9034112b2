import type { CourseId, MigrationId } from '@recourse/core'
import { courseId, idText, migrationId } from './ids.ts'
import { type Instant, instant } from './instant.ts'
import { int, object, or, orNull, type Shape, string } from './shape.ts'

export interface BlueprintTemplate {
  readonly id: string
  readonly courseId: CourseId
  readonly associatedCourseCount: number
  readonly lastExportCompletedAt: Instant | null
}

export const blueprintTemplate: Shape<BlueprintTemplate> = object({
  id: idText,
  courseId,
  associatedCourseCount: or(int, 0),
  lastExportCompletedAt: orNull(instant),
})

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

const blueprintCourse: Shape<BlueprintSubscription['blueprintCourse']> = object({
  id: courseId,
  name: string,
  courseCode: orNull(string),
  termName: orNull(string),
})

export const blueprintSubscription: Shape<BlueprintSubscription> = object({
  id: idText,
  templateId: orNull(idText),
  blueprintCourse,
})

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

export const blueprintMigration: Shape<BlueprintMigration> = object({
  id: migrationId,
  subscriptionId: orNull(idText),
  workflowState: string,
  createdAt: orNull(instant),
  importsCompletedAt: orNull(instant),
  comment: orNull(string),
})

export interface AssociatedCourse {
  readonly id: CourseId
  readonly name: string
  readonly courseCode: string | null
}

export const associatedCourse: Shape<AssociatedCourse> = object({
  id: courseId,
  name: string,
  courseCode: orNull(string),
})
