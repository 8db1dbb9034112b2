import { type CourseId, toCourseId } from '@recourse/core'
import { CliError } from '../cli-error.ts'

/** A course, wherever in it somebody stood when they copied the address. */
export interface CourseAddress {
  readonly origin: string
  readonly courseId: CourseId
  /** `https://canvas.example.edu/courses/42` */
  readonly url: string
  /** The token would travel unencrypted, and not to this machine itself. */
  readonly isOpenToEavesdroppers: boolean
}

const NEXT = 'Give the address of a course as the browser shows it: https://canvas.example.edu/courses/42'
const LOCAL = /^(localhost|[^.]+\.localhost|127(\.\d+){3}|\[::1\])$/

/** Any address inside the course: with `/modules`, a page, a query, a fragment; or the same below `/api/v1`. */
export function parseCourseAddress(text: string): CourseAddress {
  const url = toUrl(text.trim())
  if (url.username !== '' || url.password !== '')
    throw new CliError('usage', 'An address with a name or password in it is not used.', NEXT)
  const course = /^\/(?:api\/v1\/)?courses\/((?:\d+~)?\d+)(?:[/.]|$)/.exec(url.pathname)?.[1]
  if (course === undefined) throw new CliError('usage', `“${cut(text)}” names no course.`, NEXT)
  return {
    origin: url.origin,
    courseId: toCourseId(course),
    url: `${url.origin}/courses/${course}`,
    isOpenToEavesdroppers: url.protocol === 'http:' && !LOCAL.test(url.hostname),
  }
}

/** Browsers hide the scheme, so people copy addresses without one. */
function toUrl(text: string): URL {
  const scheme = /^(localhost|127\.)/.test(text) ? 'http' : 'https'
  const written = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `${scheme}://${text}`
  const url = URL.canParse(written) ? new URL(written) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new CliError('usage', `“${cut(text)}” is not the address of a course.`, NEXT)
  return url
}

const LONGEST = 80

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)
