import type { ParkedEntry } from './configuration.ts'

/** Names one kept-for-later entry among its kind: its key in the course it came from, and when it was kept. */
export function parkedKey({ entry, fromCourseId, parkedAt }: ParkedEntry): string {
  return `${fromCourseId ?? ''}/${entry.key}@${parkedAt}`
}
