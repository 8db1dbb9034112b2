import type { ModuleId } from '@recourse/core'
import { findModule, findModuleToggle } from '../page.ts'

/** The rewritten page draws late, and a module's block perhaps after that. */
const WITHIN_MS = 10_000

/** Brings a module of Canvas's list into sight, unfolded and with the focus on it, now or when Canvas has drawn it. */
export function showModule(moduleId: ModuleId, signal: AbortSignal): void {
  const show = (): boolean => {
    const module = findModule(moduleId)
    if (module !== undefined) bringIntoSight(moduleId, module)
    return module !== undefined
  }
  if (show()) return
  const observer = new MutationObserver(() => show() && end())
  const timer = setTimeout(() => end(), WITHIN_MS)
  const end = (): void => {
    observer.disconnect()
    clearTimeout(timer)
  }
  signal.addEventListener('abort', end, { once: true })
  observer.observe(document.documentElement, { childList: true, subtree: true })
}

function bringIntoSight(moduleId: ModuleId, module: HTMLElement): void {
  const toggle = findModuleToggle(module)
  const isFolded = toggle?.getAttribute('aria-expanded') === 'false'
  if (isFolded) toggle?.click()
  // Folding may have put another toggle, or another block, in its place.
  const now = findModule(moduleId) ?? module
  now.scrollIntoView({ block: 'start' })
  focusToggle(now, FRAMES)
}

/** While space is made for the view, Canvas's list is out of sight for two frames (`list-filter.ts`) and takes no focus. */
const FRAMES = 4

function focusToggle(module: HTMLElement, frames: number): void {
  const toggle = findModuleToggle(module)
  toggle?.focus({ preventScroll: true })
  if (document.activeElement !== toggle && frames > 0) requestAnimationFrame(() => focusToggle(module, frames - 1))
}
