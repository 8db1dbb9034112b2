import { Button } from '@instructure/ui-buttons'
import type { CopyMode } from '@recourse/core/library'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { read } from '../api/read.ts'
import type { ActionCourse } from '../courses/course-actions.tsx'
import { Dialog } from '../frame/dialog.tsx'
import { Problem } from '../states/problem.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { copyWords } from '../words/copy-words.ts'
import { frameWords } from '../words/frame-words.ts'
import './copy-dialog.css'
import { CopyForm } from './copy-form.tsx'

interface CopyDialogProps {
  readonly course: ActionCourse
  readonly mode: CopyMode
  readonly onClose: () => void
}

/** Share or Duplicate: what is wanted on one side, what will come of it on the other. */
export function CopyDialog({ course, mode, onClose }: CopyDialogProps) {
  const { courseId, title } = course
  const proposals = useQuery({
    queryKey: ['course', courseId, 'proposals'],
    queryFn: async () => {
      const param = { courseId }
      const ask = (each: CopyMode) =>
        read(api.courses[':courseId'].copies.proposal.$get({ param, query: { mode: each } }))
      const [share, duplicate] = await Promise.all([ask('share'), ask('duplicate')])
      return { share, duplicate }
    },
    staleTime: 0,
    gcTime: 0,
  })
  if (proposals.data) {
    return <CopyForm course={course} firstMode={mode} proposals={proposals.data} onClose={onClose} />
  }
  return (
    <Dialog
      title={copyWords.dialog(title)}
      size="large"
      onClose={onClose}
      footer={<Button onClick={onClose}>{frameWords.cancel}</Button>}
    >
      {proposals.isError ? (
        <Problem error={proposals.error} onRetry={() => void proposals.refetch()} />
      ) : (
        <Skeleton lines={7} />
      )}
    </Dialog>
  )
}
