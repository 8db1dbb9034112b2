import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor, LibraryDb } from '../library/index.ts'
import { createSignIn, type SignIn } from '../sign-in/create-sign-in.ts'
import type { Fault } from './answer-fault.ts'
import { createApp } from './create-app.ts'

const actor = z.object({
  workspaceId: z.string(),
  personId: z.string(),
  role: z.enum(['administrator', 'author', 'reviewer']),
})

export interface Answer {
  readonly status: number
  readonly json: unknown
  readonly headers: Headers
}

export interface TestApi {
  readonly app: ReturnType<typeof createApp>
  readonly signIn: SignIn
  readonly faults: readonly Fault[]
  /** As a page of the server would ask; `null`: signed out. Bytes are sent as a file, all else as JSON. */
  readonly ask: (who: Pick<Actor, 'personId'> | null, method: string, path: string, json?: unknown) => Promise<Answer>
}

const ORIGIN = 'http://library.test'

/** The API over a real database; a header stands for the session. */
export function openTestApi(db: LibraryDb): TestApi {
  const faults: Fault[] = []
  const findActor = (request: Request) => findPerson(db, request.headers.get('x-person'))
  const settings = { secret: 'only-for-tests-and-long-enough-to-sign', publicUrl: undefined, oidc: undefined }
  const signIn = createSignIn({ db, ...settings, log: () => undefined })
  const app = createApp({ db, findActor, signIn, log: fault => faults.push(fault) })
  const ask: TestApi['ask'] = async (who, method, path, json) => {
    const headers = new Headers({ origin: ORIGIN })
    if (who !== null) headers.set('x-person', who.personId)
    const isFile = json instanceof Uint8Array
    if (json !== undefined) headers.set('content-type', isFile ? 'application/octet-stream' : 'application/json')
    const body = json === undefined ? {} : { body: isFile ? Buffer.from(json) : JSON.stringify(json) }
    const response = await app.request(`${ORIGIN}${path}`, { method, headers, ...body })
    const text = await response.text()
    return { status: response.status, headers: response.headers, json: isJson(response) ? JSON.parse(text) : text }
  }
  return { app, signIn, faults, ask }
}

function isJson({ headers }: Response): boolean {
  return headers.get('content-type')?.startsWith('application/json') === true
}

async function findPerson(db: LibraryDb, personId: string | null): Promise<Actor | undefined> {
  const { rows } = await sql`
    select workspace_id as "workspaceId", id as "personId", role from person
    where id = ${personId}::uuid and deactivated_at is null`.execute(db)
  return rows[0] === undefined ? undefined : actor.parse(rows[0])
}
