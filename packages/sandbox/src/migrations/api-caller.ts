import type { User } from '../model.ts'

/** The JSON of an answer, without types: for tests, which say what they expect of it. */
export type Answer = { readonly status: number; readonly headers: Headers; readonly body: Reply }

/** A reply to look into: `reply.body.settings.source_course_id`. */
// biome-ignore lint/suspicious/noExplicitAny: a test asserts the shape of what it reads.
type Reply = any

interface Asked {
  readonly fetch: (request: Request) => Promise<Response>
}

/** One person at work: `const { get, post } = apiCaller(sandbox, people.teacher)`, paths below `/api/v1`. */
export function apiCaller(sandbox: Asked, user: Pick<User, 'tokens'>) {
  const send = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await sandbox.fetch(toRequest(method, path, body, user.tokens[0] ?? ''))
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: parsed(text) }
  }
  return {
    get: (path: string) => send('GET', path),
    post: (path: string, body: unknown = {}) => send('POST', path, body),
    put: (path: string, body: unknown = {}) => send('PUT', path, body),
    del: (path: string) => send('DELETE', path),
    /** All three steps of an upload; the file's JSON. */
    upload: async (courseId: number, name: string, content: string, more: Record<string, unknown> = {}) => {
      const offer = await send('POST', `/courses/${courseId}/files`, { name, size: content.length, ...more })
      const form = new FormData()
      for (const [key, value] of Object.entries(offer.body.upload_params)) form.append(key, String(value))
      form.append('file', new Blob([content]), name)
      const stored = await sandbox.fetch(new Request(offer.body.upload_url, { method: 'POST', body: form }))
      const place = new URL(stored.headers.get('location') ?? '')
      return (await send('GET', place.pathname.replace('/api/v1', '') + place.search)).body
    },
  }
}

function toRequest(method: string, path: string, body: unknown, token: string): Request {
  const address = path.startsWith('https://') ? path : `https://canvas.test/api/v1${path}`
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
  return new Request(address, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
}

function parsed(text: string): Reply {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
