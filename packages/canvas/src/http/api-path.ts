import { CanvasError } from '../canvas-error.ts'

/**
 * A path under `/api/v1`, every interpolated value encoded as one segment: a slug with `/` or `?` stays a slug.
 * `:` stays readable (`page_id:7`, `sis_course_id:X`): it is legal in a path.
 */
export function apiPath(strings: TemplateStringsArray, ...values: readonly string[]): string {
  return `/api/v1${strings.map((text, at) => text + segmentOrNothing(values[at])).join('')}`
}

function segmentOrNothing(value: string | undefined): string {
  return value === undefined ? '' : pathSegment(value)
}

/** URL parsers collapse `.` and `..` even when encoded, and an empty segment addresses the list: none of them is a name. */
export function pathSegment(value: string): string {
  if (value === '' || value === '.' || value === '..')
    throw new CanvasError('missing', 'nothing in Canvas has that address.', { task: `address "${value}"` })
  return encodeURIComponent(toWellFormed(value)).replaceAll('%3A', ':')
}

/** A lone surrogate, as a cut-off emoji leaves it, has no encoding: it becomes U+FFFD, as everywhere on the web. */
function toWellFormed(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text))
}
