import { CanvasError, type CanvasErrorDetail, type CanvasErrorKind } from '../canvas-error.ts'
import { array, either, object, orNull, record, string, tryShape } from '../wire/shape.ts'
import { parseJson } from './reply-text.ts'
import { replyWords } from './reply-words.ts'
import { type CanvasAuth, type CanvasRequest, isRead } from './request.ts'

/** An answer as it came: everything that classification needs. */
export interface RawReply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Where the answer came from, after redirects. */
  readonly url: URL
}

/** Who asked. */
export interface Client {
  readonly origin: string
  readonly auth: CanvasAuth
}

/** The error an answer means, or `undefined` for a success. Never looks at localised words (Canvas translates them). */
export function findReplyError(reply: RawReply, request: CanvasRequest, from: Client): CanvasError | undefined {
  if (reply.status >= 200 && reply.status < 300) return undefined
  const details = parseDetails(reply.text)
  const kind = toKind(reply, details)
  return new CanvasError(kind, replyWords(kind, { reply, details, ...from }), {
    task: request.task,
    status: reply.status,
    details,
    mayHaveActed: isNoAnswer(reply.status) && !isRead(request),
    retryAfterMs: toRetryAfterMs(reply.headers),
  })
}

function toKind(reply: RawReply, details: readonly CanvasErrorDetail[]): CanvasErrorKind {
  const { status, headers } = reply
  if (isThrottled(reply)) return 'throttled'
  // Canvas answers 401 to both; only a missing or bad sign-in carries the challenge (lib/authentication_methods.rb).
  if (status === 401) return headers.has('www-authenticate') ? 'unauthenticated' : 'denied'
  if (status === 403) return 'denied'
  if (status === 404 || status === 410) return 'missing'
  if (status === 409 || status === 412) return 'changed'
  if (status === 413 || details.some(detail => detail.type === 'too_long')) return 'too-large'
  return isNoAnswer(status) ? 'down' : 'refused'
}

/** Trouble of Canvas or before it; 0 is what a browser shows of an answer that it hides. */
function isNoAnswer(status: number): boolean {
  return status >= 500 || status < 200
}

/** Canvas's throttling reply: 403 in plain text with an empty bucket (request_throttle.rb); 429 where a proxy answers. */
function isThrottled({ status, headers }: RawReply): boolean {
  if (status === 429) return true
  const remaining = toNumber(headers.get('x-rate-limit-remaining'))
  const isPlainText = (headers.get('content-type') ?? '').startsWith('text/plain')
  return status === 403 && isPlainText && remaining !== undefined && remaining <= 0
}

export function toNumber(text: string | null): number | undefined {
  const number = text === null || text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(number) ? number : undefined
}

/** `Retry-After` in seconds, or as a date counted from the reply's own `Date`, so that a wrong clock here does no harm. */
export function toRetryAfterMs(headers: Headers): number | undefined {
  const text = headers.get('retry-after')
  const seconds = toNumber(text)
  if (seconds !== undefined) return Math.max(0, seconds * 1000)
  const ms = Date.parse(text ?? '') - Date.parse(headers.get('date') ?? '')
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined
}

const complaint = object({
  field: orNull(string),
  attribute: orNull(string),
  type: orNull(string),
  errorCode: orNull(string),
  message: orNull(string),
})
const listed = object({ errors: array(complaint) })
const byField = object({ errors: record(either(array(complaint), string)) })
const single = object({ message: string })

type Complaint = ReturnType<typeof complaint>

/** Every form in which Canvas complains (canvas-api §1.4); none of them: no details. */
function parseDetails(body: string): readonly CanvasErrorDetail[] {
  const json = parseJson(body)
  if (!json.ok) return []
  const list = tryShape(listed, json.value)
  if (list !== undefined) return list.errors.map(each => toDetail(each))
  const fields = tryShape(byField, json.value)
  if (fields !== undefined) return Object.entries(fields.errors).flatMap(([field, each]) => toFieldDetails(field, each))
  const one = tryShape(single, json.value)
  return one === undefined ? [] : [one]
}

function toFieldDetails(field: string, complaints: readonly Complaint[] | string): readonly CanvasErrorDetail[] {
  if (typeof complaints === 'string') return [{ field, message: complaints }]
  return complaints.map(each => toDetail({ ...each, field }))
}

function toDetail(each: Complaint): CanvasErrorDetail {
  const field = each.field ?? each.attribute
  const type = each.type ?? each.errorCode
  return { ...(field && { field }), ...(type && { type }), ...(each.message && { message: each.message }) }
}
