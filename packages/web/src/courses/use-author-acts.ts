import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { useToast } from '../toasts/use-toast.ts'
import { peopleWords } from '../words/people-words.ts'
import type { Named } from './author-row.tsx'

interface Wish {
  readonly person: Named
  readonly isAuthor: boolean
}

/** Gives and takes access to a course. */
export function useAuthorActs(courseId: string) {
  const toast = useToast()
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: ({ person, isAuthor }: Wish) => {
      const route = api.courses[':courseId'].authors[':personId']
      const param = { courseId, personId: person.personId }
      return act(isAuthor ? route.$put({ param }) : route.$delete({ param }))
    },
    onSuccess: async (outcome, { person, isAuthor }) => {
      if (!outcome.ok) return
      const text = isAuthor ? peopleWords.assigned(person.name) : peopleWords.removed(person.name)
      toast({ text, tone: 'done', changeId: outcome.changeId })
      await queries.invalidateQueries({ queryKey: ['course', courseId] })
      await queries.invalidateQueries({ queryKey: ['courses'] })
    },
  })
  return {
    outcome: change.data,
    error: change.error,
    assign: (person: Named) => change.mutate({ person, isAuthor: true }),
    remove: (person: Named) => change.mutate({ person, isAuthor: false }),
  }
}
