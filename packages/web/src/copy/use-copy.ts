import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { useToast } from '../toasts/use-toast.ts'
import { copyWords } from '../words/copy-words.ts'
import type { toWishes } from './copy-wishes.ts'
import { newRequestKey } from './new-request-key.ts'

type Wishes = NonNullable<ReturnType<typeof toWishes>>

/** Copies. Sent again after a failure, the same wishes carry the same key: one course, however often it is pressed. */
export function useCopy(courseId: string, onClose: () => void) {
  const toast = useToast()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const sent = useRef({ wishes: '', key: '' })
  return useMutation({
    mutationFn: (wishes: Wishes) => {
      const text = JSON.stringify(wishes)
      if (text !== sent.current.wishes) sent.current = { wishes: text, key: newRequestKey() }
      const json = { ...wishes, requestKey: sent.current.key }
      return act(api.courses[':courseId'].copies.$post({ param: { courseId }, json }))
    },
    onSuccess: async (outcome, { mode }) => {
      if (!outcome.ok) return
      const copy = outcome.value.courseId
      const goBack = () => void navigate({ to: '/courses' })
      toast({ text: copyWords.done[mode], tone: 'done', changeId: outcome.changeId, onUndone: goBack })
      onClose()
      await queries.invalidateQueries({ queryKey: ['courses'] })
      await navigate({ to: '/courses/$courseId/copy-report', params: { courseId: copy } })
    },
  })
}
