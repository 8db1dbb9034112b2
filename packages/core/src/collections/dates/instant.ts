import { parseDay } from './calendar.ts'

const secondsPerDay = 86_400

/** Seconds since 1970 of an ISO-8601 instant (`2026-02-23T14:00:00Z`, any offset); `undefined` for other text. */
export function parseInstant(text: string): number | undefined {
  const [, day, hours, minutes, seconds, zone] =
    /^([\d-]+)T(\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})$/.exec(text) ?? []
  const dayNumber = parseDay(day ?? '')
  if (dayNumber === undefined || zone === undefined) return undefined
  return (
    dayNumber * secondsPerDay + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0) - offsetSeconds(zone)
  )
}

function offsetSeconds(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? []
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60)
}
