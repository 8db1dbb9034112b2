import type { CourseName, Evidence, ImageVerdict, LinkRow, PageRow, SourceName, UnmatchedReason } from '@recourse/core'

/** How a pair is known, for a person (design *Matching modules*). */
export const evidenceWords: Readonly<Record<Evidence, string>> = {
  chosen: 'chosen by you',
  copied: "Canvas's record",
  carried: 'a link that Canvas rewrote',
  'same-id': 'same id',
  'same-name': 'same name',
  'same-name-rewritten': 'same name, differently written',
  'same-name-in-order': 'same names, taken in order',
  similar: 'probably the same',
}

export const unmatchedWords: Readonly<Record<UnmatchedReason, string>> = {
  'gone-in-source': 'gone in the source',
  'not-copied': 'not copied',
  'deleted-here': 'deleted here',
  'duplicate-names': 'several of this name',
  unknown: 'reason unknown',
}

export const imageWords: Readonly<Record<ImageVerdict, string>> = {
  here: 'here',
  moved: 'here, new id',
  hidden: 'here, hidden from students',
  elsewhere: 'in another course',
  web: 'on the web',
  missing: 'missing',
  unknown: 'not checkable',
}

export const linkWords: Readonly<Record<LinkRow['verdict'], string>> = {
  here: 'here',
  moved: 'here, linked again',
  elsewhere: 'in another course',
  missing: 'missing',
  unknown: 'not checkable',
}

export const pageWords: Readonly<Record<PageRow['verdict'], string>> = {
  here: 'here',
  renamed: 'here, under another title',
  unpublished: 'here, unpublished',
  missing: 'missing',
  unknown: 'not checkable',
}

/** `1 module`, `2 modules`; irregular plurals are given. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${numberWords(number)} ${number === 1 ? noun : plural}`
}

const LONG_NUMBER = 10_000

/** Grouped only where it helps: `1000`, `511,999`. */
export function numberWords(number: number): string {
  return number < LONG_NUMBER ? String(number) : number.toLocaleString('en')
}

/** `a`, `a and b`, `a, b and c`. */
export function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** `MATH101 Calculus (course 42)`; the code is left out where the name begins with it. */
export function courseWords(course: CourseName): string {
  return `${courseTitle(course.name, course.code)} (course ${course.courseId})`
}

/** The source is named only when that is confirmed (design *Facts* 5). */
export function sourceWords(source: SourceName): string {
  if (source.courseId === null) return 'a course that the page does not name'
  if (source.name === null || !source.confirmed) return `course ${source.courseId} (not confirmed)`
  return `${courseTitle(source.name, source.code ?? '')} (course ${source.courseId})`
}

export function courseTitle(name: string, code: string): string {
  return code === '' || name.startsWith(code) ? name : `${code} ${name}`
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `2026-03-09` → `Mon 9 Mar 2026`: the weekday is what a person checks a shift by. */
export function dayWords(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return day
  return `${weekdays[date.getUTCDay()]} ${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}

/** An instant, in UTC and saying so: whoever reads a report later sits in another time zone. */
export function instantWords(instant: string): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return instant
  return `${dayWords(date.toISOString().slice(0, 10)).slice(4)}, ${date.toISOString().slice(11, 16)} UTC`
}

/** `182` → `26 weeks`, `-7` → `1 week back`. */
export function shiftWords(days: number): string {
  const size = Math.abs(days)
  const words = size % 7 === 0 ? count(size / 7, 'week') : count(size, 'day')
  return days < 0 ? `${words} back` : words
}

export function sizeWords(bytes: number): string {
  if (bytes < 1024) return count(bytes, 'byte')
  return bytes < 1024 ** 2 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`
}
