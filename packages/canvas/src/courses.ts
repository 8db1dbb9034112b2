import type { CourseId } from '@recourse/core'
import type { Canvas } from './canvas.ts'
import { CanvasError } from './canvas-error.ts'
import { apiPath } from './http/api-path.ts'
import { readAll, readOne } from './http/listing.ts'
import type { CallOptions } from './http/request.ts'
import { type Course, type CourseInput, course, courseBody, courseOrRestricted, permissions } from './wire/course.ts'
import { array } from './wire/shape.ts'

const INCLUDE = ['term', 'course_image']

/** A course with its term and image. `denied` also where only the dates of the course keep the caller out. */
export async function getCourse(canvas: Canvas, courseId: CourseId, options?: CallOptions): Promise<Course> {
  const request = { url: apiPath`/courses/${courseId}`, query: { include: INCLUDE }, task: `read course ${courseId}` }
  const found = await readOne(canvas, courseOrRestricted, { ...request, options })
  if (found === null) throw new CanvasError('denied', 'it is closed by its dates.', { task: request.task, status: 200 })
  return found
}

/** The courses the caller is enrolled in, with terms. Those whose dates keep the caller out are left out. */
export async function listOwnCourses(canvas: Canvas, options?: CallOptions): Promise<readonly Course[]> {
  const request = { url: apiPath`/courses`, query: { include: ['term'] }, task: 'list your courses', options }
  const rows = await readAll(canvas, array(courseOrRestricted), request)
  return rows.filter(row => row !== null)
}

/** Changes what is given, leaves the rest. */
export function updateCourse(
  canvas: Canvas,
  courseId: CourseId,
  input: CourseInput,
  options?: CallOptions,
): Promise<Course> {
  const task = `change course ${courseId}`
  return readOne(canvas, course, {
    method: 'PUT',
    url: apiPath`/courses/${courseId}`,
    body: courseBody(input),
    task,
    options,
  })
}

/** Deletes a course for everyone; an administrator can undelete it. */
export async function deleteCourse(canvas: Canvas, courseId: CourseId, options?: CallOptions): Promise<void> {
  await canvas.send({
    method: 'DELETE',
    url: apiPath`/courses/${courseId}`,
    query: { event: 'delete' },
    task: `delete course ${courseId}`,
    options,
  })
}

/** What the caller may do in a course, by Canvas's names (`manage_wiki_update`, …); all of them unless some are named. */
export function getCoursePermissions(
  canvas: Canvas,
  courseId: CourseId,
  names?: readonly string[],
  options?: CallOptions,
): Promise<Readonly<Record<string, boolean>>> {
  const task = `read what you may do in course ${courseId}`
  const url = apiPath`/courses/${courseId}/permissions`
  return readOne(canvas, permissions, { url, query: { permissions: names }, task, options })
}
