import { Menu } from '@instructure/ui-menu'
import type { ReactNode } from 'react'
import { outlineWords } from '../words/outline-words.ts'
import { type CourseObject, isShared } from './outline-parts.ts'
import { useOutline } from './use-outline.ts'
import { useStepItems } from './use-step-items.tsx'

type ObjectDialog = 'rename-object' | 'remove-object' | 'move-object' | 'detach' | 'reattach' | 'protect' | 'add-page'

/** What can be done with a Learning Object. */
export function useObjectMenu(object: CourseObject): () => readonly ReactNode[] {
  const { open } = useOutline()
  const steps = useStepItems('object', object.id)
  const item = (kind: ObjectDialog, label: string) => (
    <Menu.Item key={kind} onSelect={() => open({ kind, object })}>
      {label}
    </Menu.Item>
  )
  return () => [
    item('add-page', outlineWords.addPage),
    item('rename-object', outlineWords.rename),
    ...steps,
    item('move-object', outlineWords.moveTo),
    <Menu.Separator key="line" />,
    ...(isShared(object) ? [item('detach', outlineWords.detach)] : []),
    ...(object.hasOrigin ? [item('reattach', outlineWords.reattach)] : []),
    item('protect', object.isProtected ? outlineWords.unprotect : outlineWords.protect),
    <Menu.Separator key="last" />,
    item('remove-object', outlineWords.remove),
  ]
}
