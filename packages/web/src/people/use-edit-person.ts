import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { toSentence } from '../states/problem.tsx'
import { useToast } from '../toasts/use-toast.ts'
import type { Person } from './use-people.ts'

type PersonEdit = Partial<Pick<Person, 'name' | 'role' | 'isActive'>>

/** Changes what is given of a person, and says so. */
export function useEditPerson({ personId }: Person) {
  const toast = useToast()
  const queries = useQueryClient()
  const editing = useMutation({
    mutationFn: ({ edit }: { edit: PersonEdit; said: string }) =>
      act(api.people[':personId'].$patch({ param: { personId }, json: edit })),
    onSuccess: async (outcome, { said }) => {
      toast(outcome.ok ? { text: said, tone: 'done' } : { text: outcome.message, tone: 'failed' })
      await queries.invalidateQueries({ queryKey: ['people'] })
      await queries.invalidateQueries({ queryKey: ['me'] })
    },
    onError: error => toast({ text: toSentence(error), tone: 'failed' }),
  })
  const edit = (wish: PersonEdit, said: string, onDone?: () => void) =>
    editing.mutate({ edit: wish, said }, { onSuccess: outcome => outcome.ok && onDone?.() })
  return { edit, isPending: editing.isPending }
}
