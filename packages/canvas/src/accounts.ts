import type { AccountId, TermId } from '@recourse/core'
import type { Canvas } from './canvas.ts'
import { apiPath } from './http/api-path.ts'
import { readAll, readOne, readPages } from './http/listing.ts'
import type { CallOptions, CanvasRequest } from './http/request.ts'
import { type Account, account } from './wire/account.ts'
import { type Course, type CourseInput, course, courseBody } from './wire/course.ts'
import type { Instant } from './wire/instant.ts'
import { array } from './wire/shape.ts'
import { type Term, termPage } from './wire/term.ts'

/** The accounts the caller administers, by id; empty for anyone else. */
export function listAccounts(canvas: Canvas, options?: CallOptions): Promise<readonly Account[]> {
  return readAll(canvas, array(account), { url: apiPath`/accounts`, task: 'list your accounts', options })
}

/** Which courses of an account; an absent key does not filter. Several keys narrow down. */
export interface AccountCourseFilter {
  /** Name, code, id or SIS id; Canvas wants at least 3 characters. */
  readonly searchTerm?: string
  /** An id, or `sis_term_id:…`. */
  readonly termId?: TermId
  /** Default: all but deleted. */
  readonly states?: readonly ('created' | 'claimed' | 'available' | 'completed' | 'deleted' | 'all')[]
  readonly isPublished?: boolean
  readonly isBlueprint?: boolean
  readonly followsBlueprint?: boolean
  readonly hasEnrollments?: boolean
  readonly bySubaccounts?: readonly AccountId[]
  readonly startsBefore?: Instant
  readonly endsAfter?: Instant
}

/**
 * The courses of an account and those below it, by id, with their terms, page by page as they come: an account may
 * hold 100,000. Needs the right to read course lists (canvas-api §2.10).
 */
export function eachAccountCoursePage(
  canvas: Canvas,
  accountId: AccountId,
  filter: AccountCourseFilter = {},
  options?: CallOptions,
): AsyncGenerator<readonly Course[], void, undefined> {
  return readPages(canvas, array(course), accountCoursesRequest(accountId, filter, options))
}

/** All of `eachAccountCoursePage` in one list. */
export function listAccountCourses(
  canvas: Canvas,
  accountId: AccountId,
  filter: AccountCourseFilter = {},
  options?: CallOptions,
): Promise<readonly Course[]> {
  return readAll(canvas, array(course), accountCoursesRequest(accountId, filter, options))
}

function accountCoursesRequest(
  accountId: AccountId,
  filter: AccountCourseFilter,
  options: CallOptions | undefined,
): CanvasRequest {
  const query = {
    include: ['term'],
    search_term: filter.searchTerm,
    enrollment_term_id: filter.termId,
    state: filter.states,
    published: filter.isPublished,
    blueprint: filter.isBlueprint,
    blueprint_associated: filter.followsBlueprint,
    with_enrollments: filter.hasEnrollments,
    by_subaccounts: filter.bySubaccounts,
    starts_before: filter.startsBefore,
    ends_after: filter.endsAfter,
  }
  const task = `list the courses of account ${accountId}`
  return { url: apiPath`/accounts/${accountId}/courses`, query, task, options }
}

/** A new, unpublished course in an account; the caller is not enrolled. */
export function createCourse(
  canvas: Canvas,
  accountId: AccountId,
  input: CourseInput & { readonly name: string },
  options?: CallOptions,
): Promise<Course> {
  return readOne(canvas, course, {
    method: 'POST',
    url: apiPath`/accounts/${accountId}/courses`,
    body: courseBody(input),
    task: `create a course in account ${accountId}`,
    options,
  })
}

/** The active terms of a root account. */
export function listTerms(canvas: Canvas, rootAccountId: AccountId, options?: CallOptions): Promise<readonly Term[]> {
  const task = `list the terms of account ${rootAccountId}`
  return readAll(canvas, termPage, { url: apiPath`/accounts/${rootAccountId}/terms`, task, options })
}
