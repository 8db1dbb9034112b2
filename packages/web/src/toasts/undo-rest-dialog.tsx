import { Button } from '@instructure/ui-buttons'
import { Text } from '@instructure/ui-text'
import { Dialog } from '../frame/dialog.tsx'
import { frameWords } from '../words/frame-words.ts'

interface UndoRestDialogProps {
  readonly message: string
  readonly onRest: () => void
  readonly onNothing: () => void
}

export function UndoRestDialog({ message, onRest, onNothing }: UndoRestDialogProps) {
  return (
    <Dialog
      title={frameWords.undoMovedOn}
      size="small"
      onClose={onNothing}
      footer={
        <>
          <Button onClick={onNothing}>{frameWords.undoNothing}</Button>
          <Button color="primary" onClick={onRest}>
            {frameWords.undoRest}
          </Button>
        </>
      }
    >
      <Text as="p">{message}</Text>
    </Dialog>
  )
}
