import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { useToast } from '../toasts/use-toast.ts'
import { courseWords } from '../words/course-words.ts'
import type { CourseEdit } from './to-edit.ts'
import { courseQuery } from './use-course.ts'

/** Saves the fields that were changed. */
export function useSaveCourse(courseId: string) {
  const toast = useToast()
  const queries = useQueryClient()
  const saving = useMutation({
    mutationFn: (edit: CourseEdit) => act(api.courses[':courseId'].$patch({ param: { courseId }, json: edit })),
    onSuccess: async outcome => {
      if (!outcome.ok) return
      toast({ text: courseWords.saved, tone: 'done', changeId: outcome.changeId })
      await queries.invalidateQueries({ queryKey: ['course', courseId] })
      await queries.invalidateQueries({ queryKey: ['courses'] })
    },
  })
  const isStale = saving.data?.ok === false && saving.data.reason === 'stale'
  /** As somebody else has left it. */
  const readAgain = () => queries.fetchQuery({ ...courseQuery(courseId), staleTime: 0 })
  return { saving, isStale, readAgain }
}
