import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { useToast } from '../toasts/use-toast.ts'
import { libraryWords } from '../words/library-words.ts'
import type { Item } from './use-items.ts'

/** To the trash; with placeholders only where they were agreed to. */
export function useDeleteItem({ kind, itemId, name }: Item, onDone: () => void) {
  const toast = useToast()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (showsPlaceholder: boolean) => {
      const query = showsPlaceholder ? { showsPlaceholder: 'true' as const } : {}
      return act(api.items[':kind'][':itemId'].$delete({ param: { kind, itemId }, query }))
    },
    onSuccess: async outcome => {
      if (outcome.ok) {
        toast({ text: libraryWords.deleted(name), tone: 'done', changeId: outcome.changeId })
        onDone()
      }
      await queries.invalidateQueries({ queryKey: ['items'] })
    },
  })
}

interface Replacement {
  readonly byId: string
  readonly pageIds?: string[]
}

/** Something else in its place. Afterwards the list knows how many pages still use it. */
export function useReplaceItem({ kind, itemId }: Item, onDone: (() => void) | undefined) {
  const toast = useToast()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (json: Replacement) =>
      act(api.items[':kind'][':itemId'].replace.$post({ param: { kind, itemId }, json })),
    onSuccess: async outcome => {
      if (outcome.ok) {
        toast({ text: libraryWords.replaced(outcome.value.pages), tone: 'done', changeId: outcome.changeId })
        onDone?.()
      }
      await queries.invalidateQueries({ queryKey: ['items'] })
    },
  })
}
