import { feature } from '../feature.ts'
import { all, isCourseHome, isModulesPage, selectors } from '../page.ts'

/**
 * Canvas Collections 1.3 may open its own import dialog on the same page. There any key on a focused button acts, Tab
 * on *Refresh* empties the course (collections-1.3 §3.2 B10): it is put out of reach before it takes one.
 */
export const olderDialog = feature({ id: 'older-dialog', on: [isModulesPage, isCourseHome], init })

function init(signal: AbortSignal): void {
  const silenced = new Set<HTMLElement>()
  const silenceAll = (): void => {
    for (const dialog of all(selectors.olderDialog)) {
      if (silenced.has(dialog)) continue
      silenced.add(dialog)
      silence(dialog)
    }
  }
  const observer = new MutationObserver(silenceAll)
  observer.observe(document.documentElement, { childList: true, subtree: true })
  keepAway(silenced, signal)
  silenceAll()
  signal.addEventListener('abort', () => {
    observer.disconnect()
    for (const dialog of silenced) revive(dialog)
  })
}

/** Not removed: it belongs to a framework that still writes to it. */
function silence(dialog: HTMLElement): void {
  dialog.inert = true
  dialog.style.setProperty('display', 'none', 'important')
  dialog.dataset.recourseSilenced = ''
}

function revive(dialog: HTMLElement): void {
  dialog.inert = false
  dialog.style.removeProperty('display')
  delete dialog.dataset.recourseSilenced
}

const EVENTS = ['keydown', 'keypress', 'keyup', 'click', 'pointerdown', 'mousedown'] as const

/** In the capture phase of the window: before any listener of the dialog itself. */
function keepAway(silenced: ReadonlySet<HTMLElement>, signal: AbortSignal): void {
  const stop = (event: Event): void => {
    const isInside = event.composedPath().some(target => target instanceof HTMLElement && silenced.has(target))
    if (!isInside || !event.isTrusted) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  for (const type of EVENTS) window.addEventListener(type, stop, { capture: true, signal })
}
