import { clearSpools } from '../content/media/spool.ts'
import { type Database, withDatabase } from '../database/open-database.ts'
import type { LibraryDb } from '../library/index.ts'
import { DEMO_PASSWORD, type DemoPerson } from '../people/demo-guests.ts'
import { prepareFirstStart } from '../people/first-start.ts'
import { type DemoGuest, prepareDemo } from '../people/prepare-demo.ts'
import { createSignIn, type SignIn } from '../sign-in/create-sign-in.ts'
import { getSignInSecret } from '../sign-in/sign-in-secret.ts'
import { SettingsError } from '../sign-in/sign-in-settings.ts'
import { createSite } from './create-site.ts'
import { listen, type Place } from './listen.ts'
import type { ServeSettings } from './serve-settings.ts'
import { WEB_FOLDER } from './web-files.ts'

export interface ServeWishes {
  readonly place: Place
  readonly settings: ServeSettings
  readonly env: Readonly<Record<string, string | undefined>>
  /** With courses and people to try it on, in a library that nobody uses. */
  readonly isDemo: boolean
  /** Until when. */
  readonly signal: AbortSignal
  /** Faults and remarks, a line each; nothing that a person wrote. */
  readonly say: (line: string) => void
  readonly onReady: (ready: Ready) => void
}

/** What whoever started the server has to know. */
export interface Ready {
  readonly url: string
  /** The database: a folder, or host and name. */
  readonly database: string
  /** Makes the administrator of a library that nobody administers yet. */
  readonly firstLink: PrintedLink | undefined
  /** People to try it as, where it is a demo; each link signs in, once. */
  readonly guests: readonly PrintedGuest[]
}

export interface PrintedGuest extends DemoPerson {
  readonly password: string
  readonly url: string
}

export interface PrintedLink {
  readonly url: string
  /** An instant in ISO 8601. */
  readonly expiresAt: string
}

/** Serves the library until the signal; then requests under way come to their end, and the database is let go of. */
export async function serveLibrary(wishes: ServeWishes): Promise<void> {
  await withDatabase({ env: wishes.env }, database => serve(database, wishes))
}

async function serve({ db, place: database }: Database, wishes: ServeWishes): Promise<void> {
  const { place, settings, signal, say, onReady } = wishes
  await clearSpools()
  const secret = settings.secret ?? (await getSignInSecret(db))
  const signIn = createSignIn({ ...settings, db, secret, log: say })
  const log = (fault: object): void => say(JSON.stringify(fault))
  const { findActor } = signIn
  const site = createSite({ db, findActor, signIn, log, say, proxies: settings.proxies, webFolder: WEB_FOLDER })
  const guests = wishes.isDemo ? await prepareGuests(db, signIn, database) : []
  const first = wishes.isDemo ? undefined : await prepareFirstStart(db, settings.first)
  await using listening = await listen((request, env) => site.fetch(request, env), place)
  const url = settings.publicUrl ?? toUrl(place.host, listening.port)
  const firstLink = first && { url: `${url}/links/${first.token}`, expiresAt: first.expiresAt }
  const toPrinted = ({ token, ...guest }: DemoGuest): PrintedGuest => {
    return { ...guest, password: DEMO_PASSWORD, url: `${url}/links/${token}` }
  }
  onReady({ url, database, firstLink, guests: guests.map(toPrinted) })
  await until(signal)
}

async function prepareGuests(db: LibraryDb, signIn: SignIn, database: string): Promise<readonly DemoGuest[]> {
  const guests = await prepareDemo(db, signIn.hashPassword)
  if (guests !== undefined) return guests
  const next = 'Start it without --demo, or name another folder for the demo in RECOURSE_DATA.'
  throw new SettingsError(`There is a library in ${database} that people use; no demo is put into it.`, next)
}

/** As this machine reaches it. */
export function toUrl(host: string, port: number): string {
  const isAny = host === '0.0.0.0' || host === '::' || host === '127.0.0.1' || host === '::1'
  const name = isAny ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

function until(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
