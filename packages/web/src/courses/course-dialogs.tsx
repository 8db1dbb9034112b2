import { lazy, Suspense } from 'react'
import type { ActionCourse } from './course-actions.tsx'

const CopyDialog = lazy(async () => ({ default: (await import('../copy/copy-dialog.tsx')).CopyDialog }))
const AuthorsDialog = lazy(async () => ({ default: (await import('./authors-dialog.tsx')).AuthorsDialog }))
const ExportDialog = lazy(async () => ({ default: (await import('./export-dialog.tsx')).ExportDialog }))
const DeleteDialog = lazy(async () => ({ default: (await import('./delete-course-dialog.tsx')).DeleteCourseDialog }))

export type CourseDialog = 'share' | 'duplicate' | 'authors' | 'export' | 'delete'

interface CourseDialogsProps {
  readonly course: ActionCourse
  readonly dialog: CourseDialog
  readonly onClose: () => void
}

/** Each is fetched when it is first opened. */
export function CourseDialogs({ course, dialog, onClose }: CourseDialogsProps) {
  return (
    <Suspense>
      {(dialog === 'share' || dialog === 'duplicate') && <CopyDialog course={course} mode={dialog} onClose={onClose} />}
      {dialog === 'authors' && <AuthorsDialog course={course} onClose={onClose} />}
      {dialog === 'export' && <ExportDialog course={course} onClose={onClose} />}
      {dialog === 'delete' && <DeleteDialog course={course} onClose={onClose} />}
    </Suspense>
  )
}
