import { blankDate } from '../configuration/blank-entry.ts'
import {
  type CardDate,
  type DateParts,
  type DateShow,
  dateShowFlags,
  type ModuleEntry,
} from '../configuration/configuration.ts'
import { isJsonObject, ownValue } from '../configuration/json.ts'
import { loaderDateShow } from './read-dates.ts'
import { unclaimed, unless, type Writing } from './write-rest.ts'

/** Texts of a date, as far as every version knows them. */
const textKeys = ['day', 'week', 'time', 'date', 'month', 'year', 'calendarDate'] as const

const partKeys = ['label', 'to', ...textKeys] as const

/** `date` of an entry, omitted where 1.3's loader supplies just that (collections-1.3 §2.4): the whole skeleton, so that no version meets a missing part. */
export function writeDate({ date }: ModuleEntry): Writing | undefined {
  return isBlankDate(date) ? undefined : { label: date.label, ...writeParts(date), to: writeParts(date.to) }
}

/** `dateShow` of an entry, omitted likewise. */
export function writeDateShow({ dateShow, rest }: ModuleEntry): Writing | undefined {
  const unknownFlags = ownValue(rest, 'dateShow')
  if (isJsonObject(unknownFlags)) return { ...trueFlags(dateShow), ...unknownFlags }
  return isSupplied(dateShow) ? undefined : trueFlags(dateShow)
}

export function isBlankDate(date: CardDate): boolean {
  return date === blankDate || (date.label === '' && isBlank(date) && isBlank(date.to))
}

/** `calendarDate` only where there is one, as in 1.3. */
function writeParts({ day, week, time, date, month, year, calendarDate, rest }: DateParts): Writing {
  return { day, week, time, date, month, year, calendarDate: unless(calendarDate, ''), ...unclaimed(rest, partKeys) }
}

function isBlank(parts: DateParts): boolean {
  return textKeys.every(key => parts[key] === '') && Object.keys(parts.rest).length === 0
}

function isSupplied(dateShow: DateShow): boolean {
  return dateShow === loaderDateShow || dateShowFlags.every(flag => dateShow[flag] === loaderDateShow[flag])
}

function trueFlags(dateShow: DateShow): Writing {
  return {
    label: unless(dateShow.label, false),
    day: unless(dateShow.day, false),
    week: unless(dateShow.week, false),
    time: unless(dateShow.time, false),
    month: unless(dateShow.month, false),
    date: unless(dateShow.date, false),
    toDay: unless(dateShow.toDay, false),
    toWeek: unless(dateShow.toWeek, false),
    toTime: unless(dateShow.toTime, false),
    toMonth: unless(dateShow.toMonth, false),
    toDate: unless(dateShow.toDate, false),
  }
}
