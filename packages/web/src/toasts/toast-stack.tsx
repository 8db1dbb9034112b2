import { Button, CloseButton } from '@instructure/ui-buttons'
import { useEffect, useState } from 'react'
import { frameWords } from '../words/frame-words.ts'
import type { Toast } from './toast.ts'
import './toast-stack.css'
import { useUndo } from './use-undo.tsx'

interface StackProps {
  readonly toasts: readonly Toast[]
  readonly onDismiss: (id: number) => void
}

/** At the foot of the window; read out, and never gone while somebody points at it or is in it. */
export function ToastStack({ toasts, onDismiss }: StackProps) {
  const { undo, dialog } = useUndo()
  return (
    <>
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map(toast => (
          <ToastCard
            key={toast.id}
            toast={toast}
            onDismiss={() => onDismiss(toast.id)}
            onUndo={changeId => {
              onDismiss(toast.id)
              undo(changeId, toast.onUndone)
            }}
          />
        ))}
      </div>
      {dialog}
    </>
  )
}

const STAYS_MS = 8_000
const STAYS_WITH_UNDO_MS = 20_000

interface CardProps {
  readonly toast: Toast
  readonly onDismiss: () => void
  readonly onUndo: (changeId: string) => void
}

function ToastCard({ toast, onDismiss, onUndo }: CardProps) {
  const [isHeld, setHeld] = useState(false)
  const { changeId, next } = toast
  // biome-ignore lint/correctness/useExhaustiveDependencies: the callback is new in each drawing; the clock must not be.
  useEffect(() => {
    if (isHeld || toast.tone === 'failed') return
    const clock = setTimeout(onDismiss, changeId === undefined ? STAYS_MS : STAYS_WITH_UNDO_MS)
    return () => clearTimeout(clock)
  }, [isHeld, changeId, toast.tone])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it is only kept while looked at; what can be pressed is inside.
    <div
      className={`toast toast-${toast.tone}`}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className="name toast-text">{toast.text}</span>
      {next && (
        <Button
          size="small"
          color="primary-inverse"
          withBackground={false}
          onClick={() => {
            onDismiss()
            next.onPress()
          }}
        >
          {next.label}
        </Button>
      )}
      {changeId !== undefined && (
        <Button size="small" color="primary-inverse" withBackground={false} onClick={() => onUndo(changeId)}>
          {frameWords.undo}
        </Button>
      )}
      <CloseButton color="primary-inverse" size="small" screenReaderLabel={frameWords.close} onClick={onDismiss} />
    </div>
  )
}
