import type { PageReading } from '../page/page-reading.ts'

/**
 * Do two readings of a page say the same? Compared parsed, not by bytes: Canvas re-serialises a page at every save
 * (canvas-api §3.2). Two unreadable pages are the same when they fail in the same place.
 */
export function sameReading(a: PageReading, b: PageReading): boolean {
  if (!a.ok || !b.ok) return !a.ok && !b.ok && a.where === b.where
  return a.page.courseId === b.page.courseId && isEqual(a.page.configuration, b.page.configuration)
}

/** Deep equality of plain data; the order of an object's keys does not count. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, place) => isEqual(item, b[place]))
  if (!isPlainObject(a) || !isPlainObject(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every(key => Object.hasOwn(b, key) && isEqual(a[key], b[key]))
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
