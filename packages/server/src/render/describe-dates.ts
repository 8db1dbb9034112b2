import type { DatePlan, DateRow, ReadyPlan } from '@recourse/core'
import { type Cell, cell, type Line, line, type Section, tableOf } from './sheet.ts'
import { count, dayWords, shiftWords } from './words.ts'

/** Dates on cards are text, which Canvas's own date shift does not reach (design *Dates*). */
export function describeDates({ dates }: ReadyPlan): readonly Section[] {
  if (dates.rows.length === 0 && dates.inTexts.length === 0) return []
  const columns = ['Module', 'Date', 'Last term', isOnlyProposed(dates) ? 'Proposed' : 'After Proceed']
  return [
    {
      title: 'Dates',
      count: dates.rows.length,
      meaning: 'on the cards',
      lines: [...adviceOnDates(dates), ...inTexts(dates)],
      ...(dates.rows.length > 0 && {
        table: tableOf(columns, dates.rows, {
          cells: row => dateCells(row, dates),
          isOrdinary: row => staysAsItIs(row, dates),
        }),
      }),
    },
  ]
}

const bases: Readonly<Record<NonNullable<DatePlan['basis']>, string>> = {
  'course-start': 'the start dates of both courses',
  'term-start': 'the start dates of both terms',
  'matched-dates': 'the dates of the matched modules and their items',
}

function adviceOnDates(dates: DatePlan): readonly Line[] {
  if (dates.rows.length === 0) return []
  const { proposedDays, basis } = dates
  const proposal =
    proposedDays === null || basis === null
      ? line('Nothing says by how much they should move: --dates shift:DAYS, keep or clear.', 'caution')
      : line(proposalWords(proposedDays, bases[basis]))
  return [line(chosenWords(dates)), ...(dates.act === 'keep' ? [proposal] : [])]
}

function proposalWords(days: number, basis: string): string {
  return days === 0
    ? `Nothing is proposed: ${basis} are the same.`
    : `Proposed: move by ${shiftWords(days)}, from ${basis} (--dates shift).`
}

function chosenWords({ act, days, rows }: DatePlan): string {
  const what = count(rows.length, 'date')
  switch (act) {
    case 'keep':
      return `Proceed keeps ${what} as ${rows.length === 1 ? 'it is' : 'they are'}.`
    case 'clear':
      return `Proceed clears ${what}.`
    case 'shift':
      return days === 0 ? `Proceed moves no date.` : `Proceed moves ${what} by ${shiftWords(days)}.`
    default:
      return act satisfies never
  }
}

function inTexts({ inTexts }: DatePlan): readonly Line[] {
  return inTexts.map(({ moduleName, field, found }) =>
    line(`“${found}” is typed into the ${field} of “${moduleName}”: change it by hand if it has moved.`, 'caution'),
  )
}

function dateCells(row: DateRow, dates: DatePlan): readonly Cell[] {
  const old = row.oldOn === null ? `“${row.oldText}”` : dayWords(row.oldOn)
  return [
    cell(row.moduleName),
    cell(row.which === 'from' ? 'from' : 'until', 'quiet'),
    cell(old, row.oldOn === null ? 'caution' : 'plain'),
    newCell(row, dates),
  ]
}

function newCell(row: DateRow, dates: DatePlan): Cell {
  if (dates.act === 'clear') return cell('cleared')
  if (row.oldOn === null) return cell('the same: it cannot be read as a day', 'caution')
  if (isOnlyProposed(dates)) return cell(dayWords(addDays(row.oldOn, dates.proposedDays ?? 0)), 'quiet')
  if (row.newOn === null || staysAsItIs(row, dates)) return cell('the same', 'quiet')
  return cell(dayWords(row.newOn))
}

/** A day that can be read, and that nothing moves or clears. */
function staysAsItIs({ oldOn, newOn }: DateRow, dates: DatePlan): boolean {
  return oldOn !== null && dates.act !== 'clear' && !isOnlyProposed(dates) && (newOn === null || newOn === oldOn)
}

/** While nothing is chosen the table shows what is on offer, day by day. */
function isOnlyProposed({ act, proposedDays }: DatePlan): boolean {
  return act === 'keep' && proposedDays !== null && proposedDays !== 0
}

const DAY_MS = 86_400_000

function addDays(day: string, days: number): string {
  const moved = new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS)
  return Number.isNaN(moved.getTime()) ? day : moved.toISOString().slice(0, 10)
}
