import { boolean, map, named, object, or, record, type Shape, unknown } from './shape.ts'

/** How a blueprint holds a page or a file. */
export interface BlueprintLock {
  /** Of the blueprint course itself, or of a course that follows one. */
  readonly role: 'master' | 'child'
  readonly isLocked: boolean
  /** What is locked: `content`, `points`, `due_dates`, `availability_dates`, `settings`, … */
  readonly lockedAspects: readonly string[]
}

/** Out of the keys that Canvas merges into the JSON of pages, files, … of blueprint courses. */
export const blueprintLock: Shape<BlueprintLock | null> = map(
  object({
    isMaster: named('is_master_course_master_content', or(boolean, false)),
    isChild: named('is_master_course_child_content', or(boolean, false)),
    isLocked: named('restricted_by_master_course', or(boolean, false)),
    lockedAspects: named('master_course_restrictions', map(or(record(unknown), {}), namesOfTrue)),
  }),
  ({ isMaster, isChild, ...lock }) => (isMaster || isChild ? { role: isMaster ? 'master' : 'child', ...lock } : null),
)

function namesOfTrue(flags: object): readonly string[] {
  return Object.entries(flags).flatMap(([name, value]) => (value === true ? [name] : []))
}
