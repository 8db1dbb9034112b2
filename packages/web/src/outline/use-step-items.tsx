import { Menu } from '@instructure/ui-menu'
import { outlineWords } from '../words/outline-words.ts'
import { type RowKind, useOutline } from './use-outline.ts'

/** Moving without a mouse; the same that Alt with an arrow does. An array, because a menu looks at its children itself. */
export function useStepItems(kind: RowKind, id: string) {
  const { step } = useOutline()
  return [
    <Menu.Item key="up" onSelect={() => step(kind, id, 'up')}>
      {outlineWords.moveUp}
    </Menu.Item>,
    <Menu.Item key="down" onSelect={() => step(kind, id, 'down')}>
      {outlineWords.moveDown}
    </Menu.Item>,
  ]
}
