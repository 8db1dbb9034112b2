import type { BetterAuthOptions } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { recordAudit } from '../audit/record-audit.ts'
import type { LibraryDb } from '../library/index.ts'
import { findClientAddress } from './client-address.ts'
import { countAttempt, forgetAttempts } from './failure-limit.ts'
import { findPersonByEmail, findPersonById } from './find-person.ts'

const BY_PASSWORD = '/sign-in/email'

/** How somebody came in, by better-auth's path; a path of its own has none. */
const ways: Readonly<Record<string, string>> = { [BY_PASSWORD]: 'password', '/callback/:id': 'oidc' }

/** Before and after what better-auth does: the limit on one account, and the audit log. */
export function toSignInHooks(db: LibraryDb): Pick<BetterAuthOptions, 'hooks' | 'databaseHooks'> {
  return {
    hooks: {
      before: createAuthMiddleware(async ctx => {
        if (ctx.path === BY_PASSWORD) await holdGuessing(db, toEmail(ctx.body), ctx.headers)
      }),
      after: createAuthMiddleware(async ctx => {
        const hasFailed = ctx.context.returned instanceof APIError
        if (ctx.path === BY_PASSWORD) await noteAttempt(db, toEmail(ctx.body), hasFailed, ctx.headers)
        if (ctx.path === '/change-password' && !hasFailed) {
          await note(db, ctx.context.session?.user.id, 'password-changed', ctx.headers)
        }
      }),
    },
    databaseHooks: {
      session: {
        create: {
          // `false` ends every way of signing in; which one it was need not be known here.
          before: async session => (await findPersonById(db, session.userId))?.isActive === true,
          after: async (session, ctx) => {
            const way = ways[ctx?.path ?? ''] ?? 'link'
            await note(db, session.userId, 'signed-in', ctx?.headers, { way })
          },
        },
        delete: {
          after: async (session, ctx) => {
            if (ctx?.path === '/sign-out') await note(db, session.userId, 'signed-out', ctx.headers)
          },
        },
      },
    },
  }
}

function toEmail(body: unknown): string {
  return typeof body === 'object' && body !== null && 'email' in body && typeof body.email === 'string'
    ? body.email
    : ''
}

async function holdGuessing(db: LibraryDb, email: string, headers: Headers | undefined): Promise<void> {
  const verdict = await countAttempt(db, email)
  if (verdict === 'free') return
  const person = await findPersonByEmail(db, email)
  if (verdict === 'held-now' && person !== undefined) {
    const ipAddress = findClientAddress(headers)
    const { workspaceId, personId } = person
    await recordAudit(db, { workspaceId, personId: null, action: 'sign-in-held', targetId: personId, ipAddress })
  }
  throw new APIError('TOO_MANY_REQUESTS', {
    code: 'TOO_MANY_ATTEMPTS',
    message: 'Too many attempts at this account. Wait a quarter of an hour, or ask an administrator for a link.',
  })
}

async function noteAttempt(
  db: LibraryDb,
  email: string,
  hasFailed: boolean,
  headers: Headers | undefined,
): Promise<void> {
  if (!hasFailed) return forgetAttempts(db, email)
  const person = await findPersonByEmail(db, email)
  if (person === undefined) return
  const { workspaceId, personId } = person
  const ipAddress = findClientAddress(headers)
  await recordAudit(db, { workspaceId, personId: null, action: 'sign-in-failed', targetId: personId, ipAddress })
}

async function note(
  db: LibraryDb,
  personId: string | undefined,
  action: 'signed-in' | 'signed-out' | 'password-changed',
  headers: Headers | undefined,
  details: Readonly<Record<string, string>> = {},
): Promise<void> {
  const person = personId === undefined ? undefined : await findPersonById(db, personId)
  if (person === undefined) return
  const { workspaceId } = person
  const ipAddress = findClientAddress(headers)
  await recordAudit(db, { workspaceId, personId: person.personId, action, details, ipAddress })
}
