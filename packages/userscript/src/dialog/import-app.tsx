import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { ImportState } from '../import/import-state.ts'
import { Button } from './buttons.tsx'
import { CopyingView } from './copying-view.tsx'
import { DoneView } from './done-view.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { ErrorNotice } from './error-notice.tsx'
import { FailedView } from './failed-view.tsx'
import { Footer } from './footer.tsx'
import { HistoryView } from './history-view.tsx'
import { Modal } from './modal.tsx'
import { NothingView } from './nothing-view.tsx'
import { ReadyView } from './ready-view.tsx'
import { RefreshView } from './refresh-view.tsx'
import { RefusedView } from './refused-view.tsx'
import { SlimBar } from './slim-bar.tsx'
import { StuckView } from './stuck-view.tsx'
import { type Ui, UiContext, useStore, useUi } from './ui.ts'
import type { GoTo, View } from './view.ts'
import { WorkingView } from './working-view.tsx'

interface AppProps {
  readonly ui: Ui
  readonly opensItself: boolean
  /** Closed by hand: from now on the slim bar is enough. */
  readonly onSeen: () => void
  /** The slim bar was waved away where nothing waits for a decision. */
  readonly onDismiss: () => void
}

export function ImportApp({ ui, opensItself, onSeen, onDismiss }: AppProps): JSX.Element {
  const state = useStore(ui.session.state)
  const [isOpen, setOpen] = useState(opensItself)
  const [view, setView] = useState<View>('main')
  const close = (): void => {
    setOpen(false)
    setView('main')
    onSeen()
    // Pages under way are written to the end, whoever looks.
    if (state.phase.kind === 'done') void ui.session.claytons.ended().then(() => afterImport(ui))
  }
  const isWaved = state.phase.kind === 'nothing'
  return (
    <UiContext.Provider value={ui}>
      <Modal isOpen={isOpen} title={ui.texts.title} closeLabel={ui.texts.close} onClose={close}>
        <ErrorBoundary fallback={error => <ErrorNotice error={error} />}>
          {isOpen && <Content state={state} view={view} goTo={setView} onClose={close} />}
        </ErrorBoundary>
      </Modal>
      {!isOpen && <SlimBar state={state} onOpen={() => setOpen(true)} onDismiss={isWaved ? onDismiss : undefined} />}
    </UiContext.Provider>
  )
}

/** Where 1.3 draws, it has to start again to see what was written; else the page is looked at anew. */
function afterImport({ isDrawnByOlder, reloadPage, session }: Ui): void {
  if (isDrawnByOlder()) reloadPage()
  else void session.read()
}

interface ContentProps {
  readonly state: ImportState
  readonly view: View
  readonly goTo: GoTo
  readonly onClose: () => void
}

function Content({ state, view, goTo, onClose }: ContentProps): JSX.Element {
  const { phase } = state
  if (view === 'history') return <HistoryView onBack={() => goTo('main')} />
  if (view === 'refresh' && (phase.kind === 'ready' || phase.kind === 'stuck')) {
    const loss = phase.kind === 'ready' ? phase.plan.loss : null
    return <RefreshView loss={loss} onBack={() => goTo('main')} onDone={() => goTo('main')} />
  }
  switch (phase.kind) {
    case 'reading':
      return <Reading />
    case 'copying':
      return <Waiting onClose={onClose} content={<CopyingView copying={phase.copying} />} />
    case 'nothing':
      return <NothingView plan={phase.plan} onClose={onClose} goTo={goTo} />
    case 'stuck':
      return <StuckView plan={phase.plan} onCancel={onClose} goTo={goTo} />
    case 'ready':
      return <ReadyView plan={phase.plan} onCancel={onClose} goTo={goTo} />
    case 'working':
      return <Waiting content={<WorkingView progress={phase.progress} />} />
    case 'done':
      return <DoneView plan={phase.plan} outcome={phase.outcome} onFinish={onClose} />
    case 'refused':
      return <RefusedView failure={phase.failure} onCancel={onClose} goTo={goTo} />
    case 'failed':
      return <FailedView error={phase.error} during={phase.during} onCancel={onClose} />
    default:
      return phase satisfies never
  }
}

function Reading(): JSX.Element {
  const { texts } = useUi()
  return (
    <div class="dialog-body middle" role="status">
      <progress aria-label={texts.reading} />
      <p>{texts.reading}</p>
    </div>
  )
}

interface WaitingProps {
  readonly content: JSX.Element
  readonly onClose?: () => void
}

function Waiting({ content, onClose }: WaitingProps): JSX.Element {
  const { texts } = useUi()
  return (
    <>
      <div class="dialog-body">{content}</div>
      {onClose !== undefined && (
        <Footer>
          <Button onClick={onClose}>{texts.close}</Button>
        </Footer>
      )}
    </>
  )
}
