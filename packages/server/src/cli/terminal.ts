import type { Colors } from '../render/paint.ts'

/** Where a command speaks and listens. Only the result goes to standard output; a script may read nothing else there. */
export interface Terminal {
  /** The result. */
  readonly print: (text: string) => void
  /** Progress, warnings, errors: whole lines. */
  readonly say: (text: string) => void
  /** Progress that the next one may overwrite, where there is somebody to see it. */
  readonly progress: (text: string) => void
  /** Columns of the result. */
  readonly width: number
  /** For the result, and for what is said beside it. */
  readonly colors: Colors
  readonly sayColors: Colors
  /** A person sits there who can be asked. */
  readonly interactive: boolean
  readonly ask: (question: string, options: AskOptions) => Promise<string>
}

export interface AskOptions {
  /** What is typed is not shown. */
  readonly hidden: boolean
  readonly signal: AbortSignal
}
