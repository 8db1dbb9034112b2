import type { BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/** Signs somebody in who has proved by other means who they are: by a one-time link. No address leads here. */
export const sessionOpener = {
  id: 'session-opener',
  endpoints: {
    openSession: createAuthEndpoint(
      { method: 'POST', body: z.object({ personId: z.guid() }), requireHeaders: true },
      async ctx => {
        const { internalAdapter } = ctx.context
        const user = await internalAdapter.findUserById(ctx.body.personId)
        const session = user === null ? null : await internalAdapter.createSession(user.id)
        if (user === null || session === null) return ctx.json({ isOpen: false })
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ isOpen: true })
      },
    ),
  },
} satisfies BetterAuthPlugin
