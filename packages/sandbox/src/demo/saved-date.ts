import type { SavedDate, SavedDateParts } from './saved-configuration.ts'

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const noParts: SavedDateParts = { day: '', week: '', time: '', date: '', month: '', year: '', calendarDate: '' }

/** A card without a date. */
export const noDate: SavedDate = { label: '', ...noParts, to: noParts }

/** The date of a card as the Dates tab fills it from a day (`2026-03-09`) and a time, `''` for none. */
export function savedDate(label: string, from: DayAndTime, to?: DayAndTime): SavedDate {
  return { label, ...savedParts(from), to: to ? savedParts(to) : noParts }
}

export type DayAndTime = readonly [day: string, time?: string]

function savedParts([calendarDate, time = '']: DayAndTime): SavedDateParts {
  const day = new Date(`${calendarDate}T00:00:00Z`)
  return {
    day: weekdays[day.getUTCDay()] ?? '',
    week: '',
    time,
    date: String(day.getUTCDate()),
    month: months[day.getUTCMonth()] ?? '',
    year: String(day.getUTCFullYear()),
    calendarDate,
  }
}

/** Every part shown, as for a new module. */
export const showAll = {
  label: true,
  day: true,
  time: true,
  month: true,
  date: true,
  toDay: true,
  toTime: true,
  toMonth: true,
  toDate: true,
}
