import { decorateBody } from '../html/decorate.ts'
import { normalizeForSave } from '../html/normalize.ts'
import { sanitizeBody } from '../html/sanitize.ts'
import { UnparseableHtmlError } from '../html/tree.ts'
import type { Call } from '../http/call.ts'
import { invalid } from '../http/errors.ts'

/** `maximum_long_text_length`: 500 KiB less one (canvas-api §4). */
const MAX_LENGTH = 511_999

/** The body as it is stored: own host and verifiers removed, sanitised; too long or unparseable is refused with 400. */
export function toStoredBody(call: Call, courseId: number, html: string): string {
  const stored = clean(call, courseId, html)
  if ([...stored].length > MAX_LENGTH)
    throw invalid('body', `is too long (maximum is ${MAX_LENGTH} characters)`, 'too_long')
  return stored
}

function clean(call: Call, courseId: number, html: string): string {
  try {
    return sanitizeBody(
      normalizeForSave(html, {
        host: call.url.host,
        courseId,
        courseOfFile: id => call.world.rows.files.get(Number(id))?.courseId,
      }),
    )
  } catch (error) {
    if (error instanceof UnparseableHtmlError) throw invalid('body', 'unparseable_content', 'unparseable_content')
    throw error
  }
}

/** The body as the API answers it: absolute addresses, `data-api-endpoint`, verifiers (canvas-api §2.4). */
export function toShownBody(call: Call, courseId: number, body: string | null): string | null {
  if (body === null) return null
  return decorateBody(body, { origin: call.origin, world: call.world, courseId, isSession: call.isSession })
}
