import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { type AppParts, createApp } from '../api/index.ts'
import { policyReports } from './policy-reports.ts'
import { siteHeaders } from './site-headers.ts'
import { tellClientAddress } from './tell-client-address.ts'
import { webFiles } from './web-files.ts'

export interface SiteParts extends AppParts {
  /** How many proxies stand between this server and people. */
  readonly proxies: number
  /** The built web app. */
  readonly webFolder: string
  readonly say: (line: string) => void
}

/** Everything that is at the address of the library: the API, the web app, and what guards both. */
export function createSite(parts: SiteParts): Hono {
  const site = new Hono()
  site.use(tellClientAddress(parts.proxies), compress(), siteHeaders(parts.signIn.publicUrl))
  site.route('/', policyReports(parts.say))
  site.route('/', createApp(parts))
  site.route('/', webFiles(parts.webFolder))
  return site
}
