import type { ImportDone, ProceedOutcome } from '@recourse/canvas'
import type { ReadyPlan } from '@recourse/core'
import { failureLine, nextAfterFailure, restoreCommand } from './describe-failure.ts'
import { type Setting, writeCommand } from './describe-next.ts'
import { destinationFact, pageFact, sourceFacts, writtenPage } from './plan-facts.ts'
import { type Command, type Line, line, type Section, type Sheet } from './sheet.ts'
import { count, list, shiftWords } from './words.ts'

const TITLE = 'Canvas Collections after a course copy'

/** What became of a plan, in words. */
export function describeOutcome(outcome: ProceedOutcome, plan: ReadyPlan, setting: Setting): Sheet {
  const published = plan.page.published || (outcome.ok && plan.choices.publish)
  const page = outcome.ok ? writtenPage(plan.page) : plan.page
  const facts = [...sourceFacts(plan), destinationFact(plan, setting), pageFact(page, published, setting)]
  const [verdict, next] = outcome.ok
    ? [doneLine(outcome, plan), nextAfter(outcome, plan, setting)]
    : [failureLine(outcome, 'imported'), nextAfterFailure(outcome, setting)]
  return { title: TITLE, verdict, facts, sections: [next] }
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
  const claytons = `${count(statics, 'static page (Clayton)', 'static pages (Claytons)')} may still show last term.`
  return {
    title: 'What next',
    count: null,
    lines: [
      line(`Look at it: ${setting.courseUrl}/modules`),
      ...unseen.map(({ text }) => line(text, 'caution')),
      ...(statics === 0 ? [] : [line(claytons, 'caution')]),
    ],
    commands: [
      ...(statics === 0 ? [] : [claytonsCommand(setting)]),
      ...(previousRevisionId === null ? [] : [restoreCommand('Take it back', previousRevisionId, setting)]),
    ],
  }
}

function claytonsCommand(setting: Setting): Command {
  return {
    purpose: 'See which static pages are out of date',
    command: writeCommand('claytons', [...setting.access, '--check'], setting),
  }
}
