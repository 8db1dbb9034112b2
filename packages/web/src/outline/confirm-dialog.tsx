import { Button } from '@instructure/ui-buttons'
import type { ReactNode } from 'react'
import { Dialog } from '../frame/dialog.tsx'
import { frameWords } from '../words/frame-words.ts'

interface ConfirmDialogProps {
  readonly title: string
  readonly confirm: string
  readonly isDanger?: boolean
  /** Not before its reach is known. */
  readonly isReady?: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** What will happen, and the one press that makes it happen. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, confirm, isDanger = false, isReady = true, onConfirm, onClose, children } = props
  return (
    <Dialog
      title={title}
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{frameWords.cancel}</Button>
          <Button
            color={isDanger ? 'danger' : 'primary'}
            interaction={isReady ? 'enabled' : 'disabled'}
            onClick={onConfirm}
          >
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
