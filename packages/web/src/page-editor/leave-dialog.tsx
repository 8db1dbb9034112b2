import { Button } from '@instructure/ui-buttons'
import { Text } from '@instructure/ui-text'
import { useBlocker } from '@tanstack/react-router'
import { Dialog } from '../frame/dialog.tsx'
import { pageWords } from '../words/page-words.ts'

interface LeaveDialogProps {
  readonly isDirty: boolean
  /** Whether this browser keeps what was typed. */
  readonly isKept: boolean
}

/** Asked when somebody goes away from unsaved work; the browser itself asks when the window is closed. */
export function LeaveDialog({ isDirty, isKept }: LeaveDialogProps) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  })
  if (status !== 'blocked') return null
  return (
    <Dialog
      title={pageWords.leaveTitle}
      size="small"
      onClose={reset}
      closesOutside={false}
      footer={
        <>
          <Button onClick={proceed}>{pageWords.leave}</Button>
          <Button color="primary" onClick={reset}>
            {pageWords.stay}
          </Button>
        </>
      }
    >
      <Text as="p">{isKept ? pageWords.leaveKept : pageWords.leaveLost}</Text>
    </Dialog>
  )
}
