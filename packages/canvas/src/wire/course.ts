import type { AccountId, CourseId, TermId } from '@recourse/core'
import { accountId, courseId, termId } from './ids.ts'
import { type Instant, instant } from './instant.ts'
import { array, boolean, either, map, named, object, or, orNull, record, type Shape, string, where } from './shape.ts'
import { type Term, term } from './term.ts'

export interface Course {
  readonly id: CourseId
  readonly name: string
  readonly courseCode: string | null
  readonly accountId: AccountId | null
  readonly rootAccountId: AccountId | null
  readonly termId: TermId | null
  /** `unpublished`, `available`, `completed` or `deleted`. */
  readonly workflowState: string
  /** Honoured by Canvas only with `restrictEnrollmentsToCourseDates`. */
  readonly startAt: Instant | null
  readonly endAt: Instant | null
  readonly restrictEnrollmentsToCourseDates: boolean
  readonly createdAt: Instant | null
  /** The home page: `feed`, `wiki`, `modules`, `syllabus` or `assignments`. */
  readonly defaultView: string | null
  /** Only for those who may see SIS data. */
  readonly sisCourseId: string | null
  readonly timeZone: string | null
  readonly isBlueprint: boolean
  /** `null` unless asked for (`include: ['term']`). */
  readonly term: Term | null
  /** `null` unless asked for (`include: ['course_image']`), or where the course has none. */
  readonly imageUrl: string | null
  /** The enrolment types of the caller in this course (`teacher`, `ta`, `designer`, `student`, `observer`). */
  readonly enrollmentTypes: readonly string[]
}

export const course: Shape<Course> = object({
  id: courseId,
  name: string,
  courseCode: orNull(string),
  accountId: orNull(accountId),
  rootAccountId: orNull(accountId),
  termId: named('enrollment_term_id', orNull(termId)),
  workflowState: string,
  startAt: orNull(instant),
  endAt: orNull(instant),
  restrictEnrollmentsToCourseDates: or(boolean, false),
  createdAt: orNull(instant),
  defaultView: orNull(string),
  sisCourseId: orNull(string),
  timeZone: orNull(string),
  isBlueprint: named('blueprint', or(boolean, false)),
  term: orNull(term),
  imageUrl: named('image_download_url', orNull(string)),
  enrollmentTypes: named('enrollments', or(array(map(object({ type: string }), ({ type }) => type)), [])),
})

/** A row that Canvas cuts down to its id, because the dates of the course keep the caller out. */
const restricted = object({ id: courseId, accessRestrictedByDate: where(boolean, 'true', is => is) })

/** A course, or `null` where its dates keep the caller out. */
export const courseOrRestricted: Shape<Course | null> = either(
  course,
  map(restricted, () => null),
)

export const permissions = record(boolean)

/** What can be set on a course. An absent key is left as it is; `null` clears. */
export interface CourseInput {
  readonly name?: string
  readonly courseCode?: string
  readonly termId?: TermId
  readonly startAt?: Instant | null
  readonly endAt?: Instant | null
  readonly restrictEnrollmentsToCourseDates?: boolean
  readonly defaultView?: 'feed' | 'wiki' | 'modules' | 'syllabus' | 'assignments'
  readonly sisCourseId?: string
  readonly timeZone?: string
  readonly isBlueprint?: boolean
  /** `claim` unpublishes, `offer` publishes; update only. */
  readonly event?: 'claim' | 'offer' | 'conclude' | 'delete' | 'undelete'
}

export function courseBody(input: CourseInput): unknown {
  return {
    course: {
      name: input.name,
      course_code: input.courseCode,
      term_id: input.termId,
      start_at: input.startAt,
      end_at: input.endAt,
      restrict_enrollments_to_course_dates: input.restrictEnrollmentsToCourseDates,
      default_view: input.defaultView,
      sis_course_id: input.sisCourseId,
      time_zone: input.timeZone,
      blueprint: input.isBlueprint,
      event: input.event,
    },
  }
}
