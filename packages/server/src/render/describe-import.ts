import type { ImportReport, ReportEntry } from '@recourse/core/transfer'
import { cell, type Fact, line, type Sheet, tableOf } from './sheet.ts'
import { count } from './words.ts'

interface Setting {
  readonly isDryRun: boolean
  /** How the person called us. */
  readonly program: string
}

/** An import's report in words: what needs a look first, then everything else of the package. */
export function describeImport(report: ImportReport, { isDryRun, program }: Setting): Sheet {
  const { courseId, title, entries, counts } = report
  const left = counts.leftOut
  const outcome = isDryRun ? 'would become a course' : 'is a course of the library now'
  const words =
    left === 0 ? 'everything in the file came along' : `${left} of ${entries.length} things in the file became nothing`
  const show = { purpose: 'look at it', command: `${program} library show ${courseId}` }
  return {
    title: 'Import',
    verdict: line(`“${title}” ${outcome}; ${words}.`, left === 0 ? 'good' : 'caution'),
    facts: factsOf(report),
    sections: [
      { title: 'What became of each', count: entries.length, lines: [], table: entriesTable(entries) },
      ...(isDryRun ? [] : [{ title: 'Next', count: null, lines: [], commands: [show] }]),
    ],
  }
}

function factsOf({ counts, reused, courseId }: ImportReport): readonly Fact[] {
  const { modules, objects, pages, questions, media, resources, terms } = counts
  return [
    { label: 'Course', text: courseId },
    {
      label: 'Holds',
      text: [
        count(modules, 'module'),
        count(objects, 'Learning Object'),
        count(pages, 'page'),
        count(questions, 'question'),
      ].join(', '),
    },
    {
      label: 'Uses',
      text: [count(media, 'media asset'), count(resources, 'resource'), count(terms, 'glossary term')].join(', '),
    },
    {
      label: 'Here before',
      text: `${count(reused.objects, 'Learning Object')} and ${count(reused.items, 'item')}, used again`,
    },
  ]
}

function entriesTable(entries: readonly ReportEntry[]) {
  return tableOf(['In the file', 'Name', 'Became', 'Note'], entries, {
    cells: ({ what, name, became, notes }) => [
      cell(what),
      cell(name),
      cell(became, became === 'nothing' ? 'caution' : 'plain'),
      cell(notes.join(' '), 'quiet'),
    ],
    isOrdinary: ({ notes }) => notes.length === 0,
  })
}
