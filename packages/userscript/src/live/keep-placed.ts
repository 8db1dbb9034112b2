import { findModuleList } from '../page.ts'

/**
 * Keeps our host right above Canvas's list, beside what a framework draws and never inside it. Looks at nothing but
 * two nodes, however much the page changes; who puts something between us and the list is not fought.
 */
export function keepPlaced(host: HTMLElement, signal: AbortSignal): void {
  const place = (): void => {
    const list = findModuleList()
    if (list === undefined) return
    const follows = host.compareDocumentPosition(list) & Node.DOCUMENT_POSITION_FOLLOWING
    if (host.parentNode !== list.parentNode || follows === 0) list.before(host)
  }
  const observer = new MutationObserver(place)
  observer.observe(document.documentElement, { childList: true, subtree: true })
  signal.addEventListener('abort', () => observer.disconnect(), { once: true })
  place()
}
