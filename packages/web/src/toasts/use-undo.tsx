import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { toSentence } from '../states/problem.tsx'
import { frameWords } from '../words/frame-words.ts'
import { UndoRestDialog } from './undo-rest-dialog.tsx'
import { useToast } from './use-toast.ts'

interface Wish {
  readonly changeId: string
  readonly takesTheRest: boolean
  readonly onUndone: (() => void) | undefined
}

/** Takes a change back in every course it reached; where some of it has changed since, asks once: the rest, or nothing. */
export function useUndo(): {
  readonly undo: (changeId: string, onUndone?: () => void) => void
  readonly dialog: ReactNode
} {
  const toast = useToast()
  const queries = useQueryClient()
  const [asked, setAsked] = useState<{ readonly wish: Wish; readonly message: string }>()
  const { mutate } = useMutation({
    mutationFn: ({ changeId, takesTheRest }: Wish) =>
      act(api.changes[':changeId'].undo.$post({ param: { changeId }, json: { takesTheRest } })),
    onSuccess: async (outcome, wish) => {
      if (!outcome.ok && outcome.reason === 'moved-on' && !wish.takesTheRest) {
        setAsked({ wish, message: outcome.message })
        return
      }
      toast({ text: outcome.ok ? frameWords.undone : outcome.message, tone: outcome.ok ? 'done' : 'failed' })
      if (outcome.ok) wish.onUndone?.()
      await queries.invalidateQueries()
    },
    onError: error => toast({ text: toSentence(error), tone: 'failed' }),
  })
  const dialog = asked && (
    <UndoRestDialog
      message={asked.message}
      onRest={() => {
        setAsked(undefined)
        mutate({ ...asked.wish, takesTheRest: true })
      }}
      onNothing={() => setAsked(undefined)}
    />
  )
  return { undo: (changeId, onUndone) => mutate({ changeId, takesTheRest: false, onUndone }), dialog }
}
