import { Hono } from 'hono'
import { registerAccountCourses } from './accounts/account-courses.ts'
import { registerAccounts } from './accounts/accounts.ts'
import { registerCourseChanges } from './accounts/change-courses.ts'
import { registerTerms } from './accounts/terms.ts'
import { registerActivities } from './activities/activities.ts'
import { registerAnnouncements } from './activities/announcements.ts'
import { createCartridgeReader } from './cartridge/index.ts'
import { registerBeside } from './courses/beside.ts'
import { registerCourses } from './courses/courses.ts'
import { registerEnrollments } from './courses/enrollments.ts'
import { registerFavorites } from './courses/favorites.ts'
import { registerTabs } from './courses/tabs.ts'
import { createWorld, DEFAULT_FLAGS } from './create-world.ts'
import { json, type SandboxApp, type SandboxEnv, toCall } from './http/call.ts'
import { conditionalGet } from './http/conditional-get.ts'
import { ApiError, notFound } from './http/errors.ts'
import { createFaults, type Faults } from './http/faults.ts'
import { withMethodMeant } from './http/method-override.ts'
import { type Sessions, signIn } from './http/sign-in.ts'
import { throttle } from './http/throttle.ts'
import type { Copies, CopySpeed } from './migrations/copies.ts'
import type { ReadCartridge } from './migrations/packages.ts'
import { registerContent } from './migrations/register-content.ts'
import { registerItems } from './modules/items.ts'
import { registerModules } from './modules/modules.ts'
import { registerItemSequence } from './modules/sequence.ts'
import { registerPages } from './pages/pages.ts'
import { registerRevisions } from './pages/revisions.ts'
import { createPeople, type People } from './people.ts'
import { registerFilePage } from './site/content/file-pages.ts'
import { renderErrorPage } from './site/error-page.ts'
import { registerSite } from './site/register-site.ts'
import { createSite, type SiteOptions } from './site/site.ts'
import { toVisit, wantsPage } from './site/visit.ts'
import { registerSessions } from './users/sessions.ts'
import { registerUsers } from './users/users.ts'
import type { SandboxFlags, World } from './world.ts'

export interface SandboxOptions {
  /** Address in answers made outside a request; default `https://canvas.test`. */
  readonly origin?: string
  readonly flags?: Partial<SandboxFlags>
  /** The clock in milliseconds since 1970; default the machine's. */
  readonly now?: () => number
  /** How long each step of a course copy takes, or `'held'`: a test advances it. Default 0. */
  readonly copySpeedMs?: CopySpeed
  /** How an uploaded cartridge is read, if not by the sandbox's own reader. */
  readonly readCartridge?: ReadCartridge
  /** What people who open it in a browser meet: which Modules page, the institution's theme files, its colours. */
  readonly site?: Partial<SiteOptions>
  /** Seed of uuids, tokens and verifiers: equal seeds, equal text. */
  readonly seedRandom?: number
}

/** A stand-in Canvas: requests in, responses out, nothing leaves the process. */
export interface Sandbox {
  /** Answers as Canvas would. Redirects are not followed. Rejects only where a connection would break (see `faults`). */
  readonly fetch: (request: Request) => Promise<Response>
  /** As `fetch`, past faults and log: for a test that acts as a second person. */
  readonly quietFetch: (request: Request) => Promise<Response>
  readonly world: World
  readonly faults: Faults
  readonly people: People
  /** Course copies at work: `step()` and `finish()` move held ones. */
  readonly copies: Copies
  /** Called by a server that knows the real address. */
  readonly setOrigin: (origin: string) => void
}

export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const address = { origin: options.origin ?? 'https://canvas.test' }
  const world = createWorld({
    origin: () => address.origin,
    flags: { ...DEFAULT_FLAGS, ...options.flags },
    nowMs: options.now ?? Date.now,
    seed: options.seedRandom ?? 1,
  })
  const people = createPeople(world)
  const { app, copies } = createApp(world, options)
  const { faults, run } = createFaults()
  const quietFetch = async (request: Request): Promise<Response> => app.fetch(await withMethodMeant(request))
  return {
    fetch: request => run(request, quietFetch),
    quietFetch,
    world,
    faults,
    people,
    copies,
    setOrigin: origin => {
      address.origin = origin
    },
  }
}

function createApp(world: World, options: SandboxOptions): { readonly app: SandboxApp; readonly copies: Copies } {
  const sessions: Sessions = new Map()
  const site = createSite(sessions, options.site)
  const app: SandboxApp = new Hono<SandboxEnv>({ getPath: toRoutePath })
  app.onError((error, context) => {
    const { status, body, headers } = error instanceof ApiError ? error : internalError()
    if (wantsPage(context.req.raw)) return renderErrorPage(toVisit(world, site, context), status)
    return json(toCall(world, context), body, { status, headers })
  })
  app.notFound(context => {
    if (wantsPage(context.req.raw)) return renderErrorPage(toVisit(world, site, context), 404)
    return json(toCall(world, context), notFound().body, { status: 404 })
  })
  app.use('*', conditionalGet)
  app.use('*', throttle(world))
  app.use('*', signIn(world, sessions))
  // Before the API, where the address of a file's page answers its bytes.
  registerFilePage(app, world, site)
  const copies = registerContent(
    app,
    world,
    options.copySpeedMs ?? 0,
    options.readCartridge ?? createCartridgeReader(world),
  )
  registerSessions(app, world, sessions)
  registerUsers(app, world)
  registerAccounts(app, world)
  registerTerms(app, world)
  registerAccountCourses(app, world)
  registerCourseChanges(app, world)
  registerCourses(app, world)
  registerEnrollments(app, world)
  registerTabs(app, world)
  registerBeside(app, world)
  registerFavorites(app, world)
  registerModules(app, world)
  registerItems(app, world)
  registerItemSequence(app, world)
  registerPages(app, world)
  registerRevisions(app, world)
  registerActivities(app, world)
  registerAnnouncements(app, world)
  registerSite(app, world, site)
  return { app, copies }
}

function internalError(): ApiError {
  return new ApiError(500, { errors: [{ message: 'An error occurred.', error_code: 'internal_server_error' }] })
}

/**
 * `/api/v1//courses` is `/api/v1/courses`: Canvas's router squeezes slashes, and clients do send them. So is
 * `/api/v1/courses.json`: its API routes take a format; but a folder's path may end as it likes.
 */
function toRoutePath(request: Request): string {
  const squeezed = new URL(request.url).pathname.replace(/\/{2,}/g, '/')
  const hasFormat = squeezed.startsWith('/api/v1/') && !squeezed.includes('/by_path/')
  const path = hasFormat ? squeezed.replace(/\.json$/, '') : squeezed
  return path.length > 1 ? path.replace(/\/$/, '') : path
}
