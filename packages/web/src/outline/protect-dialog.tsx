import { Text } from '@instructure/ui-text'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { Refused } from '../states/refused.tsx'
import { outlineWords } from '../words/outline-words.ts'
import { reachWords } from '../words/reach-words.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import type { CourseObject } from './outline-parts.ts'
import { ReachNote } from './reach-note.tsx'
import { useOutline } from './use-outline.ts'
import { useOutlineAct } from './use-outline-act.ts'
import { useReach } from './use-reach.ts'

interface ProtectProps {
  readonly object: CourseObject
  readonly onClose: () => void
}

/** Whether the courses that hold it decide together about changes. */
export function ProtectDialog({ object, onClose }: ProtectProps) {
  const { course } = useOutline()
  const { name } = object.content
  const isProtected = !object.isProtected
  const reach = useReach('object', object.id, course.id)
  const param = { courseId: course.id, objectId: object.id }
  const protecting = useOutlineAct(course.id, {
    ask: () => act(api.courses[':courseId'].objects[':objectId'].protection.$put({ param, json: { isProtected } })),
    said: () => (isProtected ? outlineWords.isProtected(name) : outlineWords.isOpen(name)),
    onDone: onClose,
    showsRefusal: true,
  })
  return (
    <ConfirmDialog
      title={isProtected ? outlineWords.protectTitle(name) : outlineWords.unprotectTitle(name)}
      confirm={isProtected ? outlineWords.protectConfirm : outlineWords.unprotectConfirm}
      isReady={reach.isSuccess}
      onConfirm={() => !protecting.isPending && protecting.mutate()}
      onClose={onClose}
    >
      <Text as="p">{isProtected ? outlineWords.protectMeaning : outlineWords.unprotectMeaning}</Text>
      <ReachNote reach={reach} say={reachWords.alsoIn} />
      <Refused outcome={protecting.data} error={protecting.error} />
    </ConfirmDialog>
  )
}
