import type { CurrentUnmatchedRow, ImportedUnmatchedRow, MatchedRow, ReadyPlan } from '@recourse/core'
import { evidences } from '@recourse/core'
import { type Cell, cell, type Line, line, type Section, tableOf } from './sheet.ts'
import { count, evidenceWords, list, unmatchedWords } from './words.ts'

/** The three groups, with the reference's names and the meaning beside them (design *Words*, *Matching modules*). */
export function describeModules(plan: ReadyPlan): readonly Section[] {
  return [describeMatched(plan), describeImportedUnmatched(plan), describeCurrentUnmatched(plan)]
}

/** Addresses below the Canvas's own origin: a report links into both courses. */
interface Places {
  readonly here: (moduleId: string) => string
  /** `undefined` where the page does not say which course, or the key is a name. */
  readonly there: (key: string) => string | undefined
}

function toPlaces({ source, destination }: ReadyPlan): Places {
  const isId = (key: string) => /^(\d+~)?\d+$/.test(key)
  return {
    here: moduleId => `/courses/${destination.courseId}/modules/${moduleId}`,
    there: key => (source.courseId !== null && isId(key) ? `/courses/${source.courseId}/modules/${key}` : undefined),
  }
}

function describeMatched(plan: ReadyPlan): Section {
  const { matched } = plan
  const places = toPlaces(plan)
  const rows = [...matched].sort((one, other) => doubt(other) - doubt(one))
  return {
    title: 'Imported modules matched',
    count: matched.length,
    meaning: "in last term's Collections, and in this course",
    lines: matched.length === 0 ? [line('None.', 'quiet')] : adviceOnMatched(matched),
    ...(rows.length > 0 && {
      table: tableOf(["In last term's Collections", 'In this course', 'How we know'], rows, {
        cells: row => matchedCells(row, places),
        isOrdinary: row => row.name === row.oldName && !row.disagrees && !isWeak(row),
      }),
    }),
  }
}

function adviceOnMatched(matched: readonly MatchedRow[]): readonly Line[] {
  const disputed = matched.filter(row => row.disagrees).length
  const known = `Known by: ${tally(matched)}.`
  if (disputed === 0) return [line(`Nothing to do. ${known}`)]
  const text = `${count(disputed, 'row has', 'rows have')} weaker evidence for another module; the better one was taken.`
  return [line(known), line(text, 'caution', '--pair OLD=NEW decides otherwise.')]
}

/** Rows that deserve a look stand first: rungs that disagree, then the weaker evidence. */
function doubt(row: MatchedRow): number {
  return (row.disagrees ? 100 : 0) + (row.evidence === 'chosen' ? 0 : evidences.indexOf(row.evidence))
}

/** The name alone does not tell: differently written, one of several, or only alike. */
function isWeak({ evidence }: MatchedRow): boolean {
  return evidences.indexOf(evidence) > evidences.indexOf('same-name')
}

function tally(matched: readonly MatchedRow[]): string {
  const counts = evidences.map(evidence => ({
    evidence,
    number: matched.filter(row => row.evidence === evidence).length,
  }))
  return list(
    counts.filter(({ number }) => number > 0).map(({ evidence, number }) => `${evidenceWords[evidence]} (${number})`),
  )
}

function matchedCells(row: MatchedRow, { here, there }: Places): readonly Cell[] {
  const known = evidenceWords[row.evidence]
  const disagreement = row.disagrees && `${evidenceWords[row.disagrees.evidence]} says “${row.disagrees.name}”`
  return [
    cell(row.oldName, 'plain', there(row.key)),
    row.name === row.oldName
      ? cell('the same', 'quiet', here(row.moduleId))
      : cell(row.name, 'plain', here(row.moduleId)),
    disagreement ? cell(`${known}; ${disagreement}`, 'caution') : cell(known, 'quiet'),
  ]
}

function describeImportedUnmatched(plan: ReadyPlan): Section {
  const { importedUnmatched } = plan
  const places = toPlaces(plan)
  const rows = [...importedUnmatched].sort((one, other) => urgency(other) - urgency(one))
  return {
    title: 'Imported modules not matched',
    count: rows.length,
    meaning: "in last term's Collections, not in this course",
    lines: rows.length === 0 ? [line('None.', 'quiet')] : adviceOnImported(rows),
    ...(rows.length > 0 && {
      table: {
        columns: ["In last term's Collections", 'Key', 'Why'],
        rows: rows.map(row => importedCells(row, places)),
      },
    }),
  }
}

const urgency = (row: ImportedUnmatchedRow): number => (row.suggestion ? 2 : row.why === 'gone-in-source' ? 0 : 1)

function adviceOnImported(rows: readonly ImportedUnmatchedRow[]): readonly Line[] {
  const suggested = rows.filter(row => row.suggestion).length
  const proceed = line(
    rows.length === 1
      ? 'Proceed keeps it for later: nothing is lost, and it is offered again when a module of that name appears.'
      : 'Proceed keeps them for later: nothing is lost, and each is offered again when a module of that name appears.',
  )
  const cancel = line(
    'Cancel first if such a module should be here: copy it over again, or undo its new name in Canvas.',
    'plain',
    'Or name the module it became: --pair OLD=NEW, by key or by name.',
  )
  const similar = line(
    `${count(suggested, 'is', 'are')} probably here under another name: --accept-similar takes ${suggested === 1 ? 'it' : 'them'}.`,
    'caution',
  )
  return suggested === 0 ? [proceed, cancel] : [similar, proceed, cancel]
}

function importedCells(row: ImportedUnmatchedRow, { there }: Places): readonly Cell[] {
  const why = unmatchedWords[row.why]
  const names = [cell(row.oldName, 'plain', there(row.key)), cell(row.key, 'quiet')]
  if (row.suggestion === null) return [...names, cell(why, toneOf(row))]
  const { name, moduleId } = row.suggestion
  return [...names, cell(`probably “${name}” (${moduleId})${row.why === 'unknown' ? '' : `; ${why}`}`, 'caution')]
}

const toneOf = (row: ImportedUnmatchedRow) => (row.why === 'gone-in-source' ? 'quiet' : 'caution')

function describeCurrentUnmatched(plan: ReadyPlan): Section {
  const { currentUnmatched } = plan
  const places = toPlaces(plan)
  return {
    title: 'Current modules not matched',
    count: currentUnmatched.length,
    meaning: "in this course, not in last term's Collections",
    lines: currentUnmatched.length === 0 ? [line('None.', 'quiet')] : adviceOnCurrent(currentUnmatched),
    ...(currentUnmatched.length > 0 && {
      table: {
        columns: ['In this course', 'Id', 'Why', 'Collection after Proceed'],
        rows: currentUnmatched.map(row => currentCells(row, places)),
      },
    }),
  }
}

function adviceOnCurrent(rows: readonly CurrentUnmatchedRow[]): readonly Line[] {
  const homeless = rows.filter(row => row.collection === null).length
  const proceed = line(
    homeless === 0
      ? 'Proceed gives each an entry of its own.'
      : `Proceed gives each an entry of its own; ${count(homeless, 'is', 'are')} then in no collection, where students do not see ${homeless === 1 ? 'it' : 'them'}.`,
    'plain',
    homeless === 0 ? undefined : '--allocate neighbour puts each into the collection of the module above it.',
  )
  const cancel = line('Cancel first if one of these is an old module under a new name, and say so with --pair OLD=NEW.')
  return [proceed, cancel]
}

const currentWords: Readonly<Record<CurrentUnmatchedRow['why'], string>> = {
  'renamed-or-added-here': 'renamed or added here',
  'new-in-source': 'new in the source',
  'duplicate-names': 'several of this name',
  unknown: 'reason unknown',
}

function currentCells(row: CurrentUnmatchedRow, { here }: Places): readonly Cell[] {
  return [
    cell(row.name, 'plain', here(row.moduleId)),
    cell(row.moduleId, 'quiet'),
    cell(currentWords[row.why], row.why === 'new-in-source' ? 'quiet' : 'caution'),
    row.collection === null ? cell('none', 'caution') : cell(row.collection),
  ]
}
