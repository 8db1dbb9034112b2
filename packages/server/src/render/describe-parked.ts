import type { NoOwnPage, ParkedOutcome } from '@recourse/canvas'
import type { ParkedRow } from '@recourse/core'
import { failureLine, nextAfterFailure, takeBackCommands } from './describe-failure.ts'
import { type Setting, writeCommand } from './describe-next.ts'
import { type Cell, cell, line, type Section, type Sheet } from './sheet.ts'
import { count, instantWords, unmatchedWords } from './words.ts'

const TITLE = 'Entries kept for later'

/** What earlier imports could not place, and how to give it away. */
export function describeParkedList(rows: readonly ParkedRow[], setting: Setting): Sheet {
  if (rows.length === 0)
    return { title: TITLE, verdict: line('Nothing is kept for later.', 'good'), facts: [], sections: [] }
  const verdict = line(`${count(rows.length, 'entry', 'entries')} kept for later.`)
  return { title: TITLE, verdict, facts: [], sections: [listSection(rows), nextSection(rows, setting)] }
}

function listSection(rows: readonly ParkedRow[]): Section {
  const columns = ['Entry', 'Key', 'From', 'Why', 'Since', 'Could go to']
  return { title: TITLE, count: rows.length, lines: [], table: { columns, rows: rows.map(rowCells) } }
}

function rowCells({ parked, offer }: ParkedRow): readonly Cell[] {
  return [
    cell(parked.entry.name),
    cell(parked.entry.key, 'quiet'),
    cell(parked.fromCourseId === null ? 'not known' : `course ${parked.fromCourseId}`, 'quiet'),
    cell(unmatchedWords[parked.why], 'quiet'),
    cell(instantWords(parked.parkedAt), 'quiet'),
    offer === null ? cell('nothing yet', 'quiet') : cell(`${offer.name} (${offer.moduleId})`, 'good'),
  ]
}

/** What is offered can be given in one command; the rest by name. */
function nextSection(rows: readonly ParkedRow[], setting: Setting): Section {
  const gifts = rows.flatMap(({ parkedKey, offer }) =>
    offer === null ? [] : ['--give', `${parkedKey}=${offer.moduleId}`],
  )
  const lines = [
    line('--give ENTRY=MODULE gives one to a module, --discard ENTRY lets go of it; by name, or by key and id.'),
  ]
  const give = {
    purpose: 'Give those that have a module now',
    command: writeCommand('parked', [...setting.access, ...gifts], setting),
  }
  return { title: 'What next', count: null, lines, commands: gifts.length === 0 ? [] : [give] }
}

/** Nothing can be kept where no configuration of this course stands. */
export function describeNoPage(outcome: NoOwnPage, setting: Setting): Sheet {
  const verdict = line(outcome.text, outcome.reason === 'no-configuration' ? 'plain' : 'caution')
  return { title: TITLE, verdict, facts: [], sections: [nextAfterFailure(outcome, setting)] }
}

/** What became of giving and discarding. */
export function describeSettled(outcome: ParkedOutcome, setting: Setting): Sheet {
  if (!outcome.ok)
    return {
      title: TITLE,
      verdict: failureLine(outcome, 'changed'),
      facts: [],
      sections: [nextAfterFailure(outcome, setting)],
    }
  const text = outcome.previousRevisionId === null ? 'Done already: nothing was written.' : 'Done.'
  const look = line(`Look at it: ${setting.courseUrl}/modules`)
  const commands = takeBackCommands('Take it back', outcome, setting)
  const next = { title: 'What next', count: null, lines: [look], commands }
  return { title: TITLE, verdict: line(text, 'good'), facts: [], sections: [next] }
}
