import { type Columns, refuseLocked } from '../blueprint/row-lock.ts'
import { type Call, forbidden } from '../http/call.ts'
import { ApiError, invalid } from '../http/errors.ts'
import { flag, instant, isBlank, nested, text } from '../http/reading.ts'
import type { Course, Page } from '../model.ts'
import { followContent } from '../modules/content.ts'
import type { World } from '../world.ts'
import { addRevision, freeTitle, setTitle } from './change-page.ts'
import { isFrontPage, setFrontPage, unsetFrontPage } from './front-page.ts'
import { toStoredBody } from './page-body.ts'
import { canEditBody, canUpdate } from './page-rights.ts'
import { refuseFields } from './refused-fields.ts'

/** What a request wants of a page; everything in it has passed the rules of canvas-api §2.4. */
interface PageChange {
  readonly title: string
  readonly body: string | null
  readonly editingRoles: string
  readonly state: Page['state']
  /** `undefined`: as it is. */
  readonly isFront: boolean | undefined
  readonly publishAt: string | null
  readonly todoDate: string | null
}

/**
 * Writes what `wiki_page[…]` says: all of it, or nothing and an error. A page that is not among the rows yet is created;
 * its title is then `fallbackTitle` unless one was sent.
 */
export function savePage(call: Call, course: Course, page: Page, fallbackTitle?: string): void {
  const isNew = !call.world.rows.pages.has(page.id)
  if (!isNew) refuseUnlessAllowed(call, course, page)
  const change = changeAsked(call, course, page, fallbackTitle)
  checkFrontPage(call, course, page, change)
  refuseLocked(page, lockedColumns(page), lockedColumns(change))
  applyChange(call, course, page, change)
}

/** Without the right to update, only the body may be sent, where `editing_roles` let the caller. */
function refuseUnlessAllowed(call: Call, course: Course, page: Page): void {
  if (canUpdate(call, course)) return
  if (!canEditBody(call, course, page)) throw forbidden(call)
  refuseFields(call, course, page)
}

function changeAsked(call: Call, course: Course, page: Page, fallbackTitle?: string): PageChange {
  const params = nested(call.params, 'wiki_page') ?? {}
  const title = text(params, 'title') ?? fallbackTitle ?? page.title
  const published = text(params, 'published') === '' ? undefined : flag(params, 'published')
  return {
    title: title === page.title && page.url !== '' ? title : freeTitle(call.world, page, title),
    body: bodyAsked(call, course, page),
    editingRoles: rolesAsked(call, page),
    state: published === undefined ? page.state : published ? 'active' : 'unpublished',
    isFront: flag(params, 'front_page'),
    publishAt: pick(instant(params, 'publish_at'), page.publishAt),
    todoDate: pick(instant(params, 'student_todo_at'), page.todoDate),
  }
}

function pick(asked: string | null | undefined, present: string | null): string | null {
  return asked === undefined ? present : asked
}

function bodyAsked(call: Call, course: Course, page: Page): string | null {
  const sent = text(call.params, 'wiki_page', 'body')
  if (sent === undefined) return page.body
  return sent === null ? null : toStoredBody(call, course.id, sent)
}

const ROLES = new Set(['teachers', 'students', 'members', 'public'])

function rolesAsked(call: Call, page: Page): string {
  const sent = text(call.params, 'wiki_page', 'editing_roles')
  if (sent === undefined || sent === null || sent === '') return page.editingRoles
  const roles = sent.split(',').map(role => role.trim())
  if (roles.some(role => !ROLES.has(role)))
    throw invalid('editing_roles', 'The provided editing roles are invalid', 'invalid')
  return roles.join(',')
}

/** A front page is published: what would break that is refused, under the names of the fields that were sent. */
function checkFrontPage(call: Call, course: Course, page: Page, change: PageChange): void {
  const wasFront = isFrontPage(page, course)
  const isFront = change.isFront ?? wasFront
  if (!isFront || change.state === 'active') return
  const changesFront = change.isFront !== undefined && change.isFront !== wasFront
  const sendsPublished = !isBlank(text(call.params, 'wiki_page', 'published'))
  const names = [...(changesFront ? ['front_page'] : []), ...(sendsPublished ? ['published'] : [])]
  const message = 'The front page cannot be unpublished'
  const errors = names.map(name => [name, [{ attribute: name, type: message, message }]])
  if (names.length > 0) throw new ApiError(400, { errors: Object.fromEntries(errors) })
}

/** Of which a blueprint's lock on content holds the page (canvas-lms `MasterCourses::Restrictor`). */
export function lockedColumns({ title, body }: Pick<Page, 'title' | 'body'>): Columns {
  return { content: { title, body } }
}

function applyChange(call: Call, course: Course, page: Page, change: PageChange): void {
  const { world } = call
  const isNew = !world.rows.pages.has(page.id)
  const isBack = page.state === 'deleted' && change.state !== 'deleted'
  const isRevised = isNew || isBack || change.title !== page.title || change.body !== page.body
  const isVersioned = isRevised || change.publishAt !== page.publishAt || change.todoDate !== page.todoDate
  Object.assign(page, {
    body: change.body,
    editingRoles: change.editingRoles,
    state: change.state,
    publishAt: change.publishAt,
    todoDate: change.todoDate,
  })
  setTitle(world, page, change.title)
  world.rows.pages.set(page.id, page)
  page.lastEditedBy = call.caller?.id ?? null
  if (isVersioned) revise(world, page, isRevised)
  page.updatedAt = world.nowIso()
  if (change.isFront === true) setFrontPage(course, page)
  if (change.isFront === false && isFrontPage(page, course)) unsetFrontPage(course)
  followContent(world, { table: 'pages', row: page })
}

function revise(world: World, page: Page, isRevised: boolean): void {
  if (isRevised) page.revisedAt = world.nowIso()
  addRevision(world, page, page.lastEditedBy)
}
