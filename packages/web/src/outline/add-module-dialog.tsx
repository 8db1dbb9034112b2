import { Text } from '@instructure/ui-text'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { Refused } from '../states/refused.tsx'
import { outlineWords } from '../words/outline-words.ts'
import { focusRow } from './focus-row.ts'
import { NameDialog } from './name-dialog.tsx'
import { useOutline } from './use-outline.ts'
import { useOutlineAct } from './use-outline-act.ts'

export function AddModuleDialog({ onClose }: { readonly onClose: () => void }) {
  const { course } = useOutline()
  const adding = useOutlineAct(course.id, {
    ask: (name: string) =>
      act(api.courses[':courseId'].modules.$post({ param: { courseId: course.id }, json: { name } })),
    said: (_, name) => outlineWords.added(name),
    onDone: ({ moduleId }) => {
      onClose()
      focusRow(moduleId)
    },
    showsRefusal: true,
  })
  return (
    <NameDialog
      title={outlineWords.addModuleTitle}
      confirm={outlineWords.create}
      onName={name => !adding.isPending && adding.mutate(name)}
      onClose={onClose}
    >
      <Text as="p">{outlineWords.moduleOwn}</Text>
      <Refused outcome={adding.data} error={adding.error} />
    </NameDialog>
  )
}
