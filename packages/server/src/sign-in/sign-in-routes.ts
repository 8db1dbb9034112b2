import { createRoute, z } from '@hono/zod-openapi'
import { answerDone, answerFound } from '../api/answer-outcome.ts'
import type { AppParts } from '../api/create-app.ts'
import { createRoutes } from '../api/create-routes.ts'
import { body, doneUnlogged, reply } from '../api/replies.ts'
import { maybe, nameText } from '../api/requests.ts'
import { findClientAddress } from './client-address.ts'
import { emailText } from './email-text.ts'
import { findLink } from './one-time-link.ts'
import { gone, useLink } from './use-link.ts'

const tags = ['sign-in']

const ways = createRoute({
  method: 'get',
  path: '/sign-in/ways',
  tags,
  summary: 'How one signs in here',
  responses: reply(
    z.object({
      password: z.boolean(),
      oidc: z.object({ providerId: z.string(), name: z.string() }).nullable().meta({
        description: 'POST /api/auth/sign-in/social with { provider: providerId, callbackURL } answers where to go.',
      }),
    }),
    'Those ways.',
  ),
})

const linkToken = z.object({ token: z.string().max(100) })

const linkFacts = z
  .object({
    name: z.string(),
    email: z.string(),
    workspace: z.string(),
    purpose: z.enum(['first', 'invitation', 'reset', 'demo']),
    asksFor: z.array(z.enum(['name', 'email', 'password'])).readonly(),
    expiresAt: z.iso.datetime({ offset: true }),
  })
  .readonly()

const readLink = createRoute({
  method: 'get',
  path: '/sign-in/links/{token}',
  tags,
  summary: 'Whom a one-time link is for, and what it asks for',
  request: { params: linkToken },
  responses: reply(linkFacts, 'A link that works.'),
})

const takeLink = createRoute({
  method: 'post',
  path: '/sign-in/links/{token}',
  tags,
  summary: 'Set a password by a one-time link, and be signed in',
  request: {
    params: linkToken,
    body: body(z.object({ password: maybe(z.string().max(1000)), name: maybe(nameText), email: maybe(emailText) })),
  },
  responses: doneUnlogged(z.object({ isSignedIn: z.boolean() }).readonly(), 'The cookie of a session is set.'),
})

interface SignedIn {
  readonly isSignedIn: boolean
}

const asked = { first: ['name', 'email', 'password'], invitation: ['password'], reset: ['password'], demo: [] } as const

export function signInRoutes({ db, signIn }: Pick<AppParts, 'db' | 'signIn'>) {
  return createRoutes()
    .openapi(ways, c => c.json({ password: true, oidc: signIn.oidc }, 200))
    .openapi(readLink, async c => {
      const link = await findLink(db, c.req.valid('param').token)
      return answerFound(
        c,
        link === undefined ? gone() : { ok: true, value: { ...link, asksFor: asked[link.purpose] } },
      )
    })
    .openapi(takeLink, async c => {
      const ipAddress = findClientAddress(c.req.raw.headers)
      const use = { ...c.req.valid('param'), ...c.req.valid('json'), ipAddress }
      const outcome = await useLink({ db, hashPassword: signIn.hashPassword }, use)
      if (!outcome.ok) return answerDone<SignedIn>(c, outcome)
      const cookies = await signIn.openSession(outcome.personId, c.req.raw.headers)
      for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
      return answerDone<SignedIn>(c, { ok: true, value: { isSignedIn: cookies.length > 0 } })
    })
}
