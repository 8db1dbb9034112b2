import { Text } from '@instructure/ui-text'
import { useState } from 'react'
import { Refused } from '../states/refused.tsx'
import { outlineWords } from '../words/outline-words.ts'
import { reachWords } from '../words/reach-words.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import type { CourseObject, CoursePage } from './outline-parts.ts'
import { ReachNote } from './reach-note.tsx'
import { SpotFields } from './spot-fields.tsx'
import { toPageParents } from './to-page-parents.ts'
import { toTitle, useCopyPage } from './use-moves.ts'
import { useOutline } from './use-outline.ts'
import { useReach } from './use-reach.ts'

interface CopyPageProps {
  readonly object: CourseObject
  readonly page: CoursePage
  readonly onClose: () => void
}

/** A new page of its own, shown wherever the Learning Object that it is put into is held. */
export function CopyPageDialog({ object, page, onClose }: CopyPageProps) {
  const { course } = useOutline()
  const copying = useCopyPage(course.id, onClose)
  const [place, setPlace] = useState<{ parentId: string; after: string | null }>({
    parentId: object.id,
    after: page.id,
  })
  const reach = useReach('object', place.parentId, course.id)
  return (
    <ConfirmDialog
      title={outlineWords.copyTitle(toTitle(page))}
      confirm={outlineWords.copyConfirm}
      isReady={reach.isSuccess}
      onConfirm={() => !copying.isPending && copying.mutate({ pageId: page.id, name: toTitle(page), place })}
      onClose={onClose}
    >
      <SpotFields label={outlineWords.object} parents={toPageParents(course)} id="" place={place} onPlace={setPlace} />
      <ReachNote reach={reach} say={reachWords.alsoIn} />
      <Text as="p">{outlineWords.copyMeaning}</Text>
      <Refused outcome={copying.data} error={copying.error} />
    </ConfirmDialog>
  )
}
