import type { BusyPlan, CandidatePage, ImportPlan, NothingPlan, ReadyPlan, StuckPlan } from '@recourse/core'
import { describeDates } from './describe-dates.ts'
import { describeModules } from './describe-modules.ts'
import { describeNext, describeReasons, type Setting, writeCommand } from './describe-next.ts'
import { describeReferences } from './describe-references.ts'
import { describeMerge, describeParked, describeRemarks } from './describe-remarks.ts'
import { describeStudents } from './describe-students.ts'
import { verdictLine } from './describe-verdict.ts'
import { chainFacts, contentFacts, destinationFact, moveFacts, pageFacts, sourceFacts } from './plan-facts.ts'
import { type Cell, type Command, cell, line, type Section, type Sheet } from './sheet.ts'
import { count, instantWords } from './words.ts'

const TITLE = 'Canvas Collections after a course copy'

/** A plan in words, whatever its kind: the preview, the dry run and the report are this. */
export function describePlan(plan: ImportPlan, setting: Setting): Sheet {
  switch (plan.kind) {
    case 'busy':
      return describeBusy(plan, setting)
    case 'nothing':
      return describeNothing(plan, setting)
    case 'stuck':
      return describeStuck(plan, setting)
    case 'ready':
      return describeReady(plan, setting)
    default:
      return plan satisfies never
  }
}

function describeBusy(plan: BusyPlan, setting: Setting): Sheet {
  const { percent, from } = plan.copying
  const what = from.name ?? (from.courseId === null ? 'something' : `course ${from.courseId}`)
  const progress = percent === null ? '' : ` (${percent} %)`
  const text = `Canvas is still copying ${what} into this course${progress}. Nothing to decide yet.`
  const commands = [
    { purpose: 'Wait for it', command: writeCommand('check', [...setting.access, '--wait', '30'], setting) },
  ]
  const next = { title: 'What next', count: null, lines: [], commands }
  return { title: TITLE, verdict: line(text, 'caution'), facts: [destinationFact(plan, setting)], sections: [next] }
}

function describeNothing(plan: NothingPlan, setting: Setting): Sheet {
  const students = plan.students === null ? [] : [describeStudents(plan.students, 'only to see')]
  return {
    title: TITLE,
    verdict: line(`Nothing to import. ${plan.text}`, plan.why === 'already-here' ? 'good' : 'plain'),
    facts: [destinationFact(plan, setting), ...(plan.page === null ? [] : pageFacts(plan.page, setting))],
    sections: [...failed(plan.failedCopy), ...students, ...describeParked(plan.parked)],
  }
}

function describeStuck(plan: StuckPlan, setting: Setting): Sheet {
  return {
    title: TITLE,
    verdict: line('Needs a person: no plan can be drawn before somebody says more.', 'bad'),
    facts: [destinationFact(plan, setting)],
    sections: [
      ...failed(plan.failedCopy),
      ...describeReasons(plan.reasons),
      ...describeCandidates(plan.candidates),
      { title: 'What next', count: null, lines: [], commands: stuckCommands(plan, setting) },
    ],
  }
}

function stuckCommands({ candidates, reasons }: StuckPlan, setting: Setting): readonly Command[] {
  if (reasons.some(({ code }) => code === 'two-configurations'))
    return candidates
      .filter(({ broken }) => broken === null)
      .map(({ slug }) => ({
        purpose: `Look at “${slug}”`,
        command: writeCommand('check', [...setting.access, '--page', slug], setting),
      }))
  return [
    { purpose: 'See earlier versions, to restore one', command: writeCommand('history', setting.access, setting) },
    {
      purpose: 'Start again with empty Collections',
      command: writeCommand('import', [...setting.access, '--refresh'], setting),
    },
  ]
}

function describeReady(plan: ReadyPlan, setting: Setting): Sheet {
  return {
    title: TITLE,
    verdict: verdictLine(plan),
    facts: [
      ...sourceFacts(plan),
      destinationFact(plan, setting),
      ...chainFacts(plan),
      ...pageFacts(plan.page, setting),
      ...moveFacts(plan.page),
      ...contentFacts(plan.page, setting),
    ],
    sections: [
      ...failed(plan.failedCopy),
      ...describeReasons(plan.reasons),
      ...planSections(plan),
      describeNext(plan, setting),
    ],
  }
}

/** Only *Proceed* is about modules, images and dates. */
export function planSections(plan: ReadyPlan): readonly Section[] {
  if (plan.choices.action === 'refresh') return describeRemarks(plan)
  const students = describeStudents(plan.students, 'with remedies')
  if (plan.choices.action === 'keep-own') return [students, ...describeMerge(plan.merge), ...describeRemarks(plan)]
  return [
    ...describeMerge(plan.merge),
    students,
    ...describeModules(plan),
    ...describeReferences(plan),
    ...describeDates(plan),
    ...describeRemarks(plan),
  ]
}

function failed(copy: ReadyPlan['failedCopy']): readonly Section[] {
  if (copy === null) return []
  const name = copy.from.name ?? (copy.from.courseId === null ? 'another course' : `course ${copy.from.courseId}`)
  const text = `The last copy, from ${name}, has failed: what is here may be incomplete.`
  return [{ title: 'A failed copy', count: null, lines: [line(text, 'bad', copy.url)] }]
}

function describeCandidates(candidates: readonly CandidatePage[]): readonly Section[] {
  if (candidates.length === 0) return []
  const columns = ['Page', 'Slug', 'From', 'Holds', 'Last saved']
  const table = { columns, rows: candidates.map(candidateCells) }
  return [{ title: 'Configuration pages', count: candidates.length, lines: [], table }]
}

function candidateCells(page: CandidatePage): readonly Cell[] {
  const holds = `${count(page.collections, 'collection')}, ${count(page.modules, 'module')}`
  return [
    cell(page.title),
    cell(page.slug),
    cell(page.courseId === null ? 'not said' : `course ${page.courseId}`, 'quiet'),
    page.broken === null ? cell(holds) : cell('cannot be read', 'bad'),
    cell(instantWords(page.updatedAt), 'quiet'),
  ]
}
