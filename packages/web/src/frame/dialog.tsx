import { CloseButton } from '@instructure/ui-buttons'
import { Heading } from '@instructure/ui-heading'
import { Modal } from '@instructure/ui-modal'
import type { FormEvent, ReactNode } from 'react'
import { frameWords } from '../words/frame-words.ts'
import './dialog.css'

/** One dialog at a time has a form. */
export const DIALOG_FORM = 'dialog-form'

interface DialogProps {
  readonly title: string
  readonly size?: 'small' | 'medium' | 'large'
  readonly onClose: () => void
  readonly footer: ReactNode
  readonly children: ReactNode
  /** Makes what is in the dialog a form: Enter in a field, or a button at its foot of type `submit` and form `DIALOG_FORM`. */
  readonly onSubmit?: () => void
  /** A press beside it loses nothing that was typed. */
  readonly closesOutside?: boolean
}

/** A dialog as all of them are: a title, one column, the buttons at its foot; the whole window on a phone. */
export function Dialog({ title, size = 'medium', onClose, footer, children, onSubmit, closesOutside }: DialogProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit?.()
  }
  return (
    <Modal
      open
      label={title}
      size={size}
      onDismiss={onClose}
      shouldCloseOnDocumentClick={closesOutside ?? onSubmit === undefined}
    >
      <Modal.Header>
        <CloseButton placement="end" offset="small" onClick={onClose} screenReaderLabel={frameWords.close} />
        <Heading level="h2" variant="titleSection">
          <span className="name dialog-title">{title}</span>
        </Heading>
      </Modal.Header>
      <Modal.Body>
        {onSubmit ? (
          <form id={DIALOG_FORM} className="dialog-body" onSubmit={submit} noValidate>
            {children}
            {/* Enter in a field presses it; the one that is seen stands at the foot. */}
            <button type="submit" hidden tabIndex={-1} />
          </form>
        ) : (
          <div className="dialog-body">{children}</div>
        )}
      </Modal.Body>
      <Modal.Footer>
        <div className="dialog-foot">{footer}</div>
      </Modal.Footer>
    </Modal>
  )
}
