import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { useKeptFocus } from './kept-focus.ts'

interface ModalProps {
  readonly isOpen: boolean
  readonly title: string
  readonly closeLabel: string
  /** ✕ and Esc. */
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/** The platform's own dialog: its focus, its Esc, its top layer. The heading takes the focus, so that no choice has it. */
export function Modal({ isOpen, title, closeLabel, onClose, children }: ModalProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isOpen && dialog.current?.open === false) {
      dialog.current.showModal()
      heading.current?.focus()
    }
    if (!isOpen && dialog.current?.open === true) dialog.current.close()
  }, [isOpen])
  useKeptFocus(heading)
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="recourse-title" onClose={() => isOpen && onClose()}>
      <div class="dialog-head">
        <h2 id="recourse-title" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" class="button button-icon" aria-label={closeLabel} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  )
}
