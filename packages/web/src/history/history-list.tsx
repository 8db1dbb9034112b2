import { Button } from '@instructure/ui-buttons'
import { IconClockLine } from '@instructure/ui-icons'
import { Text } from '@instructure/ui-text'
import { useState } from 'react'
import { Empty } from '../states/empty.tsx'
import { Problem } from '../states/problem.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { historyWords } from '../words/history-words.ts'
import { groupByDay } from './group-by-day.ts'
import { HistoryDay } from './history-day.tsx'
import { UndoDialog } from './undo-dialog.tsx'
import { type HistoryEntry, useHistory } from './use-history.ts'

interface HistoryListProps {
  readonly courseId: string
  readonly byOthers: boolean
  readonly onShowAll: () => void
}

/** Day by day, and earlier ones when they are asked for. */
export function HistoryList({ courseId, byOthers, onShowAll }: HistoryListProps) {
  const asked = useHistory(courseId, byOthers)
  const [undoing, setUndoing] = useState<HistoryEntry>()
  if (asked.isPending) return <Skeleton lines={8} height="3rem" />
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />
  const entries = asked.data.pages.flatMap(({ rows }) => rows)
  if (entries.length === 0) return <NoHistory byOthers={byOthers} onShowAll={onShowAll} />
  return (
    <section className="stack" aria-label={historyWords.list}>
      {groupByDay(entries).map(({ day, entries: ofDay }) => (
        <HistoryDay key={day} day={day} entries={ofDay} onUndo={setUndoing} />
      ))}
      <div className="history-end">
        {asked.hasNextPage ? (
          <Button onClick={() => !asked.isFetchingNextPage && void asked.fetchNextPage()}>
            {historyWords.showEarlier}
          </Button>
        ) : (
          <Text color="secondary">{historyWords.beginning(entries.length)}</Text>
        )}
      </div>
      {undoing && <UndoDialog entry={undoing} onClose={() => setUndoing(undefined)} />}
    </section>
  )
}

function NoHistory({ byOthers, onShowAll }: Pick<HistoryListProps, 'byOthers' | 'onShowAll'>) {
  const icon = <IconClockLine size="large" />
  if (!byOthers) return <Empty icon={icon} title={historyWords.none} text={historyWords.noneText} />
  return (
    <Empty icon={icon} title={historyWords.noneByOthers} text={historyWords.noneByOthersText}>
      <Button onClick={onShowAll}>{historyWords.showAll}</Button>
    </Empty>
  )
}
