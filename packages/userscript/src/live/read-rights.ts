import { type Canvas, getCoursePermissions } from '@recourse/canvas'
import type { CourseId } from '@recourse/core'
import { rightsAsked, staffRights } from '../import/ask-rights.ts'
import type { LiveRights } from './read-live.ts'

const EDIT_PAGES = ['manage_wiki_update', 'manage_wiki']

/** Asked in the words of the import dialog, so that one answer serves both. */
export async function readLiveRights(canvas: Canvas, courseId: CourseId): Promise<LiveRights> {
  const held = await getCoursePermissions(canvas, courseId, rightsAsked)
  const has = (right: string): boolean => held[right] === true
  return { isStaff: staffRights.some(has), mayEditPages: EDIT_PAGES.some(has) }
}
