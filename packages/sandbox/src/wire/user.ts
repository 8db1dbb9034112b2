import type { User } from '../model.ts'

/** "Tom Teacher" → "Teacher, Tom". */
export function toSortableName(name: string): string {
  const words = name.split(' ')
  const last = words.pop() ?? name
  return words.length === 0 ? last : `${last}, ${words.join(' ')}`
}

/** A user as `GET /users/:id` answers. */
export function toUserJson(user: User): Record<string, unknown> {
  return {
    id: user.id,
    name: user.name,
    created_at: user.createdAt,
    sortable_name: toSortableName(user.name),
    short_name: user.name,
    sis_user_id: null,
    integration_id: null,
    login_id: user.login,
  }
}

/** The short form inside other records: pages' `last_edited_by`, teachers of a course. */
export function toUserDisplayJson(user: User, origin: string, courseId?: number): Record<string, unknown> {
  const place = courseId === undefined ? '' : `/courses/${courseId}`
  return {
    id: user.id,
    anonymous_id: user.id.toString(36),
    display_name: user.name,
    avatar_image_url: `${origin}/images/messages/avatar-50.png`,
    html_url: `${origin}${place}/users/${user.id}`,
    pronouns: null,
  }
}

/** `GET /users/:id/profile`. */
export function toProfileJson(user: User, origin: string): Record<string, unknown> {
  return {
    ...toUserJson(user),
    title: null,
    bio: null,
    primary_email: `${user.login}@example.edu`,
    avatar_url: `${origin}/images/messages/avatar-50.png`,
    calendar: { ics: `${origin}/feeds/calendars/user_${user.id}.ics` },
    time_zone: 'Etc/UTC',
    locale: null,
    lti_user_id: null,
  }
}
