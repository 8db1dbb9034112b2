import type { Fetch } from '@recourse/canvas'
import type { Terminal } from './terminal.ts'

/** What a command is given besides its own words: everything outside it. */
export interface CommandContext {
  readonly terminal: Terminal
  readonly fetch: Fetch
  readonly now: () => Date
  readonly signal: AbortSignal
  /** `DATABASE_URL`, `RECOURSE_DATA`. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** `CANVAS_TOKEN`. */
  readonly canvasToken: string | undefined
  /** How the person called us: `recourse` or `npx recourse`. */
  readonly program: string
  readonly platform: string
  readonly version: string
}
