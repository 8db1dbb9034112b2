import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toSentence } from '../states/problem.tsx'
import type { NewToast } from '../toasts/toast.ts'
import { useToast } from '../toasts/use-toast.ts'

/** What an act of the server answers. */
export type Answer<V = unknown> =
  | { readonly ok: true; readonly changeId: string; readonly value: V }
  | { readonly ok: false; readonly reason: string; readonly message: string; readonly details?: unknown }

interface ActWords<V, W> {
  readonly ask: (wish: W) => Promise<Answer<V>>
  /** What is said when it is done, with Undo. */
  readonly said: (value: V, wish: W) => string
  /** What one may want to do next. */
  readonly next?: (value: V) => NonNullable<NewToast['next']>
  readonly onDone?: (value: V, wish: W) => void
  /** Whether the place that asked says why it was not done; else a toast does. */
  readonly showsRefusal?: boolean
  /** Reasons that are dealt with otherwise. */
  readonly quiet?: readonly string[]
}

/** One act on a course. Done or refused, the course is read again: what is on the screen is how it is now. */
export function useOutlineAct<V, W = void>(
  courseId: string,
  { ask, said, next, onDone, showsRefusal, quiet = [] }: ActWords<V, W>,
) {
  const toast = useToast()
  const queries = useQueryClient()
  const toDone = ({ value, changeId }: Extract<Answer<V>, { readonly ok: true }>, wish: W): NewToast => ({
    text: said(value, wish),
    tone: 'done',
    changeId,
    ...(next && { next: next(value) }),
  })
  return useMutation({
    mutationFn: ask,
    onSuccess: async (outcome, wish) => {
      if (outcome.ok) toast(toDone(outcome, wish))
      else if (!showsRefusal && !quiet.includes(outcome.reason)) toast({ text: outcome.message, tone: 'failed' })
      await queries.invalidateQueries({ queryKey: ['course', courseId] })
      void queries.invalidateQueries({ queryKey: ['courses'] })
      if (outcome.ok) onDone?.(outcome.value, wish)
    },
    onError: error => {
      if (!showsRefusal) toast({ text: toSentence(error), tone: 'failed' })
    },
  })
}
