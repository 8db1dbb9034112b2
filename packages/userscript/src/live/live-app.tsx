import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { ErrorBoundary } from '../dialog/error-boundary.tsx'
import { useStore } from '../dialog/ui.ts'
import { CollectionPanel } from './collection-panel.tsx'
import { CollectionTabs } from './collection-tabs.tsx'
import type { LiveSession } from './live-session.ts'
import type { LiveState } from './live-state.ts'
import { type LiveUi, LiveUiContext } from './live-ui.ts'
import { StatusLine } from './status-line.tsx'

interface LiveAppProps {
  readonly session: LiveSession
  readonly ui: Omit<LiveUi, 'isStaff' | 'onImageFailed'>
  readonly onChoose: (index: number) => void
  /** A defect of ours: everything of the view is taken off the page. */
  readonly onFault: (error: unknown) => void
}

export function LiveApp({ onFault, ...app }: LiveAppProps): JSX.Element {
  const fallback = (error: unknown): JSX.Element => {
    onFault(error)
    return <p />
  }
  return (
    <ErrorBoundary fallback={fallback}>
      <Live {...app} />
    </ErrorBoundary>
  )
}

function Live({ session, ui, onChoose }: Omit<LiveAppProps, 'onFault'>): JSX.Element | null {
  const state = useStore(session.state)
  const [missingImages, setMissing] = useState<ReadonlySet<string>>(new Set())
  const isStaff = isForStaff(state)
  const whole = useMemo<LiveUi>(() => {
    const onImageFailed = (url: string): void => setMissing(urls => new Set(urls).add(url))
    return { ...ui, isStaff, onImageFailed }
  }, [ui, isStaff])
  if (state.kind === 'nothing') return null
  if (state.kind === 'aside') return isStaff ? <p class="note">{ui.texts.live.status.older}</p> : null
  return (
    <LiveUiContext.Provider value={whole}>
      <div class="live">
        {isStaff && <StatusLine state={state} session={session} missingImages={missingImages} />}
        {state.kind === 'drawn' && (
          <>
            <CollectionTabs collections={state.collections} chosen={state.chosen} onChoose={onChoose} />
            <CollectionPanel collection={state.chosen} included={state.included} />
          </>
        )}
      </div>
    </LiveUiContext.Provider>
  )
}

function isForStaff(state: LiveState): boolean {
  if (state.kind === 'nothing') return false
  return state.kind === 'aside' ? state.isStaff : state.facts.isStaff
}
