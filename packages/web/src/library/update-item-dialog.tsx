import { Button } from '@instructure/ui-buttons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { DIALOG_FORM, Dialog } from '../frame/dialog.tsx'
import { Refused } from '../states/refused.tsx'
import { useToast } from '../toasts/use-toast.ts'
import { frameWords } from '../words/frame-words.ts'
import { libraryWords } from '../words/library-words.ts'
import { findDraftFaults, type ItemDraft, toDraft, toTermContent, toUrlContent } from './item-draft.ts'
import { ItemFields } from './item-fields.tsx'
import { findCurrentRevision } from './send-file.ts'
import { StaleItem } from './stale-item.tsx'
import { UpdateReach } from './update-reach.tsx'
import type { KnownItem } from './use-items.ts'

interface UpdateItemDialogProps {
  readonly item: KnownItem
  readonly onClose: () => void
}

/** *Update everywhere*, with its reach beside the button; what somebody else has made of it meanwhile is shown first. */
export function UpdateItemDialog({ item, onClose }: UpdateItemDialogProps) {
  const [draft, setDraft] = useState<ItemDraft>(() => toDraft(item))
  const [isTried, setTried] = useState(false)
  const [base, setBase] = useState(item.revisionId)
  const updating = useUpdate(item, { onClose, onStale: setBase })
  const faults = findDraftFaults(draft)
  const isStale = updating.data?.ok === false && updating.data.reason === 'stale'
  const submit = () => {
    setTried(true)
    if (Object.keys(faults).length === 0 && !updating.isPending) updating.mutate({ draft, base })
  }
  return (
    <Dialog
      title={libraryWords.updateTitle(item.name)}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>{isStale ? libraryWords.useTheirs : frameWords.cancel}</Button>
          <Button color="primary" type="submit" form={DIALOG_FORM}>
            {isStale ? libraryWords.saveMine : libraryWords.update}
          </Button>
        </>
      }
    >
      {isStale ? <StaleItem item={item} /> : <Refused outcome={updating.data} error={updating.error} />}
      <ItemFields draft={draft} faults={isTried ? faults : {}} onChange={setDraft} />
      <UpdateReach item={item} />
    </Dialog>
  )
}

interface After {
  readonly onClose: () => void
  readonly onStale: (currentRevisionId: string) => void
}

function useUpdate({ kind, itemId, content, name }: KnownItem, { onClose, onStale }: After) {
  const toast = useToast()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ draft, base }: { readonly draft: ItemDraft; readonly base: string }) => {
      const written = draft.kind === 'term' ? toTermContent(draft) : toUrlContent(draft)
      const json = { baseRevisionId: base, name: draft.name.trim(), content: { ...content, ...written } }
      return act(api.items[':kind'][':itemId'].$put({ param: { kind, itemId }, json }))
    },
    onSuccess: async outcome => {
      if (outcome.ok) {
        toast({ text: libraryWords.updated(name), tone: 'done', changeId: outcome.changeId })
        onClose()
      } else {
        const current = findCurrentRevision(outcome.details)
        if (current !== undefined) onStale(current)
      }
      await queries.invalidateQueries({ queryKey: ['items'] })
    },
  })
}
