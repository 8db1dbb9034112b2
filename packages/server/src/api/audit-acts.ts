import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { z } from 'zod'
import { type AuditAction, recordAudit } from '../audit/record-audit.ts'
import { findClientAddress } from '../sign-in/client-address.ts'
import type { AppParts } from './create-app.ts'
import type { ApiEnv } from './create-routes.ts'

const COURSE = '/api/courses/([\\w-]+)'

/** Acts that the audit log names; what they did to which rows is in the journal. */
const audited: readonly (readonly [method: string, path: RegExp, action: AuditAction])[] = [
  ['POST', new RegExp(`^${COURSE}/copies$`), 'course-copied'],
  ['DELETE', new RegExp(`^${COURSE}$`), 'course-deleted'],
  ['POST', new RegExp(`^${COURSE}/restore$`), 'course-restored'],
  ['GET', new RegExp(`^${COURSE}/export$`), 'course-exported'],
  ['POST', /^\/api\/imports$/, 'course-imported'],
  ['DELETE', /^\/api\/items\/\w+\/([\w-]+)$/, 'item-deleted'],
]

/** Writes into the audit log what was done, after it was done; a dry run is nothing. */
export function auditActs({ db, log }: Pick<AppParts, 'db' | 'log'>) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    await next()
    const found = findAct(c)
    if (found === undefined || c.res.status !== 200 || (await isDryRun(c))) return
    const { workspaceId, personId } = c.var.actor
    const { courseId, changeId } = await readReply(c)
    const targetId = found.targetId ?? courseId
    const details = changeId === undefined ? {} : { changeId }
    const ipAddress = findClientAddress(c.req.raw.headers)
    try {
      await recordAudit(db, {
        workspaceId,
        personId,
        action: found.action,
        ...(targetId && { targetId }),
        details,
        ipAddress,
      })
    } catch (error) {
      // It is done all the same, and must not be said to be not.
      const name = error instanceof Error ? error.name : 'unknown'
      log({ id: randomUUID(), method: c.req.method, route: 'audit log', name, code: '', stack: [] })
    }
  })
}

function findAct(c: Context): { readonly action: AuditAction; readonly targetId: string | undefined } | undefined {
  for (const [method, path, action] of audited) {
    const match = c.req.method === method ? path.exec(c.req.path) : null
    if (match !== null) return { action, targetId: match[1] }
  }
  return undefined
}

async function isDryRun(c: Context): Promise<boolean> {
  if (c.req.query('isDryRun') !== undefined) return c.req.query('isDryRun') === 'true'
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return false
  return z.object({ isDryRun: z.literal(true) }).safeParse(await c.req.json()).success
}

const acted = z.object({
  changeId: z.string().optional(),
  value: z.object({ courseId: z.guid() }).optional().catch(undefined),
})

/** The change, and the course that it made. What is downloaded is not read. */
async function readReply(
  c: Context,
): Promise<{ readonly changeId?: string | undefined; readonly courseId?: string | undefined }> {
  if (c.req.method === 'GET' || !/json/.test(c.res.headers.get('content-type') ?? '')) return {}
  const told = acted.safeParse(await c.res.clone().json())
  return told.success ? { changeId: told.data.changeId, courseId: told.data.value?.courseId } : {}
}
