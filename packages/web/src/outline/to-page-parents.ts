import type { Course } from '../courses/use-course.ts'
import { listObjects } from './outline-parts.ts'
import type { Parent } from './spot-fields.tsx'
import { toTitle } from './use-moves.ts'

/** The Learning Objects of a course as places for a page. */
export function toPageParents(course: Pick<Course, 'modules'>): readonly Parent[] {
  return listObjects(course).map(({ id, content, pages }) => ({
    id,
    name: content.name,
    children: pages.map(page => ({ id: page.id, name: toTitle(page) })),
  }))
}
