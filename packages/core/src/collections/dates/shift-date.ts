import type { CardDate, DateParts } from '../configuration/configuration.ts'
import type { DatePlan } from '../import/plan-rows.ts'
import { formatDay, monthName, toCalendarDay, weekdayName } from './calendar.ts'
import { dayOf, isDated } from './plan-dates.ts'

const shortLength = 3

/**
 * A card's date after the plan's choice. Parts that were empty stay empty, names keep their form ("Mon", "Monday"),
 * a day that cannot be read stays as it is; *clear* takes the label away too, because "Due" alone says nothing.
 */
export function shiftDate(date: CardDate, { act, days }: Pick<DatePlan, 'act' | 'days'>): CardDate {
  if (act === 'keep' || (act === 'shift' && days === 0)) return date
  if (act === 'clear') return { ...clearParts(date), label: '', to: clearParts(date.to) }
  return { ...date, ...shiftParts(date, days), to: shiftParts(date.to, days) }
}

function clearParts({ rest }: DateParts): DateParts {
  return { day: '', week: '', time: '', date: '', month: '', year: '', calendarDate: '', rest }
}

function shiftParts(parts: DateParts, days: number): DateParts {
  const old = dayOf(parts)
  if (!isDated(parts) || old === undefined) return parts
  const { week, time, rest } = parts
  const { year, month, date } = toCalendarDay(old + days)
  return {
    day: ifPresent(parts.day, weekdayName(old + days, formOf(parts.day))),
    date: ifPresent(parts.date, String(date)),
    month: ifPresent(parts.month, monthName(month, formOf(parts.month))),
    year: ifPresent(parts.year, String(year)),
    calendarDate: ifPresent(parts.calendarDate, formatDay(old + days)),
    week,
    time,
    rest,
  }
}

function ifPresent(old: string, now: string): string {
  return old === '' ? '' : now
}

function formOf(name: string): 'short' | 'long' {
  return name.length > shortLength ? 'long' : 'short'
}
