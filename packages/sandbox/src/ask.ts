import type { User } from './model.ts'
import type { Sandbox } from './sandbox.ts'

/** What came back; `json` is `undefined` when the body is no JSON. Tests narrow it as they need. */
export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests read replies as a person would, field by field
  readonly json: any
}

/** A function that asks the sandbox as one user, with JSON bodies: `await ask('PUT', '/api/v1/…', { wiki_page: … })`. */
export type Ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>

/** Asks by token, or without credentials for `null`. */
export function askAs(sandbox: Sandbox, user: User | null): Ask {
  return async (method, path, body, headers = {}) => {
    const authorization = user ? { Authorization: `Bearer ${user.tokens[0]}` } : {}
    const request = new Request(new URL(path, sandbox.world.origin), {
      method,
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', ...authorization, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return toReply(await sandbox.fetch(request))
  }
}

async function toReply(response: Response): Promise<Reply> {
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: parse(text) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
