import type { Sessions } from '../http/sign-in.ts'
import type { Brand } from './document/brand.ts'

/** The three generations of Canvas's Modules page (canvas-api §5). */
export const MODULES_PAGES = ['legacy', 'lazy', 'v2'] as const
export type ModulesPage = (typeof MODULES_PAGES)[number]

/** What people who open the sandbox in a browser meet. */
export interface SiteOptions {
  /** Which Modules page; `?modules_page=` asks for another one on a single request. Default `legacy`. */
  readonly modulesPage: ModulesPage
  /** Files as an institution puts them into the Theme Editor, read anew for each request. */
  readonly themeJs: string | null
  readonly themeCss: string | null
  readonly brand: Brand
  /** Canvas's Content-Security-Policy switch, per account. */
  readonly csp: boolean
  /** How late the browser draws what the lazy and the v2 page fetch. Default 150. */
  readonly lateMs: number
}

export const DEFAULT_SITE: SiteOptions = {
  modulesPage: 'legacy',
  themeJs: null,
  themeCss: null,
  brand: 'canvas',
  csp: false,
  lateMs: 150,
}

/** The browser side of one sandbox. */
export interface Site {
  readonly options: SiteOptions
  readonly sessions: Sessions
  /** Modules that a person folded: `user:module`. Canvas keeps it with the person's progress. */
  readonly collapsed: Set<string>
  readonly preferences: Map<number, Preferences>
}

/** A person's own settings: their language (`null`: the account's, English), and Canvas's high-contrast styles. */
export interface Preferences {
  readonly locale: string | null
  readonly highContrast: boolean
}

export function createSite(sessions: Sessions, options: Partial<SiteOptions> = {}): Site {
  return { options: { ...DEFAULT_SITE, ...options }, sessions, collapsed: new Set(), preferences: new Map() }
}
