import { type ReactNode, useState } from 'react'
import type { ActionCourse } from './course-actions.tsx'
import { type CourseDialog, CourseDialogs } from './course-dialogs.tsx'

export type OpenDialog = (course: ActionCourse, dialog: CourseDialog) => void

/**
 * What the Actions menus of a screen open. It belongs to the screen, not to the row with the menu: a list that is drawn anew, as
 * cards in a narrow window or after a search, takes nothing along that somebody is typing.
 */
export function useCourseDialog(): { readonly open: OpenDialog; readonly dialog: ReactNode } {
  const [asked, ask] = useState<{ readonly course: ActionCourse; readonly dialog: CourseDialog }>()
  return {
    open: (course, dialog) => ask({ course, dialog }),
    dialog: asked && <CourseDialogs {...asked} onClose={() => ask(undefined)} />,
  }
}
