import { useSyncExternalStore } from 'react'

/** The same width as in the style sheets. */
const narrow = window.matchMedia('(max-width: 60rem)')

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener)
  return () => narrow.removeEventListener('change', listener)
}

/** A phone, or a window as narrow as one: cards instead of tables. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches)
}
