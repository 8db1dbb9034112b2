import type { DifferenceRow, RestoreOutcome } from '@recourse/canvas'
import { failureLine, nextAfterFailure, takeBackCommands } from './describe-failure.ts'
import type { Setting } from './describe-next.ts'
import { type Cell, cell, line, type Section, type Sheet } from './sheet.ts'

const TITLE = 'An earlier version of the Canvas Collections configuration'

/** What became of bringing a version back. */
export function describeRestore(outcome: RestoreOutcome, revisionId: number, setting: Setting): Sheet {
  if (outcome.ok) {
    const { previousRevisionId } = outcome
    const text =
      previousRevisionId === null
        ? 'The page holds it already: nothing was written.'
        : `Restored: revision ${revisionId} is back.`
    const commands = takeBackCommands('Take that back', outcome, setting)
    const look = line(`Look at it: ${setting.courseUrl}/modules`)
    const next = { title: 'What next', count: null, lines: [look], commands }
    return { title: TITLE, verdict: line(text, 'good'), facts: [], sections: [next] }
  }
  const differences = outcome.reason === 'not-ours' ? describeDifferences(outcome.differences) : []
  const sections = [...differences, nextAfterFailure(outcome, setting)]
  return { title: TITLE, verdict: failureLine(outcome, 'restored'), facts: [], sections }
}

/** What restoring would take away: --force is for those who have read it. */
function describeDifferences(differences: readonly DifferenceRow[] | null): readonly Section[] {
  const force = line('--force restores it all the same.')
  const title = 'What restoring would change'
  if (differences === null)
    return [{ title, count: null, lines: [line('One of the versions cannot be read.', 'caution'), force] }]
  const rows = differences.map(differenceCells)
  const columns = ['What', 'Name', 'Change', 'Fields']
  return [{ title, count: rows.length, lines: [force], ...(rows.length > 0 && { table: { columns, rows } }) }]
}

function differenceCells({ what, name, change, fields }: DifferenceRow): readonly Cell[] {
  return [
    cell(what, 'quiet'),
    cell(name),
    cell(change, change === 'removed' ? 'caution' : 'plain'),
    cell(fields.join(', ')),
  ]
}
