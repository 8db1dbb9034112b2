import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod'
import type { refusal } from './replies.ts'

type Reason = z.infer<typeof refusal>['reason']

/** A refusal before any act was reached. */
export function refuse(
  c: Context,
  status: ContentfulStatusCode,
  reason: Reason,
  message: string,
  details: unknown = null,
): Response {
  return c.json({ ok: false, reason, message, details }, status)
}
