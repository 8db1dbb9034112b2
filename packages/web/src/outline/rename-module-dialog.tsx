import { Text } from '@instructure/ui-text'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { Refused } from '../states/refused.tsx'
import { outlineWords } from '../words/outline-words.ts'
import { NameDialog } from './name-dialog.tsx'
import type { CourseModule } from './outline-parts.ts'
import { useOutline } from './use-outline.ts'
import { useOutlineAct } from './use-outline-act.ts'

interface RenameModuleProps {
  readonly module: CourseModule
  readonly onClose: () => void
}

export function RenameModuleDialog({ module, onClose }: RenameModuleProps) {
  const { course } = useOutline()
  const param = { courseId: course.id, moduleId: module.id }
  const renaming = useOutlineAct(course.id, {
    ask: (name: string) =>
      act(api.courses[':courseId'].modules[':moduleId'].$patch({ param, json: { name, from: module.name } })),
    said: (_, name) => outlineWords.renamed(name),
    onDone: onClose,
    showsRefusal: true,
  })
  return (
    <NameDialog
      title={outlineWords.renameTitle(module.name)}
      first={module.name}
      confirm={outlineWords.save}
      onName={name => !renaming.isPending && renaming.mutate(name)}
      onClose={onClose}
    >
      <Text as="p">{outlineWords.moduleOwn}</Text>
      <Refused outcome={renaming.data} error={renaming.error} />
    </NameDialog>
  )
}
