import { Button } from '@instructure/ui-buttons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { DIALOG_FORM, Dialog } from '../frame/dialog.tsx'
import { Refused } from '../states/refused.tsx'
import { useToast } from '../toasts/use-toast.ts'
import { courseWords } from '../words/course-words.ts'
import { frameWords } from '../words/frame-words.ts'
import { isTitle, TitleField } from './title-field.tsx'

/** An empty course of whoever makes it. */
export function NewCourseDialog({ onClose }: { readonly onClose: () => void }) {
  const [title, setTitle] = useState('')
  const [isTried, setTried] = useState(false)
  const creating = useCreate()
  const submit = () => {
    setTried(true)
    if (isTitle(title) && !creating.isPending) creating.mutate(title.trim())
  }
  return (
    <Dialog
      title={courseWords.newTitle}
      size="small"
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>{frameWords.cancel}</Button>
          <Button color="primary" type="submit" form={DIALOG_FORM}>
            {courseWords.create}
          </Button>
        </>
      }
    >
      <Refused outcome={creating.data} error={creating.error} />
      <TitleField title={title} onChange={setTitle} isTried={isTried} />
    </Dialog>
  )
}

function useCreate() {
  const toast = useToast()
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (title: string) => act(api.courses.$post({ json: { title } })),
    onSuccess: async (outcome, title) => {
      if (!outcome.ok) return
      toast({ text: courseWords.created(title), tone: 'done' })
      await queries.invalidateQueries({ queryKey: ['courses'] })
      await navigate({ to: '/courses/$courseId', params: { courseId: outcome.value.courseId } })
    },
  })
}
