import { askAs } from '../ask.ts'
import type { User } from '../model.ts'
import type { Sandbox } from '../sandbox.ts'

/** One person at work, for tests: `const { get, post, upload } = apiCaller(sandbox, people.teacher)`, paths below `/api/v1`. */
export function apiCaller(sandbox: Sandbox, user: User) {
  const ask = askAs(sandbox, user)
  const send = async (method: string, path: string, sent?: unknown) => {
    const { status, json, text } = await ask(method, path.startsWith('https://') ? path : `/api/v1${path}`, sent)
    return { status, body: json ?? text }
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
      return (await send('GET', stored.headers.get('location') ?? '')).body
    },
  }
}
