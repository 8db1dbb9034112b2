import { Button } from '@instructure/ui-buttons'
import { Pill } from '@instructure/ui-pill'
import { Text } from '@instructure/ui-text'
import { historyWords } from '../words/history-words.ts'
import { Deed, toDeedText } from './deed.tsx'
import type { HistoryEntry } from './use-history.ts'
import { Where } from './where.tsx'

const time = new Intl.DateTimeFormat('en', { timeStyle: 'short' })

interface HistoryLineProps {
  readonly entry: HistoryEntry
  readonly onUndo: () => void
}

/** Who did what, when and where, and the way back. */
export function HistoryLine({ entry, onUndo }: HistoryLineProps) {
  return (
    <li className={entry.isUndone ? 'history-line history-line-undone' : 'history-line'}>
      <div className="history-what">
        <span className="name">
          <b>{entry.personName}</b> <Deed entry={entry} />
        </span>
        <Text size="small" color="secondary">
          <time dateTime={entry.at}>{time.format(new Date(entry.at))}</time>
          <Where entry={entry} />
        </Text>
      </div>
      {entry.isUndone && <Pill>{historyWords.undone}</Pill>}
      {entry.isUndoable && (
        <Button size="small" onClick={onUndo} aria-label={historyWords.undoOf(toDeedText(entry))}>
          {historyWords.undo}
        </Button>
      )}
    </li>
  )
}
