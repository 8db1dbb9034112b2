import { api } from '../api/api.ts'
import { act, read } from '../api/read.ts'
import { Refused } from '../states/refused.tsx'
import { outlineWords } from '../words/outline-words.ts'
import { reachWords } from '../words/reach-words.ts'
import { NameDialog } from './name-dialog.tsx'
import type { CourseObject, CoursePage } from './outline-parts.ts'
import { ReachNote } from './reach-note.tsx'
import { toTitle } from './use-moves.ts'
import { useOutline } from './use-outline.ts'
import { type Answer, useOutlineAct } from './use-outline-act.ts'
import { useReach } from './use-reach.ts'

interface RenamePageProps {
  readonly object: CourseObject
  readonly page: CoursePage
  readonly onClose: () => void
}

type Saved = { readonly kind: 'saved' | 'proposed' }

export function RenamePageDialog({ page, onClose }: RenamePageProps) {
  const { course } = useOutline()
  const reach = useReach('page', page.id, course.id)
  const renaming = useOutlineAct(course.id, {
    ask: (title: string) => rename({ courseId: course.id, pageId: page.id }, page.title, title),
    said: ({ kind }, title) => (kind === 'proposed' ? outlineWords.proposed : outlineWords.renamed(title)),
    onDone: onClose,
    showsRefusal: true,
  })
  return (
    <NameDialog
      title={outlineWords.renameTitle(toTitle(page))}
      label={outlineWords.pageTitle}
      first={page.title}
      confirm={outlineWords.save}
      isReady={reach.isSuccess}
      onName={title => !renaming.isPending && renaming.mutate(title)}
      onClose={onClose}
    >
      <ReachNote reach={reach} say={reachWords.changesIn} />
      <Refused outcome={renaming.data} error={renaming.error} />
    </NameDialog>
  )
}

/** What the page says stays as it is now; only a title that somebody else gave it meanwhile is not written over. */
async function rename(
  param: { readonly courseId: string; readonly pageId: string },
  seen: string,
  title: string,
): Promise<Answer<Saved>> {
  const route = api.courses[':courseId'].pages[':pageId']
  const now = await read(route.$get({ param }))
  if (now.content.title !== seen) {
    return { ok: false, reason: 'stale', message: outlineWords.renamedMeanwhile(now.content.title) }
  }
  return act(route.$put({ param, json: { baseRevisionId: now.revisionId, content: { ...now.content, title } } }))
}
