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
import { findDraftFaults, type ItemDraft, toTermContent, toUrlContent } from './item-draft.ts'
import { ItemFields } from './item-fields.tsx'

interface NewItemDialogProps {
  readonly kind: ItemDraft['kind']
  readonly onClose: () => void
}

/** A web link or a term, for all courses. */
export function NewItemDialog({ kind, onClose }: NewItemDialogProps) {
  const [draft, setDraft] = useState<ItemDraft>({ kind, name: '', content: '', isMarkup: false })
  const [isTried, setTried] = useState(false)
  const creating = useCreate(onClose)
  const faults = findDraftFaults(draft)
  const submit = () => {
    setTried(true)
    if (Object.keys(faults).length === 0 && !creating.isPending) creating.mutate(draft)
  }
  return (
    <Dialog
      title={kind === 'term' ? libraryWords.newTerm : libraryWords.newLink}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>{frameWords.cancel}</Button>
          <Button color="primary" type="submit" form={DIALOG_FORM}>
            {libraryWords.create}
          </Button>
        </>
      }
    >
      <Refused outcome={creating.data} error={creating.error} />
      <ItemFields draft={draft} faults={isTried ? faults : {}} onChange={setDraft} />
    </Dialog>
  )
}

function useCreate(onClose: () => void) {
  const toast = useToast()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (draft: ItemDraft) => act(api.items.$post({ json: toNewItem(draft) })),
    onSuccess: async (outcome, { name }) => {
      if (!outcome.ok) return
      toast({ text: libraryWords.created(name.trim()), tone: 'done', changeId: outcome.changeId })
      onClose()
      await queries.invalidateQueries({ queryKey: ['items'] })
    },
  })
}

function toNewItem(draft: ItemDraft) {
  const name = draft.name.trim()
  return draft.kind === 'term'
    ? { kind: 'term' as const, name, content: toTermContent(draft) }
    : { kind: 'resource' as const, name, content: toUrlContent(draft) }
}
