import { type Canvas, createCanvas } from '@recourse/canvas'
import type { User } from '../model.ts'
import { type Bench, ORIGIN } from './copied-course.fixture.ts'

/** A browser that is signed in: it keeps cookies, sends them to Canvas only, and knows no token. */
export async function openBrowser({ sandbox }: Bench, user: User): Promise<Canvas> {
  const cookies = new Map<string, string>()
  const keep = (reply: Response): Response => {
    for (const cookie of reply.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return reply
  }
  const browse = async (request: Request): Promise<Response> => {
    const headers = new Headers(request.headers)
    headers.set('cookie', [...cookies].map(pair => pair.join('=')).join('; '))
    return keep(await sandbox.fetch(new Request(request, { headers })))
  }
  const form = new URLSearchParams({
    'pseudonym_session[unique_id]': user.login,
    'pseudonym_session[password]': user.password,
  })
  keep(await sandbox.quietFetch(new Request(`${ORIGIN}/login/canvas`, { method: 'POST', body: form })))
  const csrfToken = () => decodeURIComponent(cookies.get('_csrf_token') ?? '')
  return createCanvas({ origin: ORIGIN, fetch: browse, auth: { kind: 'session', csrfToken } })
}
