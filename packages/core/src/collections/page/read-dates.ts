import { blankDate } from '../configuration/blank-entry.ts'
import type { CardDate, DateParts, DateShow } from '../configuration/configuration.ts'
import type { JsonObject } from '../configuration/json.ts'
import { pathOf } from './page-notes.ts'
import { type Fields, readFields } from './read-fields.ts'

/** `date` of an entry; 1.3 crashes where it is not an object (collections-1.3 §2.4). */
export function readCardDate(entry: Fields): CardDate {
  const wire = entry.object('date')
  if (wire === null) return blankDate
  const fields = readFields(wire, pathOf(entry.path, 'date'), entry.notes)
  const label = fields.text('label')
  const to = fields.object('to')
  const toParts = to === null ? blankDate.to : readParts(readFields(to, pathOf(fields.path, 'to'), entry.notes))
  return { label, ...readParts(fields), to: toParts }
}

/** What 1.3's loader supplies where there is no `dateShow` (collections-1.3 §2.4): it forgets the months. */
export const loaderDateShow: DateShow = { ...allFlags(() => true), month: false, toMonth: false }

/** What is shown, and what stood in `dateShow` besides. */
export function readDateShow(entry: Fields): { readonly dateShow: DateShow; readonly rest: JsonObject } {
  const hidden = entry.object('dateHide')
  const shown = entry.object('dateShow')
  if (hidden !== null) noteDateHide(entry, shown === null)
  if (shown === null) return { dateShow: hidden === null ? loaderDateShow : unhidden(hidden, entry), rest: {} }
  const fields = readFields(shown, pathOf(entry.path, 'dateShow'), entry.notes)
  return { dateShow: allFlags(flag => fields.flag(flag)), rest: fields.rest() }
}

/** Only what was hidden on purpose: 1.3 hides what `dateHide` does not name as well, so that dates vanish (collections-1.3 §2.5). */
function unhidden(hidden: JsonObject, entry: Fields): DateShow {
  const fields = readFields(hidden, pathOf(entry.path, 'dateHide'), entry.notes)
  return { ...allFlags(flag => !fields.flag(flag)), label: true }
}

function noteDateHide({ path, notes }: Fields, counts: boolean): void {
  const text = counts ? 'What it hides is now said by “dateShow”.' : 'Left out: “dateShow” is there and counts.'
  notes.upgrade(pathOf(path, 'dateHide'), text)
}

function readParts(fields: Fields): DateParts {
  return {
    day: fields.text('day'),
    week: fields.text('week'),
    time: fields.text('time'),
    date: fields.text('date'),
    month: fields.text('month'),
    year: fields.text('year'),
    calendarDate: readCalendarDate(fields),
    rest: fields.rest(),
  }
}

/** Older pages hold `2022-03-5`. */
function readCalendarDate(fields: Fields): string {
  const text = fields.text('calendarDate')
  const padded = text.replace(/^(\d{4})-(\d{1,2})-(\d{1,2})$/, (_, year: string, month: string, day: string) =>
    [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
  )
  if (padded !== text) fields.notes.upgrade(pathOf(fields.path, 'calendarDate'), `${text} became ${padded}.`)
  return padded
}

function allFlags(isShown: (flag: keyof DateShow) => boolean): DateShow {
  return {
    label: isShown('label'),
    day: isShown('day'),
    week: isShown('week'),
    time: isShown('time'),
    month: isShown('month'),
    date: isShown('date'),
    toDay: isShown('toDay'),
    toWeek: isShown('toWeek'),
    toTime: isShown('toTime'),
    toMonth: isShown('toMonth'),
    toDate: isShown('toDate'),
  }
}
