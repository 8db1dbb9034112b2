import type { DateParts, ModuleEntry } from '../configuration/configuration.ts'
import type { ImportChoices } from '../import/import-choices.ts'
import type { CourseFacts, CourseModule, SourceCourse } from '../import/import-facts.ts'
import type { DatePlan, DateRow, MatchedRow } from '../import/plan-rows.ts'
import { dayNumber, findMonth, formatDay, parseDay } from './calendar.ts'

const daysOfWeek = 7

/** What dates are planned from: the entries that will stay, and the two courses. */
export interface DateQuestion {
  readonly entries: readonly ModuleEntry[]
  readonly course: CourseFacts
  readonly modules: readonly CourseModule[]
  readonly source: SourceCourse | undefined
  readonly matched: readonly MatchedRow[]
  readonly choice: ImportChoices['dates']
}

/**
 * Collections' dates are text, so Canvas's date shift does not reach them. Every dated module is listed, and one
 * shift in whole weeks is proposed, so that a Monday stays a Monday (design *Dates*).
 */
export function planDates(question: DateQuestion): DatePlan {
  const { proposedDays, basis } = propose(question)
  const days = question.choice.kind === 'shift' ? (question.choice.days ?? proposedDays ?? 0) : 0
  const newDay: NewDay = question.choice.kind === 'clear' ? () => null : day => formatDay(day + days)
  return {
    rows: dateRows(question.entries, newDay),
    proposedDays,
    basis,
    act: question.choice.kind,
    days,
    inTexts: datesInTexts(question.entries),
  }
}

/** The day that a card's date says: `calendarDate`, else day, month and year where they name one. */
export function dayOf(parts: DateParts): number | undefined {
  return parts.calendarDate === '' ? dayInWords(parts) : parseDay(parts.calendarDate)
}

function dayInWords({ year, month: name, date }: DateParts): number | undefined {
  const month = findMonth(name)
  if (month === undefined || !/^\d{4}$/.test(year)) return undefined
  return dayNumber({ year: Number(year), month, date: Number(date) })
}

export function isDated(parts: DateParts): boolean {
  return parts.calendarDate !== '' || (parts.date !== '' && parts.month !== '')
}

type NewDay = (day: number) => string | null

const sides = ['from', 'to'] as const

function dateRows(entries: readonly ModuleEntry[], newDay: NewDay): readonly DateRow[] {
  const rows: DateRow[] = []
  for (const entry of entries) {
    for (const side of sides) if (isDated(partsOf(entry, side))) rows.push(dateRow(entry, side, newDay))
  }
  return rows
}

function partsOf({ date }: ModuleEntry, side: DateRow['which']): DateParts {
  return side === 'from' ? date : date.to
}

function dateRow(entry: ModuleEntry, which: DateRow['which'], newDay: NewDay): DateRow {
  const { key, name: moduleName } = entry
  const parts = partsOf(entry, which)
  const day = dayOf(parts)
  const oldOn = day === undefined ? null : formatDay(day)
  return { key, moduleName, which, oldOn, oldText: asText(parts), newOn: day === undefined ? null : newDay(day) }
}

function asText({ day, date, month, year, calendarDate }: DateParts): string {
  const words = [day, date, month, year].filter(word => word !== '').join(' ')
  return words === '' ? calendarDate : words
}

function propose(question: DateQuestion): Pick<DatePlan, 'proposedDays' | 'basis'> {
  const { course, source } = question
  const byStart = difference(source?.startAt, course.startAt)
  if (byStart !== undefined) return { proposedDays: wholeWeeks(byStart), basis: 'course-start' }
  const byTerm = difference(source?.term?.startAt, course.term?.startAt)
  if (byTerm !== undefined) return { proposedDays: wholeWeeks(byTerm), basis: 'term-start' }
  const byDates = median(matchedDifferences(question))
  return byDates === undefined
    ? { proposedDays: null, basis: null }
    : { proposedDays: wholeWeeks(byDates), basis: 'matched-dates' }
}

function difference(from: string | null | undefined, to: string | null | undefined): number | undefined {
  const [fromDay, toDay] = [parseDay(from ?? ''), parseDay(to ?? '')]
  return fromDay === undefined || toDay === undefined ? undefined : toDay - fromDay
}

function wholeWeeks(days: number): number {
  return Math.round(days / daysOfWeek) * daysOfWeek
}

function median(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

/** Canvas moved `unlock_at` and due dates if it was asked to: how far, module by module and item by item of one title. */
function matchedDifferences({ source, modules, matched }: DateQuestion): readonly number[] {
  const sourceModules = new Map<string, CourseModule>((source?.modules ?? []).map(module => [module.id, module]))
  const here = new Map<string, CourseModule>(modules.map(module => [module.id, module]))
  return matched.flatMap(({ key, moduleId }) => {
    const [from, to] = [sourceModules.get(key), here.get(moduleId)]
    return from === undefined || to === undefined ? [] : moduleDifferences(from, to)
  })
}

function moduleDifferences(from: CourseModule, to: CourseModule): readonly number[] {
  const dueAt = new Map(from.items.map(item => [item.title, item.dueAt]))
  const pairs = [[from.unlockAt, to.unlockAt], ...to.items.map(item => [dueAt.get(item.title), item.dueAt])]
  return pairs.flatMap(([old, now]) => difference(old, now) ?? [])
}

const writtenDate =
  /\b(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s+\d{4})?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})\b/gi

function datesInTexts(entries: readonly ModuleEntry[]): DatePlan['inTexts'] {
  const rows: DatePlan['inTexts'][number][] = []
  for (const { key, name: moduleName, description, fyiText, date } of entries) {
    const addFrom = (field: string, text: string) => {
      if (!/\d/.test(text)) return
      for (const found of text.match(writtenDate) ?? []) rows.push({ key, moduleName, field, found })
    }
    addFrom('description', description)
    addFrom('fyiText', fyiText)
    addFrom('date.label', date.label)
  }
  return rows
}
