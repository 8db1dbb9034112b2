import { Checkbox, CheckboxGroup } from '@instructure/ui-checkbox'
import { Text } from '@instructure/ui-text'
import { useQuery } from '@tanstack/react-query'
import { Problem } from '../states/problem.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { libraryWords } from '../words/library-words.ts'
import { listCourses } from '../words/reach-words.ts'
import type { Item } from './use-items.ts'
import { usesQuery } from './use-uses.ts'

interface PageChoiceProps {
  readonly item: Item
  readonly chosen: readonly string[]
  readonly onChoose: (pageIds: readonly string[]) => void
  readonly isTried: boolean
}

/** Some of the pages that use an item; those that one may not open cannot be chosen. */
export function PageChoice({ item, chosen, onChoose, isTried }: PageChoiceProps) {
  const asked = useQuery(usesQuery(item))
  if (asked.isPending) return <Skeleton lines={3} height="1.5rem" />
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />
  const { pages, hidden } = asked.data
  const fault = isTried && chosen.length === 0 ? libraryWords.pagesMissing : undefined
  return (
    <>
      <div className="scroll-list">
        <CheckboxGroup
          name="pages"
          description={libraryWords.choosePages}
          value={[...chosen]}
          onChange={value => onChoose(value.map(String))}
          messages={fault === undefined ? [] : [{ type: 'error', text: fault }]}
        >
          {pages.map(({ pageId, title, courses, hiddenCourses }) => (
            <Checkbox
              key={pageId}
              value={pageId}
              label={<span className="name">{`${title} · ${listCourses({ courses, hidden: hiddenCourses })}`}</span>}
            />
          ))}
        </CheckboxGroup>
      </div>
      {hidden > 0 && <Text as="p">{libraryWords.choosePagesHidden(hidden)}</Text>}
    </>
  )
}
