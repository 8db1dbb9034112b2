import type { Params } from '../http/params.ts'
import { flag, integer, presentText } from '../http/reading.ts'
import type { Course } from '../model.ts'
import type { ImportRun } from './import-run.ts'

/** `date_shift_options` of a migration, dates as days (`YYYY-MM-DD`). */
export interface DateShift {
  readonly isRemoval: boolean
  readonly oldStart: string | null
  readonly oldEnd: string | null
  readonly newStart: string | null
  readonly newEnd: string | null
  /** Weekday (0 = Sunday) → weekday; one that is not named stays itself. */
  readonly weekdays: Readonly<Record<string, number>>
}

/** `null` when neither shifting nor removing was asked for. Both at once is the caller's to refuse. */
export function readDateShift(params: Params): DateShift | null {
  const isRemoval = flag(params, 'remove_dates') === true
  if (!isRemoval && flag(params, 'shift_dates') !== true) return null
  const [oldStart, oldEnd] = inOrder(readDay(params, 'old_start_date'), readDay(params, 'old_end_date'))
  const [newStart, newEnd] = inOrder(readDay(params, 'new_start_date'), readDay(params, 'new_end_date'))
  const weekdays = Object.fromEntries(
    ['0', '1', '2', '3', '4', '5', '6'].map(day => [
      day,
      (integer(params, 'day_substitutions', day) ?? Number(day)) % 7,
    ]),
  )
  return { isRemoval, oldStart, oldEnd, newStart, newEnd, weekdays }
}

/** Canvas drops an end that lies before its start. */
function inOrder(start: string | null, end: string | null): [string | null, string | null] {
  return [start, start !== null && end !== null && end < start ? null : end]
}

function readDay(params: Params, name: string): string | null {
  const ms = Date.parse(presentText(params, name) ?? '')
  return Number.isNaN(ms) ? null : toDay(ms)
}

const DAY_MS = 86_400_000

function toDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

/**
 * Fills what was not said from the course, else from the first and last date of what it holds, and the new end by keeping the length
 * (`shift_date_options`, `real_start_date`, `real_end_date`).
 */
export function completeShift(shift: DateShift, course: Course, dates: readonly (string | null)[] = []): DateShift {
  const day = (instant: string | null) => (instant === null ? null : toDay(Date.parse(instant)))
  const days = dates.flatMap(date => day(date) ?? []).toSorted()
  const [first, last] = [days[0] ?? null, days.at(-1) ?? null]
  const oldStart = shift.oldStart ?? day(course.startAt) ?? first
  const oldEnd = shift.oldEnd ?? day(course.endAt) ?? last
  const newStart = shift.newStart ?? day(course.startAt) ?? first
  const length = oldStart !== null && oldEnd !== null ? Date.parse(oldEnd) - Date.parse(oldStart) : null
  const inferred = newStart !== null && length !== null ? toDay(Date.parse(newStart) + length) : null
  return { ...shift, oldStart, oldEnd, newStart, newEnd: shift.newEnd ?? inferred }
}

/**
 * Moves an instant by its place between start and end, then onto the weekday it had (or that one's substitute), keeping
 * the time of day (`CourseContentImporter.shift_date`). Computed in UTC, so no clock change enters.
 */
export function shiftInstant(instant: string | null, shift: DateShift): string | null {
  if (instant === null || shift.isRemoval) return null
  const { oldStart, oldEnd, newStart, newEnd } = shift
  if (oldStart === null || oldEnd === null || newStart === null || newEnd === null) return instant
  const ms = Date.parse(instant)
  const oldDay = Math.floor(ms / DAY_MS)
  const [from, to, start, end] = [oldStart, oldEnd, newStart, newEnd].map(day => Date.parse(day) / DAY_MS)
  if (from === undefined || to === undefined || start === undefined || end === undefined) return instant
  const share = to > from ? (oldDay - from) / (to - from) : 0
  const day = onWeekday(start + roundHalfUp((end - start) * share), weekdayAfter(oldDay, shift), start)
  return new Date(day * DAY_MS + (ms % DAY_MS)).toISOString().replace(/\.\d{3}Z$/, 'Z')
}

/** Ruby rounds halves away from zero. */
function roundHalfUp(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value))
}

function weekdayAfter(oldDay: number, shift: DateShift): number {
  const weekday = weekdayOf(oldDay)
  return shift.weekdays[String(weekday)] ?? weekday
}

/** 1970-01-01 was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7
}

/** Forward to the weekday, then a week back unless that would fall before the start. */
function onWeekday(day: number, weekday: number, start: number): number {
  if (weekdayOf(day) === weekday) return day
  const later = day + ((weekday - weekdayOf(day) + 7) % 7)
  return later - 7 < start ? later : later - 7
}

/** Shifts the dates of everything the import wrote; the course's own are set only where blank (canvas-api §3.6). */
export function shiftImported(run: ImportRun, asked: DateShift): void {
  const { folders, files, pages, activities, modules } = run.imported
  const shift = completeShift(asked, run.destination, datesIn(run))
  for (const row of [...files, ...folders, ...activities]) {
    row.lockAt = shiftInstant(row.lockAt, shift)
    row.unlockAt = shiftInstant(row.unlockAt, shift)
  }
  for (const row of activities) row.dueAt = shiftInstant(row.dueAt, shift)
  for (const row of modules) row.unlockAt = shiftInstant(row.unlockAt, shift)
  for (const row of pages) {
    row.todoDate = shiftInstant(row.todoDate, shift)
    row.publishAt = shiftInstant(row.publishAt, shift)
  }
  if (!shift.isRemoval) fillCourseDates(run.destination, asked)
}

/** When things are due, or can first be seen: what counts as the time of a course that has none. */
function datesIn({ world, destination }: ImportRun): readonly (string | null)[] {
  return [...world.rows.activities.values()]
    .filter(row => row.courseId === destination.id && row.state !== 'deleted')
    .map(row => row.dueAt ?? row.unlockAt)
}

function fillCourseDates(course: Course, { newStart, newEnd }: DateShift): void {
  if (newStart !== null) course.startAt ??= `${newStart}T00:00:00Z`
  if (newEnd !== null) course.endAt ??= `${newEnd}T00:00:00Z`
}
