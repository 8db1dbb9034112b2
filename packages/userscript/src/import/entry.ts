import type { ImportFacts, ImportStamp, NothingPlan } from '@recourse/core'
import type { Phase } from './import-state.ts'

/** How an import shows itself when a page opens: by itself, as a slim bar, or not at all (design *The dialog*). */
export type Entry = 'dialog' | 'bar' | 'none'

/**
 * The dialog opens by itself once per person and copy, for people who may edit pages. A course without Collections
 * never hears of us, also while Canvas copies into it.
 */
export function chooseEntry(phase: Phase, facts: ImportFacts | null, isSeen: (key: string) => boolean): Entry {
  if (facts === null) return 'none'
  const key = visitKey(facts)
  const opensItself = facts.rights.editPages && !isSeen(key)
  switch (phase.kind) {
    case 'ready':
    case 'stuck':
      return opensItself ? 'dialog' : 'bar'
    case 'copying':
      if (facts.candidates.length === 0) return 'none'
      return opensItself ? 'dialog' : 'bar'
    case 'nothing':
      return facts.rights.editPages && hasNews(phase.plan, facts) && !isSeen(key) ? 'bar' : 'none'
    case 'failed':
    case 'reading':
    case 'working':
    case 'done':
    case 'refused':
      return 'none'
    default:
      return phase satisfies never
  }
}

/** Recourse wrote this course's own page, be it an empty one, or keeps something that has a module now. */
function hasNews({ why, page, parked }: NothingPlan, { course }: ImportFacts): boolean {
  const read = page?.reading.ok === true ? page.reading.page : null
  const isWritten = read !== null && read.courseId === course.id && read.configuration.imported !== null
  return isWritten || (why === 'already-here' && parked.some(({ offer }) => offer !== null))
}

/** The same until another copy (or another import) puts something else in its place. */
export function visitKey({ course, candidates, records }: ImportFacts): string {
  const states = candidates.map(({ pageId, reading, updatedAt }) => {
    const page = reading.ok ? reading.page : null
    const stamp = stampWords(page?.configuration.imported ?? null)
    return `${pageId}:${page === null ? updatedAt : (page.courseId ?? '')}${stamp}`
  })
  const copies = records.filter(({ toCourseId }) => toCourseId === course.id).map(({ finishedAt }) => finishedAt ?? '')
  // Canvas's times are whole seconds: two copies may end in one.
  return `recourse-${course.id}-${states.join(',')}-${copies.length}-${copies.toSorted().at(-1) ?? ''}`
}

/** What was chosen about one copy says nothing about the next. */
export function isAnotherCopy(before: ImportFacts | null, now: ImportFacts): boolean {
  return before === null || before.copying !== null || visitKey(before) !== visitKey(now)
}

function stampWords(stamp: ImportStamp | null): string {
  return stamp === null ? '' : `@${stamp.at}`
}
