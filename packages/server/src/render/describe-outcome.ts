import type { ImportDone, ImportFailure, ProceedOutcome } from '@recourse/canvas'
import type { ReadyPlan } from '@recourse/core'
import { type Setting, writeCommand } from './describe-next.ts'
import { destinationFact, pageFact, sourceFact } from './plan-facts.ts'
import { type Command, type Line, line, type Section, type Sheet } from './sheet.ts'
import { count, list, shiftWords } from './words.ts'

const TITLE = 'Canvas Collections after a course copy'

/** What became of a plan, in words. */
export function describeOutcome(outcome: ProceedOutcome, plan: ReadyPlan, setting: Setting): Sheet {
  const facts = [sourceFact(plan.source), destinationFact(plan, setting), pageFact(plan.page, setting)]
  return outcome.ok
    ? { title: TITLE, verdict: doneLine(outcome, plan), facts, sections: [nextAfter(outcome, plan, setting)] }
    : {
        title: TITLE,
        verdict: line(failureWords(outcome), 'bad'),
        facts,
        sections: [nextAfterFailure(outcome, setting)],
      }
}

function doneLine({ previousRevisionId }: ImportDone, plan: ReadyPlan): Line {
  if (previousRevisionId === null) return line('Done already: the page is as this import would make it.', 'good')
  switch (plan.choices.action) {
    case 'proceed':
      return line(`Imported: ${list(importedWords(plan))}.`, 'good')
    case 'refresh':
      return line('Refreshed: this course has empty Collections now. The page history keeps what was there.', 'good')
    case 'keep-own':
      return line("Kept: this course's own Collections are back.", 'good')
    default:
      return plan.choices.action satisfies never
  }
}

function importedWords(plan: ReadyPlan): readonly string[] {
  const { matched, importedUnmatched, images, dates } = plan
  const acting = (act: string) => images.filter(row => row.act === act).length
  const moved = dates.act === 'shift' && dates.days !== 0 ? dates.rows.filter(({ newOn }) => newOn !== null).length : 0
  const parts: readonly (readonly [number, string])[] = [
    [matched.length, count(matched.length, 'module')],
    [importedUnmatched.length, `${count(importedUnmatched.length, 'entry', 'entries')} kept for later`],
    [acting('relink'), `${count(acting('relink'), 'image')} linked again`],
    [acting('copy'), `${count(acting('copy'), 'image')} copied here`],
    [acting('drop'), `${count(acting('drop'), 'image')} taken off`],
    [moved, `${count(moved, 'date')} moved by ${shiftWords(dates.days)}`],
    [dates.act === 'clear' ? dates.rows.length : 0, `${count(dates.rows.length, 'date')} cleared`],
  ]
  const said = parts.filter(([number]) => number > 0).map(([, words]) => words)
  return said.length === 0 ? ['the collections'] : said
}

function nextAfter({ previousRevisionId }: ImportDone, plan: ReadyPlan, setting: Setting): Section {
  const unseen = plan.students.hidden.filter(({ what }) => what !== 'no-collection')
  const statics = new Set(plan.pages.filter(({ use }) => use === 'output').map(({ newTitle }) => newTitle)).size
  const claytons = `${count(statics, 'static page (Clayton)', 'static pages (Claytons)')} may still show last term: update ${statics === 1 ? 'it' : 'them'} from the Collections panel.`
  const undo = ['--revision', String(previousRevisionId)]
  return {
    title: 'What next',
    count: null,
    lines: [
      line(`Look at it: ${setting.courseUrl}/modules`),
      ...unseen.map(({ text }) => line(text, 'caution')),
      ...(statics === 0 ? [] : [line(claytons, 'caution')]),
    ],
    commands: previousRevisionId === null ? [] : [restoreCommand('Undo this import', undo, setting)],
  }
}

function restoreCommand(purpose: string, options: readonly string[], setting: Setting): Command {
  return { purpose, command: writeCommand('restore', [...setting.access, ...options], setting) }
}

function failureWords(outcome: ImportFailure): string {
  const heads: Readonly<Record<ImportFailure['reason'], string>> = {
    locked: 'Not imported: somebody is editing.',
    'not-allowed-by-plan': 'Not imported.',
    busy: 'Not imported: Canvas is at work.',
    'too-large': 'Not imported: too large.',
    'changed-meanwhile': 'Not imported: the page has changed.',
    conflict: 'A conflict: two versions were saved.',
    'not-written': 'Not imported.',
    denied: 'Not imported: not permitted.',
  }
  return `${heads[outcome.reason]} ${outcome.text}`
}

function nextAfterFailure(outcome: ImportFailure, setting: Setting): Section {
  const history = { purpose: 'See both versions', command: writeCommand('history', setting.access, setting) }
  const again = { purpose: 'Look again', command: writeCommand('check', setting.access, setting) }
  const wait = {
    purpose: 'Wait for Canvas',
    command: writeCommand('check', [...setting.access, '--wait', '30'], setting),
  }
  const section = { title: 'What next', count: null, lines: [] }
  switch (outcome.reason) {
    case 'conflict':
      return { ...section, commands: [history, restoreBefore(outcome.previousRevisionId, setting)] }
    case 'busy':
      return { ...section, commands: [wait] }
    case 'denied':
      return { ...section, lines: [line('Ask a teacher of this course, or use their token.')] }
    case 'locked':
    case 'not-allowed-by-plan':
    case 'too-large':
    case 'changed-meanwhile':
    case 'not-written':
      return { ...section, commands: [again] }
    default:
      return outcome satisfies never
  }
}

function restoreBefore(revisionId: number, setting: Setting): Command {
  return restoreCommand('Go back to what was there before both', ['--revision', String(revisionId)], setting)
}
