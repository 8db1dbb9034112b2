import type { Call } from '../http/call.ts'
import type { Course, Page } from '../model.ts'
import { findLock } from '../modules/locks.ts'
import { markDone } from '../modules/progress.ts'
import { itemsByContent } from '../owned-rows.ts'
import { isStudent } from '../rights.ts'

/** Reading a page as a student meets its "must view" requirements (canvas-api §2.4: the read has a side effect). */
export function markViewed(call: Call, course: Course, page: Page): void {
  if (!call.caller || !isStudent(call, course) || findLock(call, course, { table: 'pages', row: page })) return
  for (const item of itemsByContent.of(call.world.rows.moduleItems, page.id)) {
    const isViewed = item.type === 'Page' && item.state === 'active'
    if (isViewed && item.completionRequirement?.type === 'must_view') markDone(call.world, call.caller, item)
  }
}
