import { Text } from '@instructure/ui-text'
import { useState } from 'react'
import { outlineWords } from '../words/outline-words.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { type CourseObject, findModuleOf } from './outline-parts.ts'
import { SpotFields } from './spot-fields.tsx'
import { useMoves } from './use-moves.ts'
import { useOutline } from './use-outline.ts'

interface MoveObjectProps {
  readonly object: CourseObject
  readonly onClose: () => void
}

/** To any place of the course. */
export function MoveObjectDialog({ object, onClose }: MoveObjectProps) {
  const { course, open } = useOutline()
  const move = useMoves(course, open)
  const home = findModuleOf(course, object.id)
  const before = home?.objects.findIndex(({ id }) => id === object.id) ?? 0
  const [place, setPlace] = useState({ parentId: home?.id ?? '', after: home?.objects[before - 1]?.id ?? null })
  const parents = course.modules.map(({ id, name, objects }) => ({
    id,
    name,
    children: objects.map(each => ({ id: each.id, name: each.content.name })),
  }))
  return (
    <ConfirmDialog
      title={outlineWords.moveTitle(object.content.name)}
      confirm={outlineWords.moveConfirm}
      onConfirm={() => {
        onClose()
        move('object', object.id, place)
      }}
      onClose={onClose}
    >
      <SpotFields label={outlineWords.module} parents={parents} id={object.id} place={place} onPlace={setPlace} />
      <Text as="p">{outlineWords.moveOwn}</Text>
    </ConfirmDialog>
  )
}
