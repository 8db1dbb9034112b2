import { Button } from '@instructure/ui-buttons'
import { TextInput } from '@instructure/ui-text-input'
import { type ReactNode, useState } from 'react'
import { DIALOG_FORM, Dialog } from '../frame/dialog.tsx'
import { frameWords } from '../words/frame-words.ts'
import { longestName, outlineWords } from '../words/outline-words.ts'

interface NameDialogProps {
  readonly title: string
  readonly label?: string
  readonly first?: string
  readonly confirm: string
  /** An untitled page may be. */
  readonly mayBeEmpty?: boolean
  /** Whether it is known, and shown, where it will be seen. */
  readonly isReady?: boolean
  readonly onName: (name: string) => void
  readonly onClose: () => void
  /** Its reach, and why it was refused. */
  readonly children: ReactNode
}

/** One name, with where it will be seen. */
export function NameDialog({
  title,
  label,
  first = '',
  confirm,
  mayBeEmpty,
  isReady = true,
  onName,
  onClose,
  children,
}: NameDialogProps) {
  const [name, setName] = useState(first)
  const [isTried, setTried] = useState(false)
  const fault = mayBeEmpty && name.trim() === '' ? undefined : findNameFault(name)
  return (
    <Dialog
      title={title}
      size="small"
      onClose={onClose}
      onSubmit={() => {
        setTried(true)
        if (fault === undefined && isReady) onName(name.trim())
      }}
      footer={
        <>
          <Button onClick={onClose}>{frameWords.cancel}</Button>
          <Button color="primary" type="submit" form={DIALOG_FORM} interaction={isReady ? 'enabled' : 'disabled'}>
            {confirm}
          </Button>
        </>
      }
    >
      <TextInput
        renderLabel={label ?? outlineWords.name}
        value={name}
        onChange={(_, value) => setName(value)}
        inputRef={focusFirst}
        messages={isTried && fault !== undefined ? [{ type: 'error', text: fault }] : []}
      />
      {children}
    </Dialog>
  )
}

const seen = new WeakSet<HTMLInputElement>()

/** Once, when the field appears: the dialog itself would begin at its close button. */
function focusFirst(input: HTMLInputElement | null): void {
  if (input === null || seen.has(input)) return
  seen.add(input)
  requestAnimationFrame(() => input.select())
}

function findNameFault(name: string): string | undefined {
  if (name.trim() === '') return outlineWords.nameMissing
  return name.trim().length > longestName ? outlineWords.nameLong(longestName) : undefined
}
