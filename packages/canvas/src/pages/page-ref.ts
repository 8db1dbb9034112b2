import type { CourseId, PageId } from '@recourse/core'
import type { Page } from '../wire/page.ts'

/**
 * How to say which page. By id: exactly that page, even a deleted one. By slug or title: as Canvas resolves what
 * stands in a page's address, former slugs included where the installation keeps them (canvas-api §2.4).
 */
export type PageRef = { readonly id: PageId } | { readonly slug: string } | { readonly title: string }

/** The text Canvas takes for a page in a path. */
export function toPageKey(ref: PageRef): string {
  if ('id' in ref) return `page_id:${ref.id}`
  return 'slug' in ref ? ref.slug : ref.title
}

/** In words, for messages. */
export function describePage(courseId: CourseId, ref: PageRef): string {
  return `page "${toPageKey(ref)}" of course ${courseId}`
}

/**
 * Whether Canvas took a slug or title that begins with digits for an id: an unknown "12-steps" finds page 12.
 * A page whose slug or title is what was asked for is never such a mistake.
 */
export function isMistakenForId(ref: PageRef, found: Page): boolean {
  if ('id' in ref) return false
  const key = toPageKey(ref)
  const asId = /^\s*(\d+)/.exec(key)?.[1]
  return asId !== undefined && Number(asId) === Number(found.id) && found.url !== key && found.title !== key
}
