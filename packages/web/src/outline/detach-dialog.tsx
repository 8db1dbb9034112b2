import { List } from '@instructure/ui-list'
import { Text } from '@instructure/ui-text'
import { Refused } from '../states/refused.tsx'
import { outlineWords } from '../words/outline-words.ts'
import { reachWords } from '../words/reach-words.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { focusRow } from './focus-row.ts'
import type { CourseObject } from './outline-parts.ts'
import { ReachNote } from './reach-note.tsx'
import { useDetach } from './use-detach.ts'
import { useOutline } from './use-outline.ts'
import { useReach } from './use-reach.ts'

interface DetachProps {
  readonly object: CourseObject
  readonly onClose: () => void
}

/** What separate means, before it is. */
export function DetachDialog({ object, onClose }: DetachProps) {
  const { course } = useOutline()
  const { name } = object.content
  const reach = useReach('object', object.id, course.id)
  const detaching = useDetach(course.id, { id: object.id, name }, objectId => {
    onClose()
    focusRow(objectId)
  })
  return (
    <ConfirmDialog
      title={outlineWords.detachTitle(name)}
      confirm={outlineWords.detachConfirm}
      onConfirm={() => !detaching.isPending && detaching.mutate()}
      onClose={onClose}
    >
      <ReachNote reach={reach} say={reachWords.stays} />
      <List>
        {outlineWords.detachMeaning.map(line => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
      <Text as="p">{outlineWords.detachAfter}</Text>
      <Refused outcome={detaching.data} error={detaching.error} />
    </ConfirmDialog>
  )
}
