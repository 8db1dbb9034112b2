import { canonicalSlug, canonicalTitle, type PlannedPage } from '@recourse/core'
import { isCanvasError } from '../../canvas-error.ts'
import { putPage } from '../../pages/pages.ts'
import type { Editing } from './editing.ts'

/** A title of its own for a moment: Canvas gives a page another address only along with another title. */
const BETWEEN = `${canonicalTitle} (import)`

/**
 * Gives a page the address at which Collections looks (collections-1.3 §2.1) by giving it the title that leads there
 * (canvas-api §2.4). `false`: Canvas keeps that address for another page, a deleted one as a rule; then the page has its
 * old title again.
 */
export async function takeAddress(
  { canvas, courseId, call }: Editing,
  { pageId, slug, title }: Pick<PlannedPage, 'pageId' | 'slug' | 'title'>,
): Promise<boolean> {
  if (slug === canonicalSlug) return true
  const retitle = (to: string) => putPage(canvas, courseId, { id: pageId }, { title: to }, call)
  try {
    if (title === canonicalTitle) await retitle(BETWEEN)
    if ((await retitle(canonicalTitle)).url === canonicalSlug) return true
  } catch (error) {
    if (!isCanvasError(error, 'refused')) throw error
  }
  await retitle(title)
  return false
}
