import { Button } from '@instructure/ui-buttons'
import { IconArrowOpenDownLine } from '@instructure/ui-icons'
import { Menu } from '@instructure/ui-menu'
import { useNavigate } from '@tanstack/react-router'
import { courseWords } from '../words/course-words.ts'
import type { CourseDialog } from './course-dialogs.tsx'
import type { OpenDialog } from './use-course-dialog.tsx'
import type { CourseRow } from './use-courses.ts'
import { useRestoreCourse } from './use-restore-course.ts'

/** What the menu needs to know of a course; every list and the course itself can give it. */
export type ActionCourse = Pick<
  CourseRow,
  'courseId' | 'title' | 'objectsShared' | 'objectsTotal' | 'mayEdit' | 'isTrashed'
>

interface ActionsProps {
  readonly course: ActionCourse
  readonly onOpen: OpenDialog
}

/** The Actions menu of a course; whoever shows it has the dialogs too (`useCourseDialog`). */
export function CourseActions({ course, onOpen }: ActionsProps) {
  return course.isTrashed ? <RestoreButton course={course} /> : <ActionsMenu course={course} onOpen={onOpen} />
}

function RestoreButton({ course }: { readonly course: ActionCourse }) {
  const restore = useRestoreCourse()
  if (!course.mayEdit) return null
  return <Button onClick={() => restore(course)}>{courseWords.restore}</Button>
}

function ActionsMenu({ course, onOpen }: ActionsProps) {
  const navigate = useNavigate()
  const params = { courseId: course.courseId }
  const trigger = (
    <Button aria-label={courseWords.actionsOf(course.title)}>
      {courseWords.actions} <IconArrowOpenDownLine size="x-small" />
    </Button>
  )
  const dialogItem = (dialog: CourseDialog, label: string, meaning?: string) => (
    <Menu.Item key={dialog} onSelect={() => onOpen(course, dialog)}>
      <ActionLabel label={label} meaning={meaning} />
    </Menu.Item>
  )
  return (
    <Menu placement="bottom end" trigger={trigger} label={courseWords.actionsOf(course.title)}>
      <Menu.Item onSelect={() => void navigate({ to: '/courses/$courseId', params })}>{courseWords.open}</Menu.Item>
      {course.mayEdit && dialogItem('share', courseWords.share, courseWords.shareMeaning)}
      {course.mayEdit && dialogItem('duplicate', courseWords.duplicate, courseWords.duplicateMeaning)}
      {course.mayEdit && dialogItem('authors', courseWords.assign, courseWords.assignMeaning)}
      <Menu.Item onSelect={() => void navigate({ to: '/courses/$courseId/settings', params })}>
        {courseWords.settings}
      </Menu.Item>
      <Menu.Item onSelect={() => void navigate({ to: '/courses/$courseId/history', params })}>
        {courseWords.history}
      </Menu.Item>
      {dialogItem('export', courseWords.export)}
      {course.mayEdit && <Menu.Separator />}
      {course.mayEdit && dialogItem('delete', courseWords.delete)}
    </Menu>
  )
}

/** The reference's name, with its meaning in the same control. */
function ActionLabel({ label, meaning }: { readonly label: string; readonly meaning: string | undefined }) {
  if (meaning === undefined) return label
  return (
    <span className="course-action">
      {label}
      <span className="course-action-meaning">{meaning}</span>
    </span>
  )
}
