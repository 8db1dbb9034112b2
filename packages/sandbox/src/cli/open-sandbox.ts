import { createDemo, type DemoCourse } from '../demo/create-demo.ts'
import type { People } from '../people.ts'
import { createSandbox, type Sandbox } from '../sandbox.ts'
import { type Served, serveSandbox } from '../serve.ts'
import type { SiteOptions } from '../site/site.ts'
import { addCartridge } from './add-cartridge.ts'
import { DoorError } from './door-error.ts'
import type { DoorOptions } from './door-options.ts'

/** The line that says the sandbox is ready. Keys may be added, never taken away: scripts read it. */
export interface ReadyLine {
  readonly url: string
  readonly users: readonly {
    readonly login: string
    readonly password: string
    readonly token: string
    readonly role: string
  }[]
  readonly courses: readonly DemoCourse[]
}

export interface OpenedSandbox {
  readonly ready: ReadyLine
  readonly close: () => Promise<void>
}

/** Serves a sandbox with all that was asked for in it; `say` hears what is worth knowing. Throws `DoorError`. */
export async function openSandbox(options: DoorOptions, say: (line: string) => void): Promise<OpenedSandbox> {
  const { links, throttle = false, copySpeed: copySpeedMs } = options
  const flags = { preciseLinks: links === 'precise', throttle }
  const sandbox = createSandbox({ copySpeedMs, flags, site: toSite(options) })
  const served = await serve(sandbox, options)
  try {
    const courses = await fill(sandbox, options, say)
    return { ready: { url: served.url, users: toUsers(sandbox.people), courses }, close: served.close }
  } catch (error) {
    await served.close()
    throw error
  }
}

function toSite({ modulesPage, themeJs, themeCss, brand, csp }: DoorOptions): Partial<SiteOptions> {
  return { modulesPage, themeJs: themeJs ?? null, themeCss: themeCss ?? null, brand, csp: csp === true }
}

/** Only once it has an address: what is made in it names that. */
async function fill(
  sandbox: Sandbox,
  { demo, cartridge }: DoorOptions,
  say: (line: string) => void,
): Promise<readonly DemoCourse[]> {
  const courses = demo ? Object.values<DemoCourse>({ ...(await createDemo(sandbox)) }) : []
  for (const file of cartridge) {
    const { course, issues } = await addCartridge(sandbox, file)
    courses.push(course)
    for (const issue of issues) say(`${file}: ${issue}`)
  }
  return courses
}

function toUsers(people: People): ReadyLine['users'] {
  const { administrator, teacher, designer, assistant, student, stranger } = people
  const roles = { administrator, teacher, designer, assistant, student, stranger }
  return Object.entries(roles).map(([role, { login, password, tokens }]) => ({
    login,
    password,
    token: tokens[0] ?? '',
    role,
  }))
}

async function serve(sandbox: Sandbox, { host, port }: DoorOptions): Promise<Served> {
  try {
    return await serveSandbox(sandbox, { host, port })
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    throw new DoorError('address', addressProblem(code, host, port), { cause })
  }
}

function addressProblem(code: string, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `Port ${port} is in use: choose another with --port, or --port 0 for a free one.`
  if (code === 'EACCES') return `You may not listen on port ${port}: choose one above 1023 with --port.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `${host} is no address of this machine: leave --host out, or name one that is.`
  return `The sandbox cannot listen on ${host}, port ${port} (${code || 'unknown reason'}).`
}
