import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { Refused } from '../states/refused.tsx'
import { outlineWords } from '../words/outline-words.ts'
import { reachWords } from '../words/reach-words.ts'
import { NameDialog } from './name-dialog.tsx'
import type { CourseObject } from './outline-parts.ts'
import { ReachNote } from './reach-note.tsx'
import { toObjectTexts } from './to-object-texts.ts'
import { useOutline } from './use-outline.ts'
import { useOutlineAct } from './use-outline-act.ts'
import { useReach } from './use-reach.ts'

interface RenameObjectProps {
  readonly object: CourseObject
  readonly onClose: () => void
}

export function RenameObjectDialog({ object, onClose }: RenameObjectProps) {
  const { course } = useOutline()
  const reach = useReach('object', object.id, course.id)
  const param = { courseId: course.id, objectId: object.id }
  const renaming = useOutlineAct(course.id, {
    ask: (name: string) => {
      const json = { baseRevisionId: object.revisionId, content: { ...toObjectTexts(object), name } }
      return act(api.courses[':courseId'].objects[':objectId'].$patch({ param, json }))
    },
    said: (_, name) => outlineWords.renamed(name),
    onDone: onClose,
    showsRefusal: true,
  })
  const { name } = object.content
  return (
    <NameDialog
      title={outlineWords.renameTitle(name)}
      first={name}
      confirm={outlineWords.save}
      isReady={reach.isSuccess}
      onName={wish => !renaming.isPending && renaming.mutate(wish)}
      onClose={onClose}
    >
      <ReachNote reach={reach} say={reachWords.changesIn} />
      <Refused outcome={renaming.data} error={renaming.error} />
    </NameDialog>
  )
}
