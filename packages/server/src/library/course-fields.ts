import { cleanText, requireName } from './clean-text.ts'
import { Refused } from './refusal.ts'

/** What a course has of its own besides what it holds. */
export interface CourseFields {
  readonly title: string
  readonly description: string
  readonly playerLayout: string
  readonly passingMark: number | null
  /** Size, categories, cover, settings for publishing. */
  readonly details: object
}

/** Those given, as they may be kept. */
export function requireFields(fields: Partial<CourseFields>): Partial<CourseFields> {
  const { title, description, playerLayout, passingMark, details } = fields
  if (passingMark !== undefined) requireMark(passingMark)
  return {
    ...(title === undefined ? {} : { title: requireName(title) }),
    ...(description === undefined ? {} : { description: cleanText(description) }),
    ...(playerLayout === undefined ? {} : { playerLayout: requireName(playerLayout) }),
    ...(passingMark === undefined ? {} : { passingMark }),
    ...(details === undefined ? {} : { details }),
  }
}

function requireMark(mark: number | null): void {
  if (mark === null || (Number.isInteger(mark) && mark >= 0 && mark <= 100)) return
  throw new Refused('invalid', 'A passing mark is a whole number from 0 to 100, or none.')
}
