import { refused } from '../http/errors.ts'
import type { Course } from '../model.ts'
import type { World } from '../world.ts'
import { type BlueprintTemplate, subscriptionsOf } from './templates.ts'

/** Throws what Canvas answers to courses that cannot follow this blueprint. */
export function checkAddable(
  world: World,
  blueprint: Course,
  template: BlueprintTemplate,
  ids: readonly number[],
): void {
  const { courses, subscriptions } = world.rows
  const invalid = ids.filter(id => !isAddable(world, blueprint, courses.get(id)))
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

export function associate(world: World, template: BlueprintTemplate, childCourseId: number): void {
  if (subscriptionsOf(world, template).some(row => row.childCourseId === childCourseId)) return
  const id = world.nextId('subscriptions')
  const row = { id, templateId: template.id, blueprintCourseId: template.courseId, childCourseId }
  world.rows.subscriptions.set(id, row)
}

/** What the blueprint brought stays in the course, unlocked. */
export function dissociate(world: World, template: BlueprintTemplate, childCourseId: number): void {
  const row = subscriptionsOf(world, template).find(known => known.childCourseId === childCourseId)
  if (row) world.rows.subscriptions.delete(row.id)
  const { pages, activities, files } = world.rows
  for (const each of [...pages.values(), ...activities.values(), ...files.values()])
    if (each.courseId === childCourseId) each.blueprintLock = null
}
