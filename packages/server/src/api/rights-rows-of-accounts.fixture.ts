import { createLink } from '../sign-in/one-time-link.ts'
import type { RightsRow } from './rights-rows.fixture.ts'
import type { RightsWorld } from './rights-world.fixture.ts'

/** Signing in, people, the audit log. */
export const accountRows: Readonly<Record<string, RightsRow>> = {
  'ALL /api/auth/*': { audience: 'everybody', method: 'POST', ask: () => ['/api/auth/sign-out', {}] },
  'GET /api/sign-in/ways': { audience: 'everybody', ask: () => ['/api/sign-in/ways'] },
  'GET /api/sign-in/links/:token': {
    audience: 'everybody',
    ask: async world => [`/api/sign-in/links/${await makeToken(world)}`],
  },
  'POST /api/sign-in/links/:token': {
    audience: 'everybody',
    ask: async world => [`/api/sign-in/links/${await makeToken(world)}`, { password: 'correct horse battery staple' }],
  },
  'GET /api/me': { audience: 'who is signed in', ask: () => ['/api/me'] },
  'GET /api/people': { audience: 'who is signed in', ask: () => ['/api/people'] },
  'POST /api/people/invitations': {
    audience: 'who administers',
    ask: () => ['/api/people/invitations', { email: 'new@example.edu', name: 'New', role: 'author' }],
  },
  'POST /api/people/:personId/reset-link': {
    audience: 'who administers this workspace',
    ask: ({ people }) => [`/api/people/${people['its author'].personId}/reset-link`],
  },
  'PATCH /api/people/:personId': {
    audience: 'who administers this workspace',
    ask: ({ people }) => [`/api/people/${people['its author'].personId}`, { name: 'Other' }],
  },
  'GET /api/audit': { audience: 'who administers', ask: () => ['/api/audit'] },
}

async function makeToken({ db, people }: RightsWorld): Promise<string> {
  const { workspaceId, personId } = people['its author']
  return (await createLink(db, { workspaceId, personId, purpose: 'invitation', createdBy: null })).token
}
