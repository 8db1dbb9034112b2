import {
  type CardDate,
  type DateParts,
  type DateShow,
  dateShowFlags,
  type ModuleEntry,
} from '../configuration/configuration.ts'
import { isJsonObject, type JsonObject, ownValue } from '../configuration/json.ts'
import { loaderDateShow } from './read-dates.ts'
import { unclaimed } from './write-rest.ts'

/** `date` and `dateShow` of an entry; each omitted where 1.3's loader supplies just that (collections-1.3 §2.4). */
export function writeDates({ date, dateShow, rest }: ModuleEntry): JsonObject {
  const unknownFlags = ownValue(rest, 'dateShow')
  const isSupplied = !isJsonObject(unknownFlags) && dateShowFlags.every(flag => dateShow[flag] === loaderDateShow[flag])
  return {
    ...(isBlankDate(date) ? {} : { date: writeDate(date) }),
    ...(isSupplied
      ? {}
      : { dateShow: { ...trueFlags(dateShow), ...(isJsonObject(unknownFlags) ? unknownFlags : {}) } }),
  }
}

export function isBlankDate({ label, to, ...parts }: CardDate): boolean {
  return label === '' && isBlank(parts) && isBlank(to)
}

/** The whole skeleton, so that no version meets a missing part; `calendarDate` only where there is one, as in 1.3. */
function writeDate({ label, to, ...parts }: CardDate): JsonObject {
  return { label, ...writeParts(parts), to: writeParts(to) }
}

function writeParts({ day, week, time, date, month, year, calendarDate, rest }: DateParts): JsonObject {
  const known = { day, week, time, date, month, year, ...(calendarDate === '' ? {} : { calendarDate }) }
  return { ...known, ...unclaimed(rest, ['label', 'to', 'calendarDate', ...Object.keys(known)]) }
}

function isBlank({ rest, ...texts }: DateParts): boolean {
  return Object.keys(rest).length === 0 && Object.values(texts).every(text => text === '')
}

function trueFlags(dateShow: DateShow): JsonObject {
  return Object.fromEntries(dateShowFlags.filter(flag => dateShow[flag]).map(flag => [flag, true]))
}
