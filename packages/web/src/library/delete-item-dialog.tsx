import { Button } from '@instructure/ui-buttons'
import { Text } from '@instructure/ui-text'
import { useState } from 'react'
import { DIALOG_FORM, Dialog } from '../frame/dialog.tsx'
import { Refused } from '../states/refused.tsx'
import { frameWords } from '../words/frame-words.ts'
import { libraryWords } from '../words/library-words.ts'
import { type DeleteChoice, DeleteChoices } from './delete-choices.tsx'
import { ReplaceFields } from './replace-fields.tsx'
import { useDeleteItem, useReplaceItem } from './use-delete-item.ts'
import type { Item } from './use-items.ts'

interface DeleteItemDialogProps {
  readonly item: Item
  readonly onClose: () => void
}

/** One that pages use does not go before it is chosen what they are to show (library §1.3 *T32*). */
export function DeleteItemDialog({ item, onClose }: DeleteItemDialogProps) {
  return item.usedOn === 0 ? (
    <DeleteUnused item={item} onClose={onClose} />
  ) : (
    <DeleteUsed item={item} onClose={onClose} />
  )
}

function DeleteUnused({ item, onClose }: DeleteItemDialogProps) {
  const deleting = useDeleteItem(item, onClose)
  return (
    <Dialog
      title={libraryWords.deleteTitle(item.name)}
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{frameWords.cancel}</Button>
          <Button color="danger" onClick={() => !deleting.isPending && deleting.mutate(false)}>
            {libraryWords.delete}
          </Button>
        </>
      }
    >
      <Refused outcome={deleting.data} error={deleting.error} />
      <Text as="p">{libraryWords.deleteUnused}</Text>
    </Dialog>
  )
}

function DeleteUsed({ item, onClose }: DeleteItemDialogProps) {
  const [choice, setChoice] = useState<DeleteChoice>('everywhere')
  const [byId, setById] = useState<string>()
  const [pageIds, setPageIds] = useState<readonly string[]>([])
  const [isTried, setTried] = useState(false)
  const deleting = useDeleteItem(item, onClose)
  const replacing = useReplaceItem(item, choice === 'chosen' ? onClose : undefined)
  const submit = () => {
    setTried(true)
    if (deleting.isPending || replacing.isPending) return
    if (choice === 'placeholder') deleting.mutate(true)
    else if (byId !== undefined && (choice === 'everywhere' || pageIds.length > 0)) {
      replacing.mutate({ byId, ...(choice === 'chosen' && { pageIds: [...pageIds] }) })
    }
  }
  return (
    <Dialog
      title={libraryWords.deleteTitle(item.name)}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>{frameWords.cancel}</Button>
          <Button color={choice === 'placeholder' ? 'danger' : 'primary'} type="submit" form={DIALOG_FORM}>
            {choice === 'placeholder' ? libraryWords.toTrash : libraryWords.replace}
          </Button>
        </>
      }
    >
      <Refused outcome={deleting.data ?? replacing.data} error={deleting.error ?? replacing.error} />
      <Text as="p">{libraryWords.deleteUsed(item.usedOn)}</Text>
      <DeleteChoices choice={choice} onChange={setChoice} />
      {choice !== 'placeholder' && (
        <ReplaceFields
          item={item}
          byId={byId}
          onReplaceBy={setById}
          {...(choice === 'chosen' && { pages: { chosen: pageIds, onChoose: setPageIds } })}
          isTried={isTried}
        />
      )}
    </Dialog>
  )
}
