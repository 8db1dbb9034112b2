import type { AccountId, CourseId, TermId } from '@recourse/core'
import * as z from 'zod/mini'
import { accountId, courseId, termId } from './ids.ts'
import { type Instant, instant, or, orNull } from './optional.ts'
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

const wireCourse = z.object({
  id: courseId,
  name: z.string(),
  course_code: orNull(z.string()),
  account_id: orNull(accountId),
  root_account_id: orNull(accountId),
  enrollment_term_id: orNull(termId),
  workflow_state: z.string(),
  start_at: orNull(instant),
  end_at: orNull(instant),
  restrict_enrollments_to_course_dates: or(z.boolean(), false),
  created_at: orNull(instant),
  default_view: orNull(z.string()),
  sis_course_id: orNull(z.string()),
  time_zone: orNull(z.string()),
  blueprint: or(z.boolean(), false),
  term: orNull(term),
  image_download_url: orNull(z.string()),
  enrollments: or(z.array(z.object({ type: z.string() })), []),
})

function toCourse(wire: z.infer<typeof wireCourse>): Course {
  return {
    id: wire.id,
    name: wire.name,
    courseCode: wire.course_code,
    accountId: wire.account_id,
    rootAccountId: wire.root_account_id,
    termId: wire.enrollment_term_id,
    workflowState: wire.workflow_state,
    startAt: wire.start_at,
    endAt: wire.end_at,
    restrictEnrollmentsToCourseDates: wire.restrict_enrollments_to_course_dates,
    createdAt: wire.created_at,
    defaultView: wire.default_view,
    sisCourseId: wire.sis_course_id,
    timeZone: wire.time_zone,
    isBlueprint: wire.blueprint,
    term: wire.term,
    imageUrl: wire.image_download_url,
    enrollmentTypes: wire.enrollments.map(each => each.type),
  }
}

export const course: z.ZodMiniType<Course> = z.pipe(wireCourse, z.transform(toCourse))

/** A row that Canvas cuts down to its id, because the dates of the course keep the caller out. */
const restricted = z.object({ id: courseId, access_restricted_by_date: z.literal(true) })

/** A course, or `null` where its dates keep the caller out. */
export const courseOrRestricted: z.ZodMiniType<Course | null> = z.union([
  course,
  z.pipe(
    restricted,
    z.transform(() => null),
  ),
])

export const permissions = z.record(z.string(), z.boolean())

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
