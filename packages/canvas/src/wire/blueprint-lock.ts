import * as z from 'zod/mini'
import { or } from './optional.ts'

/** How a blueprint holds a page or a file. */
export interface BlueprintLock {
  /** Of the blueprint course itself, or of a course that follows one. */
  readonly role: 'master' | 'child'
  readonly isLocked: boolean
  /** What is locked: `content`, `points`, `due_dates`, `availability_dates`, `settings`, … */
  readonly lockedAspects: readonly string[]
}

/** Keys that Canvas merges into the JSON of pages, files, … of blueprint courses. */
export const blueprintLock = {
  is_master_course_master_content: or(z.boolean(), false),
  is_master_course_child_content: or(z.boolean(), false),
  restricted_by_master_course: or(z.boolean(), false),
  master_course_restrictions: or(z.record(z.string(), z.unknown()), {}),
}

const fields = z.object(blueprintLock)

export function toBlueprintLock(wire: z.infer<typeof fields>): BlueprintLock | null {
  const isMaster = wire.is_master_course_master_content
  if (!isMaster && !wire.is_master_course_child_content) return null
  return {
    role: isMaster ? 'master' : 'child',
    isLocked: wire.restricted_by_master_course,
    lockedAspects: Object.keys(wire.master_course_restrictions).filter(
      aspect => wire.master_course_restrictions[aspect] === true,
    ),
  }
}
