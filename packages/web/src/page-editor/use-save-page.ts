import type { PageContent } from '@recourse/core/library'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { useToast } from '../toasts/use-toast.ts'
import { frameWords } from '../words/frame-words.ts'
import { pageWords } from '../words/page-words.ts'
import { type Base, isSameContent } from './page-draft.ts'
import { listConflicts, resolveConflicts, type Sides } from './resolve-conflicts.ts'
import type { Editing } from './use-editing.ts'
import { type CoursePage, type PagePlace, pageQuery } from './use-page.ts'

interface Wish {
  readonly base: Base
  readonly content: PageContent
}

/** Two edits that meet, and the page as it is by now. */
export interface Meeting {
  readonly sides: Sides
  readonly now: Base
}

/** Saves a page. Nobody's newer save is written over: it is merged, or asked about (library §1.5 *A4*). */
export function useSavePage(place: PagePlace, editing: Editing) {
  const toast = useToast()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [meeting, setMeeting] = useState<Meeting>()
  const readNow = async (): Promise<CoursePage> => queries.fetchQuery({ ...pageQuery(place), staleTime: 0 })
  const meet = async ({ base, content }: Wish) => {
    const page = await readNow()
    const now = { revisionId: page.revisionId, content: page.content }
    const sides = { base: base.content, theirs: page.content, mine: content }
    if (listConflicts(sides).length > 0) setMeeting({ sides, now })
    else
      settle(
        resolveConflicts(sides, () => true),
        now,
      )
  }
  const saving = useMutation({
    mutationFn: ({ base, content }: Wish) =>
      act(
        api.courses[':courseId'].pages[':pageId'].$put({
          param: place,
          json: { baseRevisionId: base.revisionId, content: toJson(content) },
        }),
      ),
    onSuccess: async (outcome, wish) => {
      if (!outcome.ok) return outcome.reason === 'stale' ? meet(wish) : undefined
      const { changeId, value } = outcome
      if (value.kind === 'proposed') return proposed()
      toast({ text: value.wasMerged ? pageWords.merged : pageWords.saved, tone: 'done', changeId })
      if (value.wasMerged) {
        const { revisionId, content } = await readNow()
        editing.join(wish.content, { revisionId, content })
      } else editing.saved(wish.content, value.revisionId)
      await queries.invalidateQueries({ queryKey: ['course', place.courseId] })
    },
  })
  /** The page stays as it is until its courses have agreed. A proposal is declined, not undone. */
  const proposed = async () => {
    const page = await readNow()
    editing.show(page.content, { revisionId: page.revisionId, content: page.content })
    const next = { label: frameWords.proposals, onPress: () => void navigate({ to: '/proposals' }) }
    toast({ text: pageWords.proposed, tone: 'done', next })
  }
  const save = () => {
    if (saving.isPending || !editing.isDirty || editing.title.length > LONGEST) return
    saving.mutate({ base: editing.base, content: editing.take() })
  }
  const settle = (content: PageContent, now: Base) => {
    setMeeting(undefined)
    editing.show(content, now)
    if (!isSameContent(content, now.content)) saving.mutate({ base: now, content })
  }
  return { saving, save, settle, meeting, close: () => setMeeting(undefined) }
}

/** As the server takes it. */
export const LONGEST = 500

/** As the client of the server's routes wants it: lists that could be written to. */
function toJson({ title, blocks }: PageContent) {
  return { title, blocks: blocks.map(block => ({ ...block, references: [...block.references] })) }
}
