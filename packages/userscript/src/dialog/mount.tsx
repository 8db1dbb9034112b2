import { render } from 'preact'
import { ImportApp } from './import-app.tsx'
import styles from './styles.css?inline'
import type { Ui } from './ui.ts'

interface MountOptions {
  readonly ui: Ui
  readonly direction: 'ltr' | 'rtl'
  readonly opensItself: boolean
  /** A person has seen this copy's dialog, or waved its bar away. */
  readonly onSeen: () => void
  readonly signal: AbortSignal
}

/**
 * Puts the dialog on the page, in a root of its own: neither the page's styles nor its keys reach into it, and nothing
 * of ours reaches out. It hangs on `body`, beside everything that a framework of the page might draw anew.
 */
export function mountImport({ ui, direction, opensItself, onSeen, signal }: MountOptions): void {
  const host = document.createElement('div')
  host.id = 'recourse'
  host.dir = direction
  host.lang = ui.wordsIn
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  root.adoptedStyleSheets = [sheet]
  keepKeys(host)
  document.body.append(host)
  const remove = (): void => {
    render(null, root)
    host.remove()
  }
  const dismiss = (): void => {
    onSeen()
    remove()
  }
  render(<ImportApp ui={ui} opensItself={opensItself} onSeen={onSeen} onDismiss={dismiss} />, root)
  signal.addEventListener('abort', remove, { once: true })
}

/** Canvas's shortcuts, and the focus traps of dialogs below, listen on the document: what is typed here is ours. */
function keepKeys(host: HTMLElement): void {
  for (const type of ['keydown', 'keypress', 'keyup']) host.addEventListener(type, event => event.stopPropagation())
}
