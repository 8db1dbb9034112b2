import { Text } from '@instructure/ui-text'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { Refused } from '../states/refused.tsx'
import { outlineWords } from '../words/outline-words.ts'
import { reachWords } from '../words/reach-words.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { type CourseObject, type CoursePage, countCourses } from './outline-parts.ts'
import { ReachNote } from './reach-note.tsx'
import { toTitle } from './use-moves.ts'
import { useOutline } from './use-outline.ts'
import { useOutlineAct } from './use-outline-act.ts'
import { useReach } from './use-reach.ts'

interface DeletePageProps {
  readonly object: CourseObject
  readonly page: CoursePage
  readonly onClose: () => void
}

/** In how many courses stands on the button itself. */
export function DeletePageDialog({ object, page, onClose }: DeletePageProps) {
  const { course } = useOutline()
  const reach = useReach('page', page.id, course.id)
  const param = { courseId: course.id, pageId: page.id }
  const deleting = useOutlineAct(course.id, {
    ask: () => act(api.courses[':courseId'].pages[':pageId'].$delete({ param })),
    said: () => outlineWords.pageDeleted(toTitle(page)),
    onDone: onClose,
    showsRefusal: true,
  })
  return (
    <ConfirmDialog
      title={outlineWords.deletePageTitle(toTitle(page))}
      confirm={outlineWords.deletePageConfirm(reach.data === undefined ? 1 : countCourses(reach.data) + 1)}
      isDanger
      isReady={reach.isSuccess}
      onConfirm={() => !deleting.isPending && deleting.mutate()}
      onClose={onClose}
    >
      <ReachNote reach={reach} say={reachWords.alsoIn} alone={reachWords.only} />
      <Text as="p">
        {outlineWords.deletePageLinks} {object.pages.length === 1 && outlineWords.deletePageLast}
      </Text>
      <Refused outcome={deleting.data} error={deleting.error} />
    </ConfirmDialog>
  )
}
