import { Text } from '@instructure/ui-text'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { Refused } from '../states/refused.tsx'
import { outlineWords } from '../words/outline-words.ts'
import { focusRow } from './focus-row.ts'
import { NameDialog } from './name-dialog.tsx'
import type { CourseModule } from './outline-parts.ts'
import { useOutline } from './use-outline.ts'
import { useOutlineAct } from './use-outline-act.ts'

interface AddObjectProps {
  readonly module: CourseModule
  readonly onClose: () => void
}

export function AddObjectDialog({ module, onClose }: AddObjectProps) {
  const { course } = useOutline()
  const adding = useOutlineAct(course.id, {
    ask: (name: string) =>
      act(
        api.courses[':courseId'].objects.$post({ param: { courseId: course.id }, json: { moduleId: module.id, name } }),
      ),
    said: (_, name) => outlineWords.added(name),
    onDone: ({ objectId }) => {
      onClose()
      focusRow(objectId)
    },
    showsRefusal: true,
  })
  return (
    <NameDialog
      title={outlineWords.addObjectTitle(module.name)}
      confirm={outlineWords.create}
      onName={name => !adding.isPending && adding.mutate(name)}
      onClose={onClose}
    >
      <Text as="p">{outlineWords.objectOwn}</Text>
      <Refused outcome={adding.data} error={adding.error} />
    </NameDialog>
  )
}
