import { useState } from 'react'
import { outlineWords } from '../words/outline-words.ts'
import { reachWords } from '../words/reach-words.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import type { CourseObject, CoursePage } from './outline-parts.ts'
import { ReachNote } from './reach-note.tsx'
import { SpotFields } from './spot-fields.tsx'
import { toPageParents } from './to-page-parents.ts'
import { toTitle, useMoves } from './use-moves.ts'
import { useOutline } from './use-outline.ts'
import { useReach } from './use-reach.ts'

interface MovePageProps {
  readonly object: CourseObject
  readonly page: CoursePage
  readonly onClose: () => void
}

/** To any place of the course; other courses that hold the Learning Object see it move too. */
export function MovePageDialog({ object, page, onClose }: MovePageProps) {
  const { course, open } = useOutline()
  const move = useMoves(course, open)
  const reach = useReach('page', page.id, course.id)
  const index = object.pages.findIndex(({ id }) => id === page.id)
  const [place, setPlace] = useState({ parentId: object.id, after: object.pages[index - 1]?.id ?? null })
  return (
    <ConfirmDialog
      title={outlineWords.moveTitle(toTitle(page))}
      confirm={outlineWords.moveConfirm}
      isReady={reach.isSuccess}
      onConfirm={() => {
        onClose()
        move('page', page.id, place)
      }}
      onClose={onClose}
    >
      <SpotFields
        label={outlineWords.object}
        parents={toPageParents(course)}
        id={page.id}
        place={place}
        onPlace={setPlace}
      />
      <ReachNote reach={reach} say={reachWords.alsoIn} />
    </ConfirmDialog>
  )
}
