import { hiddenModules } from './filter-css.ts'
import type { Layout } from './layout-memory.ts'
import type { LiveSession } from './live-session.ts'

interface NoteOptions {
  readonly session: LiveSession
  readonly onLayout: (layout: Layout) => void
  readonly signal: AbortSignal
}

const AFTER_MS = 300

/** Tells how the view stands whenever it has come to rest. */
export function noteLayout(host: HTMLElement, { session, onLayout, signal }: NoteOptions): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const note = (): void => {
    const state = session.state.get()
    const { height } = host.getBoundingClientRect()
    if (state.kind !== 'drawn' || height === 0) return
    const all = state.facts.modules.map(({ id }) => id)
    const hidden = hiddenModules(all, state.chosen.moduleIds)
    onLayout({ width: innerWidth, height, collection: state.chosen.name, hidden, isStaff: state.facts.isStaff })
  }
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(note, AFTER_MS)
  }
  const observer = new ResizeObserver(soon)
  observer.observe(host)
  const end = session.state.subscribe(soon)
  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(timer)
    end()
  })
}
