import { Button } from '@instructure/ui-buttons'
import { List } from '@instructure/ui-list'
import { Text } from '@instructure/ui-text'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { Dialog } from '../frame/dialog.tsx'
import { Refused } from '../states/refused.tsx'
import { frameWords } from '../words/frame-words.ts'
import { outlineWords } from '../words/outline-words.ts'
import { focusRow } from './focus-row.ts'
import type { CourseObject } from './outline-parts.ts'
import { useOutline } from './use-outline.ts'
import { useOutlineAct } from './use-outline-act.ts'

interface ReattachProps {
  readonly object: CourseObject
  readonly onClose: () => void
}

/** Back to the origin. Where something was changed here, nothing happens before that is said. */
export function ReattachDialog({ object, onClose }: ReattachProps) {
  const attaching = useReattach(object, onClose)
  const isChanged = attaching.data?.ok === false && attaching.data.reason === 'stale'
  const attach = (discardsMine: boolean) => !attaching.isPending && attaching.mutate(discardsMine)
  return (
    <Dialog
      title={outlineWords.reattachTitle(object.content.name)}
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{isChanged ? outlineWords.keep : frameWords.cancel}</Button>
          <Button color={isChanged ? 'danger' : 'primary'} onClick={() => attach(isChanged)}>
            {isChanged ? outlineWords.discard : outlineWords.reattachConfirm}
          </Button>
        </>
      }
    >
      <List>
        {outlineWords.reattachMeaning.map(line => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
      {isChanged ? (
        <Text as="p">
          <span role="alert">{outlineWords.reattachChanged}</span>
        </Text>
      ) : (
        <Refused outcome={attaching.data} error={attaching.error} />
      )}
    </Dialog>
  )
}

function useReattach(object: CourseObject, onClose: () => void) {
  const { course } = useOutline()
  const param = { courseId: course.id, objectId: object.id }
  return useOutlineAct(course.id, {
    ask: (discardsMine: boolean) =>
      act(api.courses[':courseId'].objects[':objectId'].reattach.$post({ param, json: { discardsMine } })),
    said: () => outlineWords.reattached(object.content.name),
    onDone: ({ objectId }) => {
      onClose()
      focusRow(objectId)
    },
    showsRefusal: true,
  })
}
