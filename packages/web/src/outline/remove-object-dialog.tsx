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

interface RemoveObjectProps {
  readonly object: CourseObject
  readonly onClose: () => void
}

/** Out of this course and no other. */
export function RemoveObjectDialog({ object, onClose }: RemoveObjectProps) {
  const { course } = useOutline()
  const { name } = object.content
  const reach = useReach('object', object.id, course.id)
  const param = { courseId: course.id, objectId: object.id }
  const removing = useOutlineAct(course.id, {
    ask: () => act(api.courses[':courseId'].objects[':objectId'].$delete({ param })),
    said: ({ isUnplaced }) => (isUnplaced ? outlineWords.removedUnplaced(name) : outlineWords.removed(name)),
    onDone: onClose,
    showsRefusal: true,
  })
  return (
    <ConfirmDialog
      title={outlineWords.removeTitle(name)}
      confirm={outlineWords.removeConfirm}
      isDanger
      isReady={reach.isSuccess}
      onConfirm={() => !removing.isPending && removing.mutate()}
      onClose={onClose}
    >
      <ReachNote reach={reach} say={reachWords.stays} alone={outlineWords.removeOwn} />
      <Text as="p">{outlineWords.removeRest}</Text>
      <Refused outcome={removing.data} error={removing.error} />
    </ConfirmDialog>
  )
}
