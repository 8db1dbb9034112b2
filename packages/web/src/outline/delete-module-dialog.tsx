import { List } from '@instructure/ui-list'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { Refused } from '../states/refused.tsx'
import { outlineWords } from '../words/outline-words.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { type CourseModule, isShared } from './outline-parts.ts'
import { useOutline } from './use-outline.ts'
import { useOutlineAct } from './use-outline-act.ts'

interface DeleteModuleProps {
  readonly module: CourseModule
  readonly onClose: () => void
}

/** Says what becomes of each Learning Object in it. */
export function DeleteModuleDialog({ module, onClose }: DeleteModuleProps) {
  const { course } = useOutline()
  const param = { courseId: course.id, moduleId: module.id }
  const deleting = useOutlineAct(course.id, {
    ask: () => act(api.courses[':courseId'].modules[':moduleId'].$delete({ param })),
    said: () => outlineWords.moduleDeleted(module.name),
    onDone: onClose,
    showsRefusal: true,
  })
  // As it is now, not as it was when the dialog was opened.
  const { objects } = course.modules.find(({ id }) => id === module.id) ?? module
  const shared = objects.filter(isShared).length
  const own = objects.length - shared
  return (
    <ConfirmDialog
      title={outlineWords.deleteModuleTitle(module.name)}
      confirm={outlineWords.deleteModuleConfirm}
      isDanger
      onConfirm={() => !deleting.isPending && deleting.mutate()}
      onClose={onClose}
    >
      <List>
        {objects.length === 0 && <List.Item>{outlineWords.deleteModuleEmpty}</List.Item>}
        {shared > 0 && <List.Item>{outlineWords.deleteModuleShared(shared)}</List.Item>}
        {own > 0 && <List.Item>{outlineWords.deleteModuleOwn(own)}</List.Item>}
      </List>
      <Refused outcome={deleting.data} error={deleting.error} />
    </ConfirmDialog>
  )
}
