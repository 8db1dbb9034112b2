import { render } from 'preact'
import { keepPlaced } from './keep-placed.ts'
import type { Layout } from './layout-memory.ts'
import { filterList } from './list-filter.ts'
import styles from './live.css?inline'
import { LiveApp } from './live-app.tsx'
import type { LiveSession } from './live-session.ts'
import type { LiveUi } from './live-ui.ts'
import { noteLayout } from './note-layout.ts'

export interface MountOptions {
  readonly session: LiveSession
  readonly ui: Omit<LiveUi, 'isStaff' | 'onImageFailed'>
  readonly direction: 'ltr' | 'rtl'
  readonly takesOver: boolean
  /** As it stood last time; its space is kept free until the view is there. */
  readonly kept: Layout | undefined
  readonly onChoose: (index: number) => void
  readonly onFault: (error: unknown) => void
  readonly onLayout: (layout: Layout) => void
  readonly signal: AbortSignal
}

export interface MountedLive {
  readonly host: HTMLElement
  /** Gives free what was kept: the view is there, or does not come. */
  readonly settle: () => void
}

/** Puts the view above Canvas's list, in a root of its own, and filters that list to what is chosen. */
export function mountLive(options: MountOptions): MountedLive {
  const { session, kept, signal, onLayout, ui, onChoose, onFault } = options
  const host = createHost(options)
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  root.adoptedStyleSheets = [sheet]
  if (kept !== undefined) host.style.minBlockSize = `${kept.height}px`
  const filter = filterList(options)
  render(<LiveApp session={session} ui={ui} onChoose={onChoose} onFault={onFault} />, root)
  keepPlaced(host, signal)
  noteLayout(host, { session, onLayout, signal })
  signal.addEventListener('abort', () => {
    host.remove()
    render(null, root)
  })
  const settle = (): void => {
    host.style.minBlockSize = ''
    filter.settle()
  }
  return { host, settle }
}

function createHost({ direction, ui }: MountOptions): HTMLElement {
  const host = document.createElement('div')
  host.id = 'recourse-live'
  host.dir = direction
  host.lang = ui.wordsIn
  return host
}
