import type { ImportDone } from '@recourse/canvas'
import type { ReadyPlan } from '@recourse/core'
import type { Texts } from '../texts/en.ts'
import type { Format } from '../texts/format.ts'
import { claytonsLines, isLeftToDo } from './claytons-lines.ts'
import { type ClaytonsState, isAtWork } from './claytons-state.ts'
import { courseTitle, sourceTitle } from './plan-words.ts'
import { staticPages } from './static-pages.ts'
import { willDo } from './will-do.ts'

/** What was done, to be read on the screen, copied, kept and sent: one structure, so that they agree. */
export interface Report {
  readonly subject: string
  readonly facts: readonly string[]
  readonly sections: readonly ReportSection[]
}

export interface ReportSection {
  readonly title: string
  readonly lines: readonly string[]
}

interface Reported {
  readonly plan: ReadyPlan
  readonly outcome: ImportDone
  readonly claytons: ClaytonsState
}

export function writeReport({ plan, outcome, claytons }: Reported, texts: Texts, format: Format): Report {
  const { report, parked } = texts
  const into = courseTitle(plan.destination)
  const previous = outcome.previousRevisionId === null ? [] : [report.revision(outcome.previousRevisionId)]
  const isImport = plan.choices.action === 'proceed'
  const sections = [
    { title: report.did, lines: plan.choices.action === 'refresh' ? [texts.done.refresh] : willDo(plan, texts) },
    { title: texts.static.heading, lines: claytonsLines(claytons, texts) },
    { title: report.left, lines: [...leftToDo(plan, texts), ...leftPages(plan, claytons, texts)] },
    { title: parked.heading, lines: isImport ? plan.importedUnmatched.map(row => keptWords(row, texts)) : [] },
    { title: report.pairs, lines: isImport ? pairLines(plan, texts) : [] },
  ]
  return {
    subject: report.subject(into),
    facts: [
      report.at(format.instant(plan.after.imported?.at ?? plan.readAt)),
      report.from(sourceTitle(plan.source, texts)),
      report.into(`${into}, ${plan.origin}/courses/${plan.destination.courseId}/modules`),
      ...previous,
    ],
    sections: sections.filter(({ lines }) => lines.length > 0),
  }
}

function pairLines({ matched }: ReadyPlan, { report, modules }: Texts): readonly string[] {
  return matched.map(({ oldName, name, evidence }) => report.pair(oldName, name, modules.evidence[evidence]))
}

function keptWords({ oldName, why }: ReadyPlan['importedUnmatched'][number], { modules }: Texts): string {
  return `${oldName} (${modules.unmatched[why]})`
}

function leftToDo(plan: ReadyPlan, texts: Texts): readonly string[] {
  const { students, images } = texts
  const homeless = plan.students.hidden.filter(({ what }) => what === 'no-collection')
  const missing = plan.images.filter(({ verdict, act }) => verdict === 'missing' && act !== 'drop')
  return [
    ...plan.students.hidden.flatMap(({ what }) => hiddenWords(what, plan, students)),
    ...(homeless.length === 0
      ? []
      : [`${students.homeless(homeless.length)} ${homeless.map(({ name }) => name).join(', ')}`]),
    ...missing.map(row => `${row.moduleName}: ${images.verdict.missing}: ${row.url}`),
    ...plan.dates.inTexts.map(({ found, field, moduleName }) => texts.dates.inText(found, field, moduleName)),
  ]
}

function leftPages(plan: ReadyPlan, claytons: ClaytonsState, texts: Texts): readonly string[] {
  const { written } = claytons
  const untouched = isAtWork(claytons) ? [] : staticPages(plan)
  const titles = written.length > 0 ? written.filter(isLeftToDo).map(({ title }) => title) : untouched
  return titles.map(title => `${texts.static.heading}: ${title}`)
}

/** A thing that hides Collections as a whole, in words; `[]` for single modules. */
export function hiddenWords(
  what: ReadyPlan['students']['hidden'][number]['what'],
  { after }: Pick<ReadyPlan, 'after'>,
  students: Texts['students'],
): readonly string[] {
  if (what === 'no-collection') return []
  if (what !== 'visibility') return [students[what]]
  return [after.visibility === 'teachers' ? students['visibility-teachers'] : students['visibility-no-one']]
}

export function reportText({ subject, facts, sections }: Report): string {
  const parts = sections.map(({ title, lines }) => `${title}\n${lines.map(line => `- ${line}`).join('\n')}`)
  return `${[subject, facts.join('\n'), ...parts].join('\n\n')}\n`
}

/** Mail programs cut long addresses: what does not fit is left to *Copy the report*. */
const MAIL_LIMIT = 1800
/** Half a character, which no address can hold. */
const LONE_SURROGATE = /\p{Surrogate}/gu

export function mailAddress(report: Report): string {
  const body = reportText(report).replace(LONE_SURROGATE, '\uFFFD')
  const cut = encodeURIComponent(body).length > MAIL_LIMIT ? `${shorten(body)}\n…` : body
  return `mailto:?subject=${encodeURIComponent(report.subject.replace(LONE_SURROGATE, '\uFFFD'))}&body=${encodeURIComponent(cut)}`
}

/** By whole characters, so that no half of one is left over. */
function shorten(text: string): string {
  let length = 0
  const kept = [...text].filter(character => {
    length += encodeURIComponent(character).length
    return length <= MAIL_LIMIT
  })
  return kept.join('')
}
