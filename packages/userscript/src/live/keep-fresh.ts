import { describeModuleList } from '../page.ts'
import { onWritten } from '../page-events.ts'

interface FreshOptions {
  /** Reads everything anew. */
  readonly refresh: () => Promise<void>
  /** Nothing is drawn: only what we write ourselves can change that. */
  readonly isDrawn: () => boolean
  readonly signal: AbortSignal
}

const EVERY_MS = 60_000
/** Who comes back sooner has missed nothing. */
const AT_LEAST_MS = 5000
const SETTLED_MS = 600

/** Changes appear without a reload: by Canvas's list, on coming back, by our own writing, and each minute while seen. */
export function keepFresh({ refresh, isDrawn, signal }: FreshOptions): void {
  let readAt = Date.now()
  const look = (): void => {
    readAt = Date.now()
    // Canvas in trouble: what is drawn stays, and the next look may do better.
    refresh().catch(() => undefined)
  }
  const comeBack = (): void => {
    if (isSeen() && isDrawn() && Date.now() - readAt >= AT_LEAST_MS) look()
  }
  const timer = setInterval(() => isSeen() && isDrawn() && look(), EVERY_MS)
  signal.addEventListener('abort', () => clearInterval(timer), { once: true })
  document.addEventListener('visibilitychange', comeBack, { signal })
  addEventListener('focus', comeBack, { signal })
  onWritten(look, signal)
  onListChanged(() => isDrawn() && look(), signal)
}

const isSeen = (): boolean => document.visibilityState === 'visible'

/** Modules added, renamed, moved, published or deleted on the page; not items that come late, nor folding. */
function onListChanged(listener: () => void, signal: AbortSignal): void {
  let before = describeModuleList()
  let timer: ReturnType<typeof setTimeout> | undefined
  const settle = (): void => {
    const now = describeModuleList()
    const hasChanged = now !== '' && now !== before
    before = now
    if (hasChanged) listener()
  }
  const observer = new MutationObserver(() => {
    if (before === '') before = describeModuleList()
    clearTimeout(timer)
    timer = setTimeout(settle, SETTLED_MS)
  })
  const attributeFilter = ['data-workflow-state', 'data-published']
  observer.observe(document.documentElement, { childList: true, subtree: true, attributeFilter })
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect()
      clearTimeout(timer)
    },
    { once: true },
  )
}
