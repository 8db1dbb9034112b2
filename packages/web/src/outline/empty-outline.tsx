import { Button } from '@instructure/ui-buttons'
import { IconModuleLine } from '@instructure/ui-icons'
import { Empty } from '../states/empty.tsx'
import { outlineWords } from '../words/outline-words.ts'
import type { OutlineDialog } from './outline-dialog.ts'

interface EmptyOutlineProps {
  readonly mayEdit: boolean
  readonly open: (dialog: OutlineDialog) => void
}

/** A course without anything in it yet. */
export function EmptyOutline({ mayEdit, open }: EmptyOutlineProps) {
  return (
    <Empty
      icon={<IconModuleLine size="large" />}
      title={outlineWords.none}
      text={mayEdit ? outlineWords.noneText : outlineWords.noneReader}
    >
      {mayEdit && (
        <Button color="primary" onClick={() => open({ kind: 'add-module' })}>
          {outlineWords.addModule}
        </Button>
      )}
    </Empty>
  )
}
