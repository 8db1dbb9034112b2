import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { toSentence } from '../states/problem.tsx'
import { useToast } from '../toasts/use-toast.ts'
import { courseWords } from '../words/course-words.ts'

interface Restored {
  readonly courseId: string
  readonly title: string
}

/** Takes a course out of the trash, with the Learning Objects that went there with it. */
export function useRestoreCourse(): (course: Restored) => void {
  const toast = useToast()
  const queries = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: ({ courseId }: Restored) => act(api.courses[':courseId'].restore.$post({ param: { courseId } })),
    onSuccess: async (outcome, { title }) => {
      const done = outcome.ok
        ? { text: courseWords.restored(title), tone: 'done' as const, changeId: outcome.changeId }
        : { text: outcome.message, tone: 'failed' as const }
      toast(done)
      await queries.invalidateQueries({ queryKey: ['courses'] })
    },
    onError: error => toast({ text: toSentence(error), tone: 'failed' }),
  })
  return mutate
}
