import { toRowId } from '../find-course.ts'
import { toSlug } from '../html/slug.ts'
import type { Course, Page } from '../model.ts'
import { pagesByCourse } from '../owned-rows.ts'
import type { World } from '../world.ts'

/** The pages of a course by id, deleted ones left out. */
export function pagesOf(world: World, courseId: number): Page[] {
  const rows = presentPages(world, courseId)
  return rows.sort((a, b) => a.id - b.id)
}

/** The other pages of a page's course, deleted ones left out. */
export function pagesBeside(world: World, page: Page): Page[] {
  return presentPages(world, page.courseId).filter(row => row !== page)
}

function presentPages(world: World, courseId: number): Page[] {
  return pagesByCourse.of(world.rows.pages, courseId).filter(page => page.state !== 'deleted')
}

/** By slug: a current one first, then (flag `permanentPageLinks`) one a page once had. */
export function findPageByUrl(world: World, course: Course, url: string): Page | undefined {
  const pages = pagesOf(world, course.id)
  const current = pages.find(page => page.url === url)
  if (current || !world.flags.permanentPageLinks) return current
  return pages.find(page => page.formerUrls.includes(url))
}

/**
 * A page by what stands in the path (canvas-api §2.4): `page_id:N` finds deleted ones too; else the slug, as written or urlified;
 * else the number the text begins with, taken for an id. A slug wins over an id.
 */
export function findPage(world: World, course: Course, urlOrId: string): Page | undefined {
  const exact = /^page_id:(.+)$/.exec(urlOrId)?.[1]
  if (exact !== undefined) return pageOfCourse(world, course, toRowId(exact))
  const bySlug = findPageByUrl(world, course, urlOrId) ?? findPageByUrl(world, course, toSlug(urlOrId))
  if (bySlug) return bySlug
  const leading = /^\d{1,15}/.exec(urlOrId)?.[0]
  const byId = leading === undefined ? undefined : pageOfCourse(world, course, Number(leading))
  return byId?.state === 'deleted' ? undefined : byId
}

function pageOfCourse(world: World, course: Course, id: number | undefined): Page | undefined {
  const page = id === undefined ? undefined : world.rows.pages.get(id)
  return page?.courseId === course.id ? page : undefined
}
