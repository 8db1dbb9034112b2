/**
 * Days without hours or time zones, as whole days since 1970-01-01: a date on a card is a day on a calendar,
 * and turning it into an instant is how "Mon 9 March" became "Sun 8 March" (collections-1.3 §3.2 B22).
 */

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const shortLength = 3

export interface CalendarDay {
  readonly year: number
  /** 1–12. */
  readonly month: number
  /** 1–31. */
  readonly date: number
}

/** `2026-03-09`, also unpadded as old pages have it, also the day of an ISO instant; `undefined` for what is no day. */
export function parseDay(text: string): number | undefined {
  const [, year, month, date] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T|$)/.exec(text.trim()) ?? []
  return year === undefined ? undefined : dayNumber({ year: Number(year), month: Number(month), date: Number(date) })
}

/** `undefined` for a day that no calendar has (31 February). */
export function dayNumber({ year, month, date }: CalendarDay): number | undefined {
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined
  // Years are counted from March, so that the leap day is the last: the usual civil-calendar arithmetic.
  const marchYear = month > 2 ? year : year - 1
  const dayOfMarchYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1
  return marchYear * 365 + leapDays(marchYear) + dayOfMarchYear - 719_468
}

export function toCalendarDay(day: number): CalendarDay {
  let year = 1969 + Math.floor(day / 365.2425)
  while (firstOfYear(year + 1) <= day) year += 1
  let month = 1
  let date = day - firstOfYear(year) + 1
  while (date > daysInMonth(year, month)) {
    date -= daysInMonth(year, month)
    month += 1
  }
  return { year, month, date }
}

/** `2026-03-09`. */
export function formatDay(day: number): string {
  const { year, month, date } = toCalendarDay(day)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** English, as Collections stores it; `short` is "Mon". 1 January 1970 was a Thursday. */
export function weekdayName(day: number, form: 'short' | 'long'): string {
  return inForm(weekdays[(((day + 3) % 7) + 7) % 7] ?? '', form)
}

/** English; `month` is 1–12. */
export function monthName(month: number, form: 'short' | 'long'): string {
  return inForm(months[month - 1] ?? '', form)
}

/** The month of an English name or the start of one ("Mar", "sept"), `undefined` for anything else. */
export function findMonth(name: string): number | undefined {
  const wanted = name.trim().toLowerCase()
  if (wanted.length < shortLength) return undefined
  const place = months.findIndex(month => month.toLowerCase().startsWith(wanted))
  return place === -1 ? undefined : place + 1
}

function inForm(name: string, form: 'short' | 'long'): string {
  return form === 'short' ? name.slice(0, shortLength) : name
}

function firstOfYear(year: number): number {
  return dayNumber({ year, month: 1, date: 1 }) ?? 0
}

function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (monthDays[month - 1] ?? 0)
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function leapDays(year: number): number {
  return Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
}
