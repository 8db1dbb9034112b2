import { Button } from '@instructure/ui-buttons'
import { List } from '@instructure/ui-list'
import { Text } from '@instructure/ui-text'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { Dialog } from '../frame/dialog.tsx'
import { Refused } from '../states/refused.tsx'
import { useToast } from '../toasts/use-toast.ts'
import { courseWords } from '../words/course-words.ts'
import { frameWords } from '../words/frame-words.ts'
import type { ActionCourse } from './course-actions.tsx'

interface DeleteProps {
  readonly course: ActionCourse
  readonly onClose: () => void
}

/** Says what goes and what stays before anything does. */
export function DeleteCourseDialog({ course, onClose }: DeleteProps) {
  const deleting = useDelete(course, onClose)
  const own = course.objectsTotal - course.objectsShared
  return (
    <Dialog
      title={courseWords.deleteTitle(course.title)}
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{frameWords.cancel}</Button>
          <Button color="danger" onClick={() => !deleting.isPending && deleting.mutate()}>
            {courseWords.deleteConfirm}
          </Button>
        </>
      }
    >
      <Refused outcome={deleting.data} error={deleting.error} />
      <List>
        {course.objectsTotal === 0 && <List.Item>{courseWords.deleteEmpty}</List.Item>}
        {own > 0 && <List.Item>{courseWords.deleteOwn(own)}</List.Item>}
        {course.objectsShared > 0 && <List.Item>{courseWords.deleteShared(course.objectsShared)}</List.Item>}
        <List.Item>{courseWords.deleteLibrary}</List.Item>
      </List>
      <Text as="p">{courseWords.deleteAfter}</Text>
    </Dialog>
  )
}

function useDelete({ courseId, title }: ActionCourse, onClose: () => void) {
  const toast = useToast()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const isInside = useRouterState({ select: state => state.location.pathname.startsWith(`/courses/${courseId}`) })
  return useMutation({
    mutationFn: () => act(api.courses[':courseId'].$delete({ param: { courseId }, query: {} })),
    onSuccess: async outcome => {
      if (!outcome.ok) return
      toast({ text: courseWords.deleted(title), tone: 'done', changeId: outcome.changeId })
      onClose()
      if (isInside) await navigate({ to: '/courses' })
      await queries.invalidateQueries({ queryKey: ['courses'] })
    },
  })
}
