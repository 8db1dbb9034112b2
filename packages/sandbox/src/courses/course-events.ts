import type { Course } from '../model.ts'

/** The state a course is in after each event (Canvas's API form of the states). */
export const STATE_AFTER = {
  claim: 'unpublished',
  offer: 'available',
  conclude: 'completed',
  delete: 'deleted',
  undelete: 'unpublished',
} as const satisfies Record<string, Course['workflowState']>

export type CourseEvent = keyof typeof STATE_AFTER

/** The event of this name, if there is one. */
export function findEvent(name: string | undefined): CourseEvent | undefined {
  return Object.keys(STATE_AFTER).find((event): event is CourseEvent => event === name)
}
