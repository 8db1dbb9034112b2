import type { ModuleId } from '@recourse/core'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language } from '../texts/pick-texts.ts'
import { moduleHash } from './page-hash.ts'

/** What every part of the live view is given. */
export interface LiveUi extends Language {
  readonly isStaff: boolean
  /** Path and query of this page: cards lead to modules on it. */
  readonly here: string
  readonly courseUrl: string
  readonly iframeHosts: readonly string[]
  /** A picture of a card did not come. */
  readonly onImageFailed: (url: string) => void
}

export const LiveUiContext = createContext<LiveUi | null>(null)

export function useLiveUi(): LiveUi {
  const ui = useContext(LiveUiContext)
  if (ui === null) throw new Error('Outside of the live view.')
  return ui
}

export function moduleUrl({ here }: LiveUi, moduleId: ModuleId): string {
  return `${here}${moduleHash(moduleId)}`
}
