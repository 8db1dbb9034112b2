import { isCanvasError } from '@recourse/canvas'

/** One thing the script does: one file, one id, set up by `init` and undone by its signal (house style: userscript). */
export interface Feature {
  readonly id: string
  /** Runs where one of these holds. */
  readonly on: readonly (() => boolean)[]
  readonly init: (signal: AbortSignal) => void | Promise<void>
}

export function feature(definition: Feature): Feature {
  return definition
}

/** Starts what belongs on this page. One feature may fall; the others, and the page, stand. */
export function startFeatures(features: readonly Feature[], signal: AbortSignal): void {
  for (const each of features) if (each.on.some(isHere => isHere())) void start(each, signal)
}

async function start({ id, init }: Feature, signal: AbortSignal): Promise<void> {
  try {
    await init(signal)
  } catch (error) {
    // Who may not read a course's pages has nothing of ours, and no fault was made.
    if (!signal.aborted && !isCanvasError(error, 'denied')) warn(id, error)
  }
}

/** The page is not ours: what goes wrong is said where developers look, and nowhere else. */
function warn(id: string, error: unknown): void {
  // biome-ignore lint/suspicious/noConsole: the one place where a feature that fell is heard of.
  console.warn(`Recourse: ${id} stopped.`, error)
}
