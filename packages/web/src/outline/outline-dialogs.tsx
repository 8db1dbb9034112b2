import { AddModuleDialog } from './add-module-dialog.tsx'
import { AddObjectDialog } from './add-object-dialog.tsx'
import { AddPageDialog } from './add-page-dialog.tsx'
import { CopyPageDialog } from './copy-page-dialog.tsx'
import { DeleteModuleDialog } from './delete-module-dialog.tsx'
import { DeletePageDialog } from './delete-page-dialog.tsx'
import { DetachDialog } from './detach-dialog.tsx'
import { InsertDialog } from './insert-dialog.tsx'
import { LosesDialog } from './loses-dialog.tsx'
import { MoveObjectDialog } from './move-object-dialog.tsx'
import { MovePageDialog } from './move-page-dialog.tsx'
import type { OutlineDialog } from './outline-dialog.ts'
import { ProtectDialog } from './protect-dialog.tsx'
import { ReattachDialog } from './reattach-dialog.tsx'
import { RemoveObjectDialog } from './remove-object-dialog.tsx'
import { RenameModuleDialog } from './rename-module-dialog.tsx'
import { RenameObjectDialog } from './rename-object-dialog.tsx'
import { RenamePageDialog } from './rename-page-dialog.tsx'
import { SharedQuestion } from './shared-question.tsx'
import { useOutline } from './use-outline.ts'

interface DialogsProps {
  readonly dialog: OutlineDialog
  readonly onClose: () => void
}

/** The dialog that is open. */
export function OutlineDialogs({ dialog, onClose }: DialogsProps) {
  const { course } = useOutline()
  switch (dialog.kind) {
    case 'add-module':
      return <AddModuleDialog onClose={onClose} />
    case 'rename-module':
      return <RenameModuleDialog module={dialog.module} onClose={onClose} />
    case 'delete-module':
      return <DeleteModuleDialog module={dialog.module} onClose={onClose} />
    case 'add-object':
      return <AddObjectDialog module={dialog.module} onClose={onClose} />
    case 'insert':
      return <InsertDialog module={dialog.module} onClose={onClose} />
    case 'rename-object':
      return <RenameObjectDialog object={dialog.object} onClose={onClose} />
    case 'remove-object':
      return <RemoveObjectDialog object={dialog.object} onClose={onClose} />
    case 'move-object':
      return <MoveObjectDialog object={dialog.object} onClose={onClose} />
    case 'detach':
      return <DetachDialog object={dialog.object} onClose={onClose} />
    case 'reattach':
      return <ReattachDialog object={dialog.object} onClose={onClose} />
    case 'protect':
      return <ProtectDialog object={dialog.object} onClose={onClose} />
    case 'add-page':
      return <AddPageDialog object={dialog.object} onClose={onClose} />
    case 'rename-page':
      return <RenamePageDialog page={dialog.page} object={dialog.object} onClose={onClose} />
    case 'delete-page':
      return <DeletePageDialog page={dialog.page} object={dialog.object} onClose={onClose} />
    case 'move-page':
      return <MovePageDialog page={dialog.page} object={dialog.object} onClose={onClose} />
    case 'copy-page':
      return <CopyPageDialog page={dialog.page} object={dialog.object} onClose={onClose} />
    case 'shared':
      return <SharedQuestion courseId={course.id} object={dialog.object} onGo={dialog.onGo} onClose={onClose} />
    case 'loses':
      return <LosesDialog {...dialog} onClose={onClose} />
    default:
      return dialog satisfies never
  }
}
