import { Heading } from '@instructure/ui-heading'
import { HistoryLine } from './history-line.tsx'
import type { HistoryEntry } from './use-history.ts'

const dayName = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeZone: 'UTC' })

interface HistoryDayProps {
  readonly day: string
  readonly entries: readonly HistoryEntry[]
  readonly onUndo: (entry: HistoryEntry) => void
}

export function HistoryDay({ day, entries, onUndo }: HistoryDayProps) {
  return (
    <section>
      <Heading level="h2" variant="titleCardRegular">
        {dayName.format(new Date(`${day}T00:00:00Z`))}
      </Heading>
      <ol className="history-lines">
        {entries.map(entry => (
          <HistoryLine key={entry.changeId} entry={entry} onUndo={() => onUndo(entry)} />
        ))}
      </ol>
    </section>
  )
}
