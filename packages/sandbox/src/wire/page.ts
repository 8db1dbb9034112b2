import type { Call } from '../http/call.ts'
import type { Course, Page, PageRevision } from '../model.ts'
import { findLock, toLockJson } from '../modules/locks.ts'
import { isFrontPage } from '../pages/front-page.ts'
import { toShownBody } from '../pages/page-body.ts'
import { toUserDisplayJson } from './user.ts'

/** A page (canvas-api §2.4). `body` comes with single reads and `include[]=body`, and never while the page is locked for the caller. */
export function toPageJson(
  call: Call,
  course: Course,
  page: Page,
  { withBody }: { readonly withBody: boolean },
): Record<string, unknown> {
  const lock = findLock(call, course, { table: 'pages', row: page })
  const published = page.state === 'active'
  return {
    page_id: page.id,
    url: page.url,
    title: page.title,
    created_at: page.createdAt,
    updated_at: page.revisedAt,
    editing_roles: page.editingRoles,
    ...editorOf(call, course, page.lastEditedBy, 'last_edited_by'),
    published,
    hide_from_students: !published,
    front_page: isFrontPage(page, course),
    html_url: `${call.origin}/courses/${course.id}/pages/${encodeURIComponent(page.url)}`,
    todo_date: page.todoDate,
    publish_at: page.publishAt,
    ...toLockJson(lock),
    ...(withBody && !lock ? { body: toShownBody(call, course.id, page.body) } : {}),
  }
}

function editorOf(call: Call, course: Course, userId: number | null, name: string): Record<string, unknown> {
  const user = userId === null ? undefined : call.world.rows.users.get(userId)
  return user ? { [name]: toUserDisplayJson(user, call.origin, course.id) } : {}
}

/** A revision; with `summary` its content is left out. */
export function toRevisionJson(
  call: Call,
  course: Course,
  page: Page,
  revision: PageRevision,
  options: { readonly isSummary: boolean },
): Record<string, unknown> {
  const { url, title, body } = revision
  return {
    revision_id: revision.revisionId,
    updated_at: revision.updatedAt,
    latest: revision === page.revisions.at(-1),
    ...editorOf(call, course, revision.editedBy, 'edited_by'),
    ...(options.isSummary ? {} : { url, title, body: toShownBody(call, course.id, body) }),
  }
}
