import type { ClaytonOutcome, ClaytonResult, ClaytonsOutcome } from '@recourse/canvas'
import type { ClaytonsPlan, LeftCollection, PageState, PlannedClayton, ReadyClaytons } from '@recourse/core'
import { takeBackCommands } from './describe-failure.ts'
import { type Setting, writeCommand } from './describe-next.ts'
import {
  type Cell,
  type Command,
  cell,
  type Fact,
  type Line,
  line,
  type Section,
  type Sheet,
  type Tone,
} from './sheet.ts'
import { count, list } from './words.ts'

const TITLE = 'Static pages of Canvas Collections (Claytons)'

const stateWords: Readonly<Record<PageState, string>> = {
  create: 'to be made',
  write: 'out of date',
  unchanged: 'up to date',
  edited: 'edited by hand',
  blocked: 'not possible',
}

const resultWords: Readonly<Record<ClaytonResult, string>> = {
  written: 'written',
  unchanged: 'unchanged',
  edited: 'edited by hand',
  blocked: 'not possible',
  'changed-meanwhile': 'changed meanwhile',
  conflict: 'conflict',
  denied: 'not allowed',
  failed: 'failed',
  'not-reached': 'not reached',
}

/** What would be written, or why nothing. */
export function describeClaytonsPlan(plan: ClaytonsPlan, setting: Setting): Sheet {
  if (plan.kind !== 'ready')
    return {
      ...sheetOf(line(plan.text, plan.kind === 'nothing' ? 'quiet' : 'caution'), setting),
      sections: [nextAfterNone(plan, setting)],
    }
  const rows = plan.pages.map(page => [
    ...pageCells(page, plan),
    cell(stateWords[page.state], stateTone(page.state)),
    cell(page.text, 'quiet'),
  ])
  const sections = [pagesSection(rows), ...leftSection(plan.left), ...unlessEmpty(nextAfterPlan(plan, setting))]
  return { ...sheetOf(planVerdict(plan), setting), sections }
}

/** What became of each page. */
export function describeClaytonsOutcome(outcome: ClaytonsOutcome, plan: ReadyClaytons, setting: Setting): Sheet {
  const rows = outcome.pages.map(page => {
    const planned = plan.pages.find(({ title }) => title === page.title)
    const cells = planned === undefined ? [cell(page.title), cell('')] : pageCells(planned, plan)
    return [...cells, cell(resultWords[page.result], resultTone(page.result)), cell(page.text, 'quiet')]
  })
  const sections = [
    pagesSection(rows),
    ...leftSection(plan.left),
    ...unlessEmpty(nextAfterOutcome(outcome, plan, setting)),
  ]
  return { ...sheetOf(outcomeVerdict(outcome), setting), sections }
}

function sheetOf(verdict: Line, { courseUrl }: Setting): Omit<Sheet, 'sections'> {
  const course: Fact = { label: 'Course', text: courseUrl, href: courseUrl }
  return { title: TITLE, verdict, facts: [course] }
}

function pageCells({ title, collections, isFrontPage }: PlannedClayton, { courseId }: ReadyClaytons): readonly Cell[] {
  const names = collections.map(({ name, cards }) => `${name} (${count(cards, 'card')})`)
  return [cell(isFrontPage ? `${title} (home page of course ${courseId})` : title), cell(list(names))]
}

function pagesSection(rows: readonly (readonly Cell[])[]): Section {
  const columns = ['Page', 'Collections', 'State', 'What that means']
  return { title: 'Pages', count: rows.length, lines: [], table: { columns, rows } }
}

function leftSection(left: readonly LeftCollection[]): readonly Section[] {
  if (left.length === 0) return []
  const wordsOf = ({ name, why }: LeftCollection): string =>
    why === 'hidden'
      ? `“${name}” is hidden: name it with --collection to write it all the same.`
      : `“${name}” names no page.`
  return [{ title: 'Left out', count: left.length, lines: left.map(each => line(wordsOf(each), 'quiet')) }]
}

function planVerdict({ pages }: ReadyClaytons): Line {
  const many = (...states: readonly PageState[]) => pages.filter(({ state }) => states.includes(state)).length
  const person = many('edited', 'blocked')
  if (person > 0)
    return line(`${count(person, 'page')} of ${pages.length} ${person === 1 ? 'needs' : 'need'} a person.`, 'caution')
  const open = many('write', 'create')
  if (open === 0)
    return line(pages.length === 1 ? 'The page is up to date.' : `All ${pages.length} pages are up to date.`, 'good')
  return line(`${count(open, 'page')} of ${pages.length} to be written.`, 'plain')
}

function outcomeVerdict({ pages, isCancelled }: ClaytonsOutcome): Line {
  const many = (...results: readonly ClaytonResult[]) => pages.filter(({ result }) => results.includes(result)).length
  const written = many('written')
  const said = [`${count(written, 'page')} written`, `${many('unchanged')} unchanged`]
  const other = pages.length - written - many('unchanged')
  if (isCancelled) return line(`Interrupted: ${list(said)}. Run again, and the rest is written.`, 'caution')
  if (other > 0)
    return line(
      `${list([...said, `${other} not written`])}.`,
      many('failed', 'denied', 'not-reached') > 0 ? 'bad' : 'caution',
    )
  return line(written === 0 ? 'Up to date: nothing was written.' : `Done: ${list(said)}.`, 'good')
}

function stateTone(state: PageState): Tone {
  if (state === 'unchanged') return 'good'
  return state === 'edited' || state === 'blocked' ? 'caution' : 'plain'
}

function resultTone(result: ClaytonResult): Tone {
  if (result === 'written' || result === 'unchanged') return 'good'
  return result === 'failed' || result === 'denied' || result === 'conflict' ? 'bad' : 'caution'
}

const nextSection = (lines: readonly Line[], commands: readonly Command[] = []): Section => ({
  title: 'What next',
  count: null,
  lines,
  commands,
})

/** Where nothing is left to do, nothing is said of it. */
const unlessEmpty = (section: Section): readonly Section[] =>
  section.lines.length === 0 && (section.commands ?? []).length === 0 ? [] : [section]

const again = (purpose: string, setting: Setting, options: readonly string[] = []): Command => ({
  purpose,
  command: writeCommand('claytons', [...setting.access, ...setting.choices, ...options], setting),
})

function nextAfterNone(plan: Exclude<ClaytonsPlan, ReadyClaytons>, setting: Setting): Section {
  if (plan.kind === 'busy') return nextSection([], [again('Look again', setting, ['--wait', '30', '--check'])])
  if (plan.kind === 'stuck' && plan.why === 'may-not-edit')
    return nextSection([line('Ask a teacher of this course, or use their token.')])
  if (plan.kind === 'stuck' && plan.why === 'no-such-collection') return nextSection([line('Nothing was written.')])
  if (plan.kind === 'nothing' && plan.why === 'no-output-page')
    return nextSection([line('Name a page for a collection in the Collections panel, then run this again.')])
  return nextSection(
    [],
    [{ purpose: 'See what an import would do', command: writeCommand('check', setting.access, setting) }],
  )
}

function nextAfterPlan({ pages }: ReadyClaytons, setting: Setting): Section {
  const isEdited = pages.some(({ state }) => state === 'edited')
  const isOpen = pages.some(({ state }) => state === 'write' || state === 'create')
  return nextSection(
    isEdited ? [line('What was edited by hand is kept: --replace-edited writes over it.')] : [],
    isOpen || isEdited ? [again('Write them', setting, isEdited ? ['--replace-edited'] : [])] : [],
  )
}

function nextAfterOutcome({ pages }: ClaytonsOutcome, plan: ReadyClaytons, setting: Setting): Section {
  const isEdited = pages.some(({ result }) => result === 'edited')
  const isOpen = pages.some(({ result }) => !['written', 'unchanged', 'edited', 'blocked'].includes(result))
  const edited = isEdited ? [again('Write over what was edited by hand', setting, ['--replace-edited'])] : []
  const rest = isOpen ? [again('Finish', setting)] : []
  return nextSection([], [...edited, ...rest, ...pages.flatMap(page => takeBack(page, plan, setting))])
}

/** A page that was made is deleted in Canvas, where it can be brought back. */
function takeBack(
  { title, pageId, undo }: ClaytonOutcome,
  { pages }: ReadyClaytons,
  setting: Setting,
): readonly Command[] {
  const slug = pages.find(page => page.pageId === pageId)?.slug
  if (undo === null || undo.previousRevisionId === undo.revisionId || slug === null || slug === undefined) return []
  const ofPage = { ...setting, access: [...setting.access, '--page', slug] }
  return takeBackCommands(`Take “${title}” back`, undo, ofPage)
}
