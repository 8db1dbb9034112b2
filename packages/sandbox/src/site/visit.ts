import type { Context } from 'hono'
import { type Call, type SandboxApp, type SandboxEnv, toCall } from '../http/call.ts'
import { ApiError } from '../http/errors.ts'
import { presentText } from '../http/reading.ts'
import { cookies, SESSION_COOKIE } from '../http/sign-in.ts'
import type { World } from '../world.ts'
import { renderErrorPage } from './error-page.ts'
import type { Site } from './site.ts'

/** One request of a browser for a page. */
export interface Visit extends Call {
  readonly site: Site
  /** The token forms carry; empty for a visitor. */
  readonly csrfToken: string
  /** True while a member of staff looks at a course as its test student. */
  readonly isStudentView: boolean
  /** `en`, or what the person, their session or `?lang=` asks for. */
  readonly locale: string
  readonly isHighContrast: boolean
}

export function toVisit(world: World, site: Site, context: Context<SandboxEnv>): Visit {
  const call = toCall(world, context)
  const session = site.sessions.get(cookies(call.request).get(SESSION_COOKIE) ?? '')
  const preferences = session && site.preferences.get(session.userId)
  return {
    ...call,
    site,
    csrfToken: session?.csrfToken ?? '',
    isStudentView: session?.testStudentId !== undefined,
    locale: readLocale(call) ?? preferences?.locale ?? 'en',
    isHighContrast: preferences?.highContrast ?? false,
  }
}

/** A language tag and nothing else: it is written into the page. */
function readLocale(call: Call): string | undefined {
  const asked = presentText(call.params, 'lang')
  return asked !== undefined && isLocale(asked) ? asked : undefined
}

export function isLocale(text: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/.test(text) && isKnown(text)
}

function isKnown(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length > 0
  } catch {
    return false
  }
}

type Show = (visit: Visit) => Response | Promise<Response>

/** Registers pages: visitors are sent to sign in, and what cannot be shown ends in a page that says so. */
export function createPages(app: SandboxApp, world: World, site: Site) {
  const run = (show: Show) => async (context: Context<SandboxEnv>) => answer(toVisit(world, site, context), show)
  return {
    get: (path: string, show: Show) => app.get(path, run(show)),
    /** Where a browser goes; anything else that asks for the address goes on to the next route. */
    getForPeople: (path: string, show: Show) =>
      app.get(path, async (context, next) => {
        if (wantsPage(context.req.raw)) return answer(toVisit(world, site, context), show)
        await next()
        return undefined
      }),
    post: (path: string, show: Show) => app.post(path, run(show)),
    delete: (path: string, show: Show) => app.delete(path, run(show)),
  }
}

export type Pages = ReturnType<typeof createPages>

async function answer(visit: Visit, show: Show): Promise<Response> {
  try {
    return await show(visit)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (error.status === 401 && !visit.caller) return redirect(toSignIn(visit))
    return renderErrorPage(visit, error.status)
  }
}

function toSignIn({ url }: Visit): string {
  return `/login/canvas?return_to=${encodeURIComponent(url.pathname + url.search)}`
}

export function redirect(location: string): Response {
  return new Response(null, { status: 302, headers: { Location: location } })
}

/** A browser that goes to an address, as against a script or a program that asks for data. */
export function wantsPage(request: Request): boolean {
  const isApi = /^\/+api\//.test(new URL(request.url).pathname)
  return !isApi && (request.headers.get('accept') ?? '').includes('text/html')
}
