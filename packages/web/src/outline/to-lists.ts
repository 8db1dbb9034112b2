import type { Course } from '../courses/use-course.ts'
import { findObjectOf, listObjects } from './outline-parts.ts'
import type { Siblings } from './plan-place.ts'
import type { RowKind } from './use-outline.ts'

/** The lists that a row can move in. With an id, a page stays in its Learning Object: a step never leads out of one. */
export function toLists(course: Pick<Course, 'id' | 'modules'>, kind: RowKind, id?: string): readonly Siblings[] {
  if (kind === 'module') return [{ parentId: course.id, ids: toIds(course.modules) }]
  if (kind === 'object') return course.modules.map(module => ({ parentId: module.id, ids: toIds(module.objects) }))
  const own = id === undefined ? undefined : findObjectOf(course, id)
  const objects = own === undefined ? listObjects(course) : [own]
  return objects.map(object => ({ parentId: object.id, ids: toIds(object.pages) }))
}

function toIds(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map(row => row.id)
}
