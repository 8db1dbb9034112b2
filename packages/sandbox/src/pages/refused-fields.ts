import type { Call } from '../http/call.ts'
import { ApiError } from '../http/errors.ts'
import { flag, isBlank, nested, text } from '../http/reading.ts'
import type { Course, Page } from '../model.ts'
import { isFrontPage } from './front-page.ts'

/**
 * Without the right to update, only the body may change. Clients send back what they read, so a field that would stay as it is
 * is no offence (canvas-lms wiki_pages_api_controller.rb, `get_update_params`).
 */
export function refuseFields(call: Call, course: Course, page: Page): void {
  const refused = [...changedFields(call, course, page)]
  if (refused.length === 0) return
  const errors = refused.map(([name, what]) => {
    const message = `You are not allowed to ${what}`
    return [name, [{ attribute: name, type: message, message }]]
  })
  throw new ApiError(401, { errors: Object.fromEntries(errors) })
}

function* changedFields(call: Call, course: Course, page: Page): Generator<[name: string, what: string]> {
  const params = nested(call.params, 'wiki_page') ?? {}
  const [published, title, publishAt] = ['published', 'title', 'publish_at'].map(name => text(params, name))
  const roles = text(params, 'editing_roles') ?? page.editingRoles
  const isFront = isFrontPage(page, course)
  if (!isBlank(published) && flag(params, 'published') !== (page.state === 'active'))
    yield ['published', 'update the published state of this wiki page']
  if (title !== undefined && title !== page.title) yield ['title', 'update the title of this wiki page']
  if (!isSame(roles, page.editingRoles)) yield ['editing_roles', 'update the editing roles of this wiki page']
  if ((flag(params, 'front_page') ?? isFront) !== isFront) yield ['front_page', 'change the wiki front page']
  if (publishAt !== undefined && publishAt !== page.publishAt)
    yield ['publish_at', 'update the publication date of this wiki page']
}

function isSame(one: string, other: string): boolean {
  const [roles, others] = [toSet(one), toSet(other)]
  return roles.size === others.size && [...roles].every(role => others.has(role))
}

function toSet(roles: string): Set<string> {
  return new Set(roles.split(',').map(role => role.trim()))
}
