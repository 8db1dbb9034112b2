import { type Columns, refuseLocked } from '../blueprint/row-lock.ts'
import type { Call } from '../http/call.ts'
import { invalid } from '../http/errors.ts'
import { emptyParams, type Params } from '../http/params.ts'
import { decimal, flag, instant, integer, list, nested, param, presentText, text } from '../http/reading.ts'
import type { Activity, ModuleItemType } from '../model.ts'
import { toStoredBody } from '../pages/page-body.ts'
import type { World } from '../world.ts'
import { findGroup, placeLast } from './assignment-groups.ts'
import { isGradedQuiz, setGraded } from './graded.ts'

/** How each kind is spelled in the API. */
export interface ActivityForm {
  readonly kind: Activity['kind']
  readonly path: 'assignments' | 'discussion_topics' | 'quizzes'
  readonly itemType: ModuleItemType
  /** The object its fields are sent in; discussion fields come bare. */
  readonly param: string | undefined
  readonly title: string
  readonly body: string
  /** Canvas answers 201 for a new assignment, 200 for the others. */
  readonly createdStatus: number
  /** Fields that are read back as they were given, each as what it is. */
  readonly plain: Readonly<Record<string, Read>>
}

type Read = (params: Params, name: string) => unknown

export const FORMS: readonly ActivityForm[] = [
  {
    kind: 'assignment',
    path: 'assignments',
    itemType: 'Assignment',
    param: 'assignment',
    title: 'name',
    body: 'description',
    createdStatus: 201,
    plain: {
      submission_types: listed,
      grading_type: text,
      position: integer,
      allowed_attempts: integer,
      omit_from_final_grade: flag,
      peer_reviews: flag,
      anonymous_grading: flag,
      grade_group_students_individually: flag,
      allowed_extensions: listed,
    },
  },
  {
    kind: 'discussion_topic',
    path: 'discussion_topics',
    itemType: 'Discussion',
    param: undefined,
    title: 'title',
    body: 'message',
    createdStatus: 200,
    plain: {
      discussion_type: text,
      require_initial_post: flag,
      pinned: flag,
      locked: flag,
      allow_rating: flag,
      only_graders_can_rate: flag,
      sort_by_rating: flag,
    },
  },
  {
    kind: 'quiz',
    path: 'quizzes',
    itemType: 'Quiz',
    param: 'quiz',
    title: 'title',
    body: 'description',
    createdStatus: 200,
    plain: {
      quiz_type: text,
      time_limit: decimal,
      shuffle_answers: flag,
      allowed_attempts: integer,
      scoring_policy: text,
      one_question_at_a_time: flag,
      cant_go_back: flag,
      show_correct_answers: flag,
      hide_results: text,
      access_code: text,
      ip_filter: text,
    },
  },
]

/** Announcements are spelled as discussions. */
function formOf(kind: Activity['kind']): ActivityForm {
  const form = FORMS.find(one => one.kind === (kind === 'announcement' ? 'discussion_topic' : kind))
  if (form === undefined) throw new Error(`No form for ${kind}.`)
  return form
}

function listed(params: Params, name: string): readonly string[] | undefined {
  return param(params, name) === undefined ? undefined : list(params, name)
}

/** The fields that a kind keeps as they come, each as what it is; what was not sent is not there. */
function readPlain(form: ActivityForm, params: Params): Record<string, unknown> {
  const values = Object.entries(form.plain).map(([name, read]) => [name, read(params, name)] as const)
  return Object.fromEntries(values.filter(([, value]) => value !== undefined))
}

/** The same out of a package, where everything is text and lists stand with commas. */
export function readPackagedPlain(
  kind: Activity['kind'],
  settings: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const form = formOf(kind)
  const params = emptyParams()
  for (const [name, value] of settings) params[name] = form.plain[name] === listed ? value.split(',') : value
  return readPlain(form, params)
}

/** An unpublished row with nothing in it; not yet among the rows. */
export function createActivity(world: World, courseId: number, kind: Activity['kind']): Activity {
  const now = world.nowIso()
  return {
    id: world.nextId('activities'),
    courseId,
    migrationId: null,
    createdAt: now,
    updatedAt: now,
    kind,
    title: '',
    body: null,
    state: kind === 'announcement' ? 'active' : 'unpublished',
    dueAt: null,
    unlockAt: null,
    lockAt: null,
    pointsPossible: null,
    assignmentGroupId: null,
    assignment: null,
    settings: {},
    questions: [],
    blueprintLock: null,
  }
}

/** Writes what a create or update says; throws before anything is changed. */
export function setActivityFields(call: Call, row: Activity, form: ActivityForm): void {
  const params = form.param === undefined ? call.params : (nested(call.params, form.param) ?? {})
  const title = presentText(params, form.title) ?? (row.title || 'No Title')
  if (title.length > 255) throw invalid(form.title, 'is too long (maximum is 255 characters)', 'too_long')
  const draft = { ...row, title, body: bodyAsked(call, row, text(params, form.body)) }
  setDates(draft, params, form)
  setPoints(call.world, draft, params)
  setPlain(draft, form, params)
  const published = flag(params, 'published')
  if (published !== undefined) draft.state = published ? 'active' : 'unpublished'
  if (draft.kind === 'quiz') setGraded(call.world, draft, isGradedQuiz(draft.settings))
  const assignment = form.kind === 'discussion_topic' ? nested(params, 'assignment') : undefined
  if (assignment !== undefined) setTopicAssignment(call.world, draft, assignment)
  refuseLocked(row, lockedColumns(row, form), lockedColumns(draft, form))
  placeLast(call.world, draft)
  Object.assign(row, draft, { updatedAt: call.world.nowIso() })
}

/** In the form of the assignments API a quiz or discussion keeps what is its assignment's alone. */
function setPlain(draft: Activity, form: ActivityForm, params: Params): void {
  const plain = readPlain(form, params)
  if (draft.assignment !== null && form.kind === 'assignment')
    draft.assignment = { ...draft.assignment, settings: { ...draft.assignment.settings, ...plain } }
  else draft.settings = { ...draft.settings, ...plain }
}

function setPoints(world: World, draft: Activity, params: Params): void {
  const points = decimal(params, 'points_possible')
  if (points !== undefined) draft.pointsPossible = points
  draft.assignmentGroupId =
    findGroup(world, draft.courseId, integer(params, 'assignment_group_id'))?.id ?? draft.assignmentGroupId
}

/** `assignment[…]` of a discussion makes it count (Canvas: "Discussion Topics" API, `assignment`). */
function setTopicAssignment(world: World, draft: Activity, params: Params): void {
  const form = formOf('assignment')
  const isToCount = flag(params, 'set_assignment') !== false && draft.kind === 'discussion_topic'
  setGraded(world, draft, isToCount)
  if (!isToCount) return
  setDates(draft, params, form)
  setPoints(world, draft, params)
  setPlain(draft, form, params)
}

/** Which columns a blueprint's lock holds, by its kind (canvas-lms restrictor.rb, `restrict_assignment_columns`). */
function lockedColumns(
  { title, body, pointsPossible, dueAt, unlockAt, lockAt }: Activity,
  form: ActivityForm,
): Columns {
  const content = { title, [form.body]: body }
  if (form.kind === 'discussion_topic')
    return { content, availability_dates: { delayed_post_at: unlockAt, lock_at: lockAt } }
  return {
    content,
    points: { points_possible: pointsPossible },
    due_dates: { due_at: dueAt },
    availability_dates: { unlock_at: unlockAt, lock_at: lockAt },
  }
}

function bodyAsked(call: Call, row: Activity, sent: string | null | undefined): string | null {
  if (sent === undefined) return row.body
  return sent === null ? null : toStoredBody(call, row.courseId, sent)
}

function setDates(row: Activity, params: Params, form: ActivityForm): void {
  const dueAt = instant(params, form.kind === 'discussion_topic' ? 'todo_date' : 'due_at')
  const unlockAt =
    instant(params, form.kind === 'discussion_topic' ? 'delayed_post_at' : 'unlock_at') ?? instant(params, 'unlock_at')
  const lockAt = instant(params, 'lock_at')
  if (dueAt !== undefined) row.dueAt = dueAt
  if (unlockAt !== undefined) row.unlockAt = unlockAt
  if (lockAt !== undefined) row.lockAt = lockAt
}
