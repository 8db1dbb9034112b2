import { Button } from '@instructure/ui-buttons'
import { Text } from '@instructure/ui-text'
import { useQuery } from '@tanstack/react-query'
import { Dialog } from '../frame/dialog.tsx'
import { Problem } from '../states/problem.tsx'
import { Refused } from '../states/refused.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { frameWords } from '../words/frame-words.ts'
import { historyWords } from '../words/history-words.ts'
import { Deed } from './deed.tsx'
import { previewUndo } from './preview-undo.ts'
import { UndoOutlook } from './undo-outlook.tsx'
import type { HistoryEntry } from './use-history.ts'
import { useUndoEntry } from './use-undo-entry.ts'

interface UndoDialogProps {
  readonly entry: HistoryEntry
  readonly onClose: () => void
}

/** What would happen, in which courses, and what has changed since; then once: do it, or leave everything. */
export function UndoDialog({ entry, onClose }: UndoDialogProps) {
  const { changeId } = entry
  const asked = useQuery({
    queryKey: ['undo', changeId],
    queryFn: () => previewUndo(changeId),
    gcTime: 0,
    staleTime: 0,
  })
  const undoing = useUndoEntry(changeId, onClose)
  const kind = asked.isFetching ? undefined : asked.data?.kind
  const press = () => kind !== undefined && !undoing.isPending && undoing.mutate(kind === 'rest')
  return (
    <Dialog
      title={historyWords.undoTitle}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{kind === 'whole' ? frameWords.cancel : historyWords.leave}</Button>
          {(kind === 'whole' || kind === 'rest') && (
            <Button color="primary" onClick={press}>
              {kind === 'rest' ? historyWords.takeRest : historyWords.takeBack}
            </Button>
          )}
        </>
      }
    >
      <Refused outcome={undoing.data} error={undoing.error} />
      <Text as="p">
        <span className="name">
          <b>{entry.personName}</b> <Deed entry={entry} />
        </span>
      </Text>
      {asked.isFetching && <Skeleton lines={3} height="1.25rem" />}
      {asked.isError && <Problem error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data && !asked.isFetching && <UndoOutlook preview={asked.data} />}
    </Dialog>
  )
}
