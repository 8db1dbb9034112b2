import { Button } from '@instructure/ui-buttons'
import { Heading } from '@instructure/ui-heading'
import { Text } from '@instructure/ui-text'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import type { Course } from '../courses/use-course.ts'
import { Refused } from '../states/refused.tsx'
import { useToast } from '../toasts/use-toast.ts'
import { copyWords } from '../words/copy-words.ts'
import { NameList } from './copy-warnings.tsx'
import type { CopyReport } from './use-preview.ts'

interface UnstyledProps {
  readonly course: Course
  readonly unstyled: CopyReport['unstyled']
}

/** Pages that lost their Course Style, and giving it back to all that still stand there without one. */
export function UnstyledPages({ course, unstyled }: UnstyledProps) {
  const reapplying = useReapply(course.id)
  if (unstyled.length === 0) return null
  const pages = new Map(
    course.modules.flatMap(({ objects }) => objects.flatMap(each => each.pages)).map(page => [page.id, page]),
  )
  const still = unstyled.filter(({ pageId }) => pages.get(pageId)?.styleKey === null)
  return (
    <section className="stack-tight">
      <Heading level="h3" variant="titleCardRegular">
        {copyWords.styles}
      </Heading>
      <Text as="p">{still.length === 0 ? copyWords.allStyled : copyWords.unstyledDone(still.length)}</Text>
      <Refused outcome={reapplying.data} error={reapplying.error} />
      {still.length > 0 && <NameList names={still.map(({ title, styleKey }) => `${title} · ${styleKey}`)} />}
      {still.length > 0 && course.mayEdit && (
        <div>
          <Button color="primary" onClick={() => !reapplying.isPending && reapplying.mutate(still)}>
            {copyWords.reapply(still.length)}
          </Button>
        </div>
      )}
    </section>
  )
}

function useReapply(courseId: string) {
  const toast = useToast()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (unstyled: CopyReport['unstyled']) => {
      const pages = unstyled.map(({ pageId, styleKey }) => ({ pageId, styleKey }))
      return act(api.courses[':courseId'].pages.styles.$post({ param: { courseId }, json: { pages } }))
    },
    onSuccess: async (outcome, { length }) => {
      if (!outcome.ok) return
      toast({ text: copyWords.reapplied(length), tone: 'done', changeId: outcome.changeId })
      await queries.invalidateQueries({ queryKey: ['course', courseId] })
    },
  })
}
