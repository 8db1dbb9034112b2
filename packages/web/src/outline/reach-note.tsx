import { Text } from '@instructure/ui-text'
import { Problem } from '../states/problem.tsx'
import { reachWords } from '../words/reach-words.ts'
import { countCourses, type OtherCourses } from './outline-parts.ts'
import type { useReach } from './use-reach.ts'

interface ReachNoteProps {
  readonly reach: ReturnType<typeof useReach>
  /** The sentence where other courses have it too. */
  readonly say: (others: OtherCourses) => string
  readonly alone?: string
}

/** Where a change would be seen, before it is made. */
export function ReachNote({ reach, say, alone = reachWords.onlyAfter }: ReachNoteProps) {
  if (reach.isError) return <Problem error={reach.error} onRetry={() => void reach.refetch()} />
  return (
    <Text as="p">
      <span className="name" role="status">
        {reach.data === undefined ? reachWords.looking : countCourses(reach.data) === 0 ? alone : say(reach.data)}
      </span>
    </Text>
  )
}
