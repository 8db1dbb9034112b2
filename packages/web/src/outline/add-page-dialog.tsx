import { useNavigate } from '@tanstack/react-router'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { Refused } from '../states/refused.tsx'
import { outlineWords } from '../words/outline-words.ts'
import { reachWords } from '../words/reach-words.ts'
import { focusRow } from './focus-row.ts'
import { NameDialog } from './name-dialog.tsx'
import type { CourseObject } from './outline-parts.ts'
import { ReachNote } from './reach-note.tsx'
import { useOutline } from './use-outline.ts'
import { useOutlineAct } from './use-outline-act.ts'
import { useReach } from './use-reach.ts'

interface AddPageProps {
  readonly object: CourseObject
  readonly onClose: () => void
}

/** A page with nothing but its title. */
export function AddPageDialog({ object, onClose }: AddPageProps) {
  const { course } = useOutline()
  const navigate = useNavigate()
  const reach = useReach('object', object.id, course.id)
  const param = { courseId: course.id, objectId: object.id }
  const adding = useOutlineAct(course.id, {
    ask: (title: string) => {
      const json = { content: { title, blocks: [] } }
      return act(api.courses[':courseId'].objects[':objectId'].pages.$post({ param, json }))
    },
    said: (_, title) => outlineWords.added(title),
    next: ({ pageId }) => ({
      label: outlineWords.open,
      onPress: () => void navigate({ to: '/courses/$courseId/pages/$pageId', params: { courseId: course.id, pageId } }),
    }),
    onDone: ({ pageId }) => {
      onClose()
      focusRow(pageId)
    },
    showsRefusal: true,
  })
  return (
    <NameDialog
      title={outlineWords.addPageTitle(object.content.name)}
      label={outlineWords.pageTitle}
      confirm={outlineWords.create}
      isReady={reach.isSuccess}
      onName={title => !adding.isPending && adding.mutate(title)}
      onClose={onClose}
    >
      <ReachNote reach={reach} say={reachWords.alsoIn} />
      <Refused outcome={adding.data} error={adding.error} />
    </NameDialog>
  )
}
