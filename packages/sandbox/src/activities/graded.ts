import type { Activity } from '../model.ts'
import type { World } from '../world.ts'

/**
 * A graded quiz or discussion has an assignment besides itself, with an id of its own, in Canvas's `assignments` API; each shows
 * the title, text, points and dates of the other (canvas-lms quiz.rb `build_assignment`, assignment.rb `update_submittable`).
 * So here it is one row with two ids.
 */

/** The id in the assignments API, `null` for what does not count. */
export function assignmentIdOf({ kind, id, assignment }: Activity): number | null {
  return kind === 'assignment' ? id : (assignment?.id ?? null)
}

export function isGraded(row: Activity): boolean {
  return assignmentIdOf(row) !== null
}

/** By its id in the assignments API, deleted rows included. */
export function findAssignment({ rows }: World, id: number): Activity | undefined {
  const row = rows.activities.get(id)
  if (row !== undefined) return row.kind === 'assignment' ? row : undefined
  return [...rows.activities.values()].find(({ assignment }) => assignment?.id === id)
}

/** Makes a quiz or discussion count, or not any more. */
export function setGraded(world: World, row: Activity, isToCount: boolean): void {
  if (!isToCount) row.assignment = null
  else row.assignment ??= { id: world.nextId('activities'), migrationId: null, settings: {} }
}

/** Its place in its group; last where nobody said. */
export function positionOf({ kind, settings, assignment }: Activity): number {
  const { position } = (kind === 'assignment' ? settings : assignment?.settings) ?? {}
  return typeof position === 'number' ? position : Number.POSITIVE_INFINITY
}

/** A quiz counts by its type; without one it is a graded quiz. */
export function isGradedQuiz({ quiz_type: type = 'assignment' }: Activity['settings']): boolean {
  return type === 'assignment' || type === 'graded_survey'
}
