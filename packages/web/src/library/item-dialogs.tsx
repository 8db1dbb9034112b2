import type { ItemKind } from '@recourse/core/library'
import { DeleteItemDialog } from './delete-item-dialog.tsx'
import { NewItemDialog } from './new-item-dialog.tsx'
import { UpdateItemDialog } from './update-item-dialog.tsx'
import { UploadDialog } from './upload-dialog.tsx'
import type { Item } from './use-items.ts'
import { UsesDialog } from './uses-dialog.tsx'

/** What is open over the list. */
export type ItemDialog =
  | { readonly kind: 'new'; readonly item: ItemKind }
  | { readonly kind: 'uses' | 'update' | 'delete'; readonly item: Item }

interface ItemDialogsProps {
  readonly dialog: ItemDialog
  /** The list as it is by now: somebody else may have updated the item meanwhile. */
  readonly rows: readonly Item[]
  readonly onClose: () => void
}

export function ItemDialogs({ dialog, rows, onClose }: ItemDialogsProps) {
  if (dialog.kind === 'new') {
    if (dialog.item === 'media') return <UploadDialog onClose={onClose} />
    return <NewItemDialog kind={dialog.item} onClose={onClose} />
  }
  const item = rows.find(({ itemId }) => itemId === dialog.item.itemId) ?? dialog.item
  switch (dialog.kind) {
    case 'uses':
      return <UsesDialog item={item} onClose={onClose} />
    case 'delete':
      return <DeleteItemDialog item={item} onClose={onClose} />
    case 'update':
      return item.kind === 'media' ? (
        <UploadDialog item={item} onClose={onClose} />
      ) : (
        <UpdateItemDialog item={item} onClose={onClose} />
      )
  }
}
