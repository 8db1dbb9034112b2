import type { Course, Page } from '../model.ts'
import { pagesByCourse } from '../owned-rows.ts'
import type { World } from '../world.ts'

/** The front page of a course, if it has one that is not deleted. */
export function findFrontPage(world: World, course: Course): Page | undefined {
  const url = course.frontPageUrl
  if (url === null) return undefined
  return pagesByCourse.of(world.rows.pages, course.id).find(page => page.url === url && page.state !== 'deleted')
}

export function isFrontPage(page: Page, course: Course): boolean {
  return course.frontPageUrl === page.url && page.state !== 'deleted'
}

export function setFrontPage(course: Course, page: Page): void {
  course.frontPageUrl = page.url
}

/** A course whose home was this page falls back to its modules (canvas-lms `wiki.rb`: default_view is reset). */
export function unsetFrontPage(course: Course): void {
  course.frontPageUrl = null
  if (course.defaultView === 'wiki') course.defaultView = 'modules'
}
