import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/**
 * Where what had the focus is gone after a choice (a row that moved to another group, a view that was left), this has
 * it: nobody who works by keys or ears starts again at the top of the page.
 */
export function useKeptFocus(target: RefObject<HTMLElement | null>): void {
  const last = useRef<EventTarget | null>(null)
  useEffect(() => {
    const root = target.current?.getRootNode()
    const note = (event: Event): void => {
      last.current = event.target
    }
    root?.addEventListener('focusin', note)
    return () => root?.removeEventListener('focusin', note)
  }, [target])
  useEffect(() => {
    const root = target.current?.getRootNode()
    const isLost = root instanceof ShadowRoot && root.activeElement === null
    if (isLost && last.current instanceof Element && !last.current.isConnected)
      target.current?.focus({ preventScroll: true })
  })
}
