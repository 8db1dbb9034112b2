import { invalid } from '../http/errors.ts'
import type { Activity, BlueprintLock, Course, Page, StoredFile } from '../model.ts'
import type { World } from '../world.ts'

export type LockableRow = Page | Activity | StoredFile

/** What a blueprint sent carries this before its key (canvas-lms `MasterCourses::MIGRATION_ID_PREFIX`). */
const FROM_BLUEPRINT = 'mastercourse_'

/** Sent by a blueprint, and something of it is locked (canvas-lms restrictor.rb, `editing_restricted?`). */
export function isRestricted(row: LockableRow): boolean {
  return isFromBlueprint(row) && holdsSomething(row.blueprintLock)
}

export function isFromBlueprint({ migrationId }: LockableRow): boolean {
  return migrationId?.startsWith(FROM_BLUEPRINT) === true
}

function holdsSomething(lock: BlueprintLock | null): lock is BlueprintLock {
  return lock !== null && Object.values(lock).includes(true)
}

/** Columns by the kind of lock that holds them, each with its value. */
export type Columns = Readonly<Partial<Record<keyof BlueprintLock, Readonly<Record<string, unknown>>>>>

/** Throws Canvas's validation error where a change touches what is locked; sending a value back as it is touches nothing. */
export function refuseLocked(row: LockableRow, before: Columns, after: Columns): void {
  const { blueprintLock: lock } = row
  if (!isFromBlueprint(row) || lock === null) return
  const kinds = (['content', 'points', 'due_dates', 'availability_dates'] as const).filter(kind => lock[kind] === true)
  const changed = kinds.flatMap(kind =>
    Object.entries(after[kind] ?? {}).flatMap(([column, value]) => (value === before[kind]?.[column] ? [] : [column])),
  )
  if (changed.length > 0)
    throw invalid('base', `cannot change column(s): ${changed.join(', ')} - locked by Master Course`)
}

/** How a course takes part in blueprints; `undefined`: not at all. */
export function blueprintSide(world: World, course: Course): 'master' | 'child' | undefined {
  if (course.isBlueprint) return 'master'
  const isChild = [...world.rows.subscriptions.values()].some(row => row.childCourseId === course.id)
  return isChild ? 'child' : undefined
}

/** What a blueprint says of a row, for those who see the course as its staff do (`master_course_api_restriction_data`). */
export function toRestrictions(world: World, course: Course, row: LockableRow): Record<string, unknown> {
  const side = blueprintSide(world, course)
  if (side === undefined || (side === 'child' && !isFromBlueprint(row))) return {}
  const { blueprintLock: lock } = row
  return {
    [`is_master_course_${side}_content`]: true,
    restricted_by_master_course: holdsSomething(lock),
    ...(holdsSomething(lock) && { master_course_restrictions: lock }),
  }
}
