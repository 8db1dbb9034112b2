import { isSame } from './merge-values.ts'

export type Fields = Readonly<Record<string, unknown>>

/** A row that an operation touched: the fields it set, from and to; `null` where there was no row. */
export interface TouchedRow {
  readonly table: string
  readonly rowId: string
  readonly before: Fields | null
  readonly after: Fields | null
  /** As it is now; `null`: gone. */
  readonly current: Fields | null
}

/** A page or LO whose current revision is another one by now: its text may still merge. */
const mergeable: ReadonlySet<string> = new Set(['page', 'learning_object'])

export interface UndoPlan {
  /** As the operation left them: set back. */
  readonly ready: readonly TouchedRow[]
  /** Only the revision moved on: merged by block, or else among what moved on. */
  readonly toMerge: readonly TouchedRow[]
  readonly movedOn: readonly TouchedRow[]
}

/** What of an operation can be taken back now (library §1.7 *Journal*). */
export function planUndo(rows: readonly TouchedRow[]): UndoPlan {
  const verdicts = rows.map(row => ({ row, verdict: judge(row) }))
  const of = (wanted: Verdict): readonly TouchedRow[] =>
    verdicts.filter(({ verdict }) => verdict === wanted).map(({ row }) => row)
  return { ready: of('ready'), toMerge: of('merge'), movedOn: of('moved on') }
}

type Verdict = 'ready' | 'merge' | 'moved on'

function judge({ table, before, after, current }: TouchedRow): Verdict {
  if (after === null) return current === null ? 'ready' : 'moved on'
  if (current === null) return 'moved on'
  const moved = Object.keys(after).filter(key => key !== 'version' && !isSame(after[key], current[key]))
  if (moved.length === 0) return 'ready'
  const isText = moved.every(key => key === 'current_revision_id')
  return before !== null && mergeable.has(table) && isText ? 'merge' : 'moved on'
}
