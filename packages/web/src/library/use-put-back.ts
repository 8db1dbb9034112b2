import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { useToast } from '../toasts/use-toast.ts'
import { libraryWords } from '../words/library-words.ts'
import type { Unplaced } from './unplaced-screen.tsx'

interface Place {
  readonly course: { readonly courseId: string; readonly title: string }
  readonly moduleId: string
}

/** The same Learning Object again, with everything that it had. */
export function usePutBack({ objectId, name }: Unplaced, onDone: () => void) {
  const toast = useToast()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ course, moduleId }: Place) =>
      act(
        api.courses[':courseId'].objects.insert.$post({
          param: { courseId: course.courseId },
          json: { moduleId, objectId, mode: 'share' },
        }),
      ),
    onSuccess: async (outcome, { course }) => {
      if (!outcome.ok) return
      toast({ text: libraryWords.isBack(name, course.title), tone: 'done', changeId: outcome.changeId })
      onDone()
      await queries.invalidateQueries()
    },
  })
}
