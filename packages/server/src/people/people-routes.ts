import { createRoute, z } from '@hono/zod-openapi'
import { administratorsOnly } from '../api/administrators-only.ts'
import { answerDone, answerFound } from '../api/answer-outcome.ts'
import type { AppParts } from '../api/create-app.ts'
import { createRoutes } from '../api/create-routes.ts'
import { body, doneUnlogged, reply } from '../api/replies.ts'
import { maybe, nameText } from '../api/requests.ts'
import { emailText } from '../sign-in/email-text.ts'
import { editPerson } from './edit-person.ts'
import { invitePerson } from './invite-person.ts'
import { toLinkUrl } from './link-url.ts'
import { listPeople } from './list-people.ts'
import { makeResetLink } from './make-reset-link.ts'
import { readMe } from './read-me.ts'

const tags = ['people']

const role = z.enum(['administrator', 'author', 'reviewer'])
const inPerson = z.object({ personId: z.guid().meta({ description: 'A person.' }) })

const link = z
  .object({
    url: z.string().meta({ description: 'To be handed over. It works once, and is told only now.' }),
    expiresAt: z.iso.datetime({ offset: true }),
  })
  .readonly()

const me = createRoute({
  method: 'get',
  path: '/me',
  tags,
  summary: 'Who you are',
  responses: reply(
    z.object({ personId: z.guid(), name: z.string(), email: z.string(), role, workspace: z.string() }).readonly(),
    'You.',
  ),
})

const person = z
  .object({
    personId: z.guid(),
    name: z.string(),
    email: z.string(),
    role,
    isActive: z.boolean(),
    hasSignedIn: z.boolean().meta({ description: 'false: invited, and has not come yet.' }),
  })
  .readonly()

const list = createRoute({
  method: 'get',
  path: '/people',
  tags,
  summary: 'Everybody here, by name',
  description: 'Administrators see the deactivated too.',
  responses: reply(z.array(person).readonly(), 'Those people.'),
})

const invite = createRoute({
  method: 'post',
  path: '/people/invitations',
  tags,
  middleware: administratorsOnly,
  summary: 'Invite somebody',
  request: { body: body(z.object({ email: emailText, name: nameText, role })) },
  responses: doneUnlogged(link, 'The link that lets them in.'),
})

const reset = createRoute({
  method: 'post',
  path: '/people/{personId}/reset-link',
  tags,
  middleware: administratorsOnly,
  summary: 'A link with which somebody chooses a new password',
  request: { params: inPerson },
  responses: doneUnlogged(link, 'The link; one made earlier no longer works.'),
})

const edit = createRoute({
  method: 'patch',
  path: '/people/{personId}',
  tags,
  middleware: administratorsOnly,
  summary: 'Another name or role, in or out',
  description: 'Whoever is deactivated is signed out at once. The last administrator stays one.',
  request: {
    params: inPerson,
    body: body(z.object({ name: maybe(nameText), role: maybe(role), isActive: maybe(z.boolean()) })),
  },
  responses: doneUnlogged(z.null(), 'It is so.'),
})

export function peopleRoutes({ db, signIn }: Pick<AppParts, 'db' | 'signIn'>) {
  return createRoutes()
    .openapi(me, async c => {
      for (const cookie of await signIn.refreshSession(c.req.raw.headers)) {
        c.header('set-cookie', cookie, { append: true })
      }
      return answerFound(c, await readMe(db, c.var.actor))
    })
    .openapi(list, async c => c.json(await listPeople(db, c.var.actor), 200))
    .openapi(invite, async c => {
      const made = await invitePerson(db, c.var.actor, c.req.valid('json'))
      return answerDone(c, made.ok ? { ok: true, value: toLinkUrl(c.req.raw, signIn.publicUrl, made.value) } : made)
    })
    .openapi(reset, async c => {
      const made = await makeResetLink(db, c.var.actor, c.req.valid('param').personId)
      return answerDone(c, made.ok ? { ok: true, value: toLinkUrl(c.req.raw, signIn.publicUrl, made.value) } : made)
    })
    .openapi(edit, async c =>
      answerDone(c, await editPerson(db, c.var.actor, c.req.valid('param').personId, c.req.valid('json'))),
    )
}
