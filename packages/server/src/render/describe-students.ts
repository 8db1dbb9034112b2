import type { HiddenFromStudents, StudentView } from '@recourse/core'
import { type Cell, cell, type Line, line, type Section } from './sheet.ts'
import { count } from './words.ts'

/** design *What students will see*: what they will, then each thing they will not, with its remedy in place. */
export function describeStudents(students: StudentView, purpose: 'with remedies' | 'only to see'): Section {
  const { collections, modulesSeen, modules, hidden } = students
  const remedies = purpose === 'with remedies'
  const seen = `${count(collections, 'collection')}, ${modulesSeen} of ${count(modules, 'module')}.`
  const homeless = hidden.filter(({ what }) => what === 'no-collection')
  const others = hidden.filter(({ what }) => what !== 'no-collection')
  return {
    title: 'What students will see',
    count: null,
    lines: [
      line(seen, hidden.length === 0 ? 'good' : 'plain', heldBackWords(students, homeless.length)),
      ...others.map(one => hiddenLine(one, remedies)),
      ...homelessLine(homeless, remedies),
    ],
    ...(homeless.length > 0 && {
      table: { columns: ['Not seen', 'Proposed collection'], rows: homeless.map(homelessCells) },
    }),
  }
}

/** The rest of the count: no remedy, because somebody meant it so. */
function heldBackWords({ modules, modulesSeen }: StudentView, homeless: number): string | undefined {
  const rest = modules - modulesSeen - homeless
  return rest === 0 ? undefined : `${count(rest, 'is', 'are')} unpublished or in a hidden collection.`
}

function hiddenLine(hidden: HiddenFromStudents, remedies: boolean): Line {
  const text = hidden.text === '' ? hiddenWords(hidden) : hidden.text
  return line(text, 'caution', remedies ? remedy(hidden) : undefined)
}

function hiddenWords({ what, name }: HiddenFromStudents): string {
  switch (what) {
    case 'no-collection':
      return `“${name}” is in no collection.`
    case 'page-unpublished':
      return 'The configuration page is unpublished: students see plain Canvas.'
    case 'visibility':
      return 'Collections are not shown to students.'
    case 'course-unpublished':
      return 'The course is unpublished.'
    default:
      return what satisfies never
  }
}

function remedy({ what }: HiddenFromStudents): string | undefined {
  if (what === 'page-unpublished') return '--publish publishes it.'
  return what === 'visibility' ? '--visible shows them.' : undefined
}

function homelessLine(homeless: readonly HiddenFromStudents[], remedies: boolean): readonly Line[] {
  if (homeless.length === 0) return []
  const text = `${count(homeless.length, 'module is', 'modules are')} in no collection.`
  const proposed = remedies && homeless.some(({ proposal }) => proposal !== null)
  return [line(text, 'caution', proposed ? '--allocate neighbour puts them where the table proposes.' : undefined)]
}

function homelessCells({ name, proposal }: HiddenFromStudents): readonly Cell[] {
  return [cell(name), proposal === null ? cell('none', 'quiet') : cell(proposal)]
}
