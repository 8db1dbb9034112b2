import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { read } from '../api/read.ts'
import { toSentence } from '../states/problem.tsx'
import { useToast } from '../toasts/use-toast.ts'
import { noticeWords } from '../words/notice-words.ts'
import { noticesQuery } from './use-notices.ts'

/** Marks exactly those that were on the screen: one that came meanwhile stays. */
export function useReadNotices(): (noticeIds: string[]) => void {
  const toast = useToast()
  const queries = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: (noticeIds: string[]) => read(api.notices.read.$post({ json: { noticeIds } })),
    onSuccess: async ({ read: count }) => {
      toast({ text: noticeWords.marked(count), tone: 'done' })
      await queries.invalidateQueries({ queryKey: noticesQuery.queryKey })
    },
    onError: error => toast({ text: toSentence(error), tone: 'failed' }),
  })
  return mutate
}
