import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useToast } from '../toasts/use-toast.ts'
import { historyWords } from '../words/history-words.ts'
import { undoOnce } from './preview-undo.ts'

/** Takes it back; where somebody was quicker, nothing is done and the preview is made anew. */
export function useUndoEntry(changeId: string, onDone: () => void) {
  const toast = useToast()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (takesTheRest: boolean) => undoOnce(changeId, takesTheRest),
    onSuccess: async (outcome, takesTheRest) => {
      if (!outcome.ok) {
        await queries.invalidateQueries({ queryKey: ['undo', changeId] })
        return
      }
      const text = takesTheRest ? historyWords.restTaken : historyWords.takenBack
      toast({ text, tone: 'done', changeId: outcome.changeId })
      onDone()
      await queries.invalidateQueries()
    },
  })
}
