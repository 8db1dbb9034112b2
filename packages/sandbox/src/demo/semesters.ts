import type { DateShift } from '@recourse/canvas'
import type { Term } from '../model.ts'
import { createTerm } from '../people.ts'
import type { World } from '../world.ts'

export interface Semesters {
  readonly first: Term
  readonly second: Term
}

/** Two semesters, 26 weeks apart: Mondays to Fridays. */
const days = {
  first: ['2026-02-23', '2026-06-05'],
  second: ['2026-08-24', '2026-12-04'],
} as const

export function createSemesters(world: World): Semesters {
  const [firstStart, firstEnd] = days.first
  const [secondStart, secondEnd] = days.second
  return {
    first: createTerm(world, {
      name: 'Semester 1 2026',
      sisTermId: '2026-S1',
      startAt: toStart(firstStart),
      endAt: toEnd(firstEnd),
    }),
    second: createTerm(world, {
      name: 'Semester 2 2026',
      sisTermId: '2026-S2',
      startAt: toStart(secondStart),
      endAt: toEnd(secondEnd),
    }),
  }
}

export const firstSemester = { startAt: toStart(days.first[0]), endAt: toEnd(days.first[1]) }

/** What somebody who copies with care asks Canvas for. */
export const toSecondSemester: DateShift = {
  kind: 'shift',
  oldStart: days.first[0],
  oldEnd: days.first[1],
  newStart: days.second[0],
  newEnd: days.second[1],
}

function toStart(day: string): string {
  return `${day}T00:00:00Z`
}

function toEnd(day: string): string {
  return `${day}T23:59:59Z`
}
