import { Button } from '@instructure/ui-buttons'
import { Text } from '@instructure/ui-text'
import { Dialog } from '../frame/dialog.tsx'
import { Refused } from '../states/refused.tsx'
import { frameWords } from '../words/frame-words.ts'
import { outlineWords } from '../words/outline-words.ts'
import { reachWords } from '../words/reach-words.ts'
import { type CourseObject, countCourses } from './outline-parts.ts'
import { ReachNote } from './reach-note.tsx'
import { sitting } from './sitting.ts'
import { useDetach } from './use-detach.ts'
import { useReach } from './use-reach.ts'

interface SharedQuestionProps {
  readonly courseId: string
  readonly object: CourseObject
  /** Changing it everywhere is agreed to. */
  readonly onGo: () => void
  /** It is separate here now; told the Learning Object that stands in its place. */
  readonly onSeparate?: (objectId: string) => void
  readonly onClose: () => void
}

/** Asked once a sitting, before the first change of something that other courses show too. */
export function SharedQuestion({ courseId, object, onGo, onSeparate, onClose }: SharedQuestionProps) {
  const reach = useReach('object', object.id, courseId)
  const detaching = useDetach(courseId, { id: object.id, name: object.content.name }, objectId => {
    onClose()
    onSeparate?.(objectId)
  })
  const go = () => {
    sitting.agree(object.id)
    onClose()
    onGo()
  }
  const count = countCourses(reach.data ?? object.reach) + 1
  return (
    <Dialog
      title={outlineWords.sharedQuestion}
      size="small"
      onClose={onClose}
      closesOutside={false}
      footer={
        <>
          <Button onClick={onClose}>{frameWords.cancel}</Button>
          <Button onClick={() => !detaching.isPending && detaching.mutate()}>{outlineWords.separateFirst}</Button>
          <Button color="primary" interaction={reach.isSuccess ? 'enabled' : 'disabled'} onClick={go}>
            {outlineWords.changeAll(count)}
          </Button>
        </>
      }
    >
      <ReachNote reach={reach} say={reachWords.alsoIn} />
      <Text as="p" size="small" color="secondary">
        {outlineWords.sittingHint}
      </Text>
      <Refused outcome={detaching.data} error={detaching.error} />
    </Dialog>
  )
}
