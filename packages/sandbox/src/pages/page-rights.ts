import { type Call, forbidden } from '../http/call.ts'
import { notFound } from '../http/errors.ts'
import type { Course, Page } from '../model.ts'
import { seesAll } from '../modules/rows.ts'
import { can, enrollmentsIn, need } from '../rights.ts'

/** Throws unless the caller may read the page: unpublished ones are for staff. */
export function needReadable(call: Call, course: Course, page: Page): void {
  if (page.state !== 'active' && !seesAll(call, course)) throw forbidden(call)
}

/** True if the caller may write the page's title, state and roles. */
export function canUpdate(call: Call, course: Course): boolean {
  return can(call, course, 'manage_wiki_update')
}

/** True if the caller may at least write the body: by right, or by the page's `editing_roles`. */
export function canEditBody(call: Call, course: Course, page: Page): boolean {
  if (canUpdate(call, course)) return true
  if (page.state !== 'active' || course.workflowState !== 'available') return false
  const roles = new Set(page.editingRoles.split(',').map(role => role.trim()))
  const enrollments = enrollmentsIn(call.world, call.caller, course.id).filter(row => row.state === 'active')
  if (roles.has('public') && call.caller) return true
  if (roles.has('members') && enrollments.length > 0) return true
  return roles.has('students') && enrollments.some(row => row.type === 'StudentEnrollment')
}

/** Throws unless pages of the course may be listed: a hidden Pages tab hides them from students (canvas-api §2.4). */
export function needPages(call: Call, course: Course): void {
  need(call, course, 'read')
  const hidden = course.settings.hidden_tabs
  if (Array.isArray(hidden) && hidden.includes('pages') && !seesAll(call, course)) throw notFound()
}
