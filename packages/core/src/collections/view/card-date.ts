import type { DateParts, ModuleEntry } from '../configuration/configuration.ts'
import { monthName, parseDay, toCalendarDay, weekdayName } from '../dates/calendar.ts'
import type { CardDateParts, CardDateView } from './collections-view.ts'

/**
 * The parts of a card's date that are shown; `null` for none. A label needs a day that it is said of, a range the
 * second one (collections-1.3 §2.4, *Display rules*).
 */
export function toCardDate({ date, dateShow: show }: ModuleEntry): CardDateView | null {
  const from = toParts(date, { time: show.time, day: show.day, date: show.date, month: show.month })
  const shownTo = { time: show.toTime, day: show.toDay, date: show.toDate, month: show.toMonth }
  const to = date.to.calendarDate === '' ? null : toParts(date.to, shownTo)
  const on = date.calendarDate
  const label = show.label && on !== '' ? date.label.trim() : ''
  const view = { label, on, from, to: to === null || isEmpty(to) ? null : to }
  return label === '' && isEmpty(from) && view.to === null ? null : view
}

type Shown = Readonly<Record<keyof CardDateParts, boolean>>

function toParts(parts: DateParts, shown: Shown): CardDateParts {
  const { day, date, month } = dayTexts(parts)
  return {
    time: shown.time ? parts.time : '',
    day: shown.day ? day : '',
    date: shown.date ? date : '',
    month: shown.month ? month : '',
  }
}

/**
 * As saved, in whatever language. Where parts are missing, or another day's than the one that was picked (1.3 west of
 * Greenwich saved "Sun 8 Mar" for 9 March: collections-1.3 §3.2 B22), they are those of the picked day.
 */
function dayTexts(parts: DateParts): Pick<CardDateParts, 'day' | 'date' | 'month'> {
  const picked = parseDay(parts.calendarDate)
  if (picked === undefined) return parts
  const { month, date } = toCalendarDay(picked)
  const derived = { day: weekdayName(picked, 'short'), date: String(date), month: monthName(month, 'short') }
  if (parts.date !== '' && Number(parts.date) !== date) return derived
  return { day: parts.day || derived.day, date: parts.date || derived.date, month: parts.month || derived.month }
}

function isEmpty({ time, day, date, month }: CardDateParts): boolean {
  return `${time}${day}${date}${month}` === ''
}
