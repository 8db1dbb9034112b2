import { Button } from '@instructure/ui-buttons'
import { Text } from '@instructure/ui-text'
import { Dialog } from '../frame/dialog.tsx'
import { frameWords } from '../words/frame-words.ts'
import { outlineWords } from '../words/outline-words.ts'

interface LosesProps {
  readonly name: string
  readonly message: string
  readonly onCopy: () => void
  readonly onMove: () => void
  readonly onClose: () => void
}

/** Courses that do not hold where the page goes lose it (library §1.3 *T09*): copying is offered first. */
export function LosesDialog({ name, message, onCopy, onMove, onClose }: LosesProps) {
  const then = (go: () => void) => () => {
    onClose()
    go()
  }
  return (
    <Dialog
      title={outlineWords.loses(name)}
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{frameWords.cancel}</Button>
          <Button onClick={then(onMove)}>{outlineWords.moveAnyway}</Button>
          <Button color="primary" onClick={then(onCopy)}>
            {outlineWords.copyInstead}
          </Button>
        </>
      }
    >
      <Text as="p">{message}</Text>
    </Dialog>
  )
}
