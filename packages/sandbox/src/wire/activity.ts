import { groupOf } from '../activities/assignment-groups.ts'
import { isGraded } from '../activities/graded.ts'
import type { Call } from '../http/call.ts'
import type { Activity, Course, GradingAssignment } from '../model.ts'
import { findLock, toLockJson } from '../modules/locks.ts'
import { toShownBody } from '../pages/page-body.ts'
import { can } from '../rights.ts'

/** An assignment, discussion, announcement or quiz: what modules, dates and course copies need of each. */
export function toActivityJson(call: Call, course: Course, activity: Activity): Record<string, unknown> {
  const { kind, assignment } = activity
  const own = toFace(call, course, activity, { kind, id: activity.id, settings: activity.settings })
  if (kind === 'quiz') return { ...own, assignment_id: assignment?.id ?? null }
  if (kind !== 'discussion_topic' || assignment === null) return own
  return { ...own, assignment_id: assignment.id, assignment: toAssignmentFace(call, course, activity, assignment) }
}

/** What counts, as the assignments API shows it: an assignment, or that of a graded quiz or discussion. */
export function toAssignmentJson(call: Call, course: Course, activity: Activity): Record<string, unknown> {
  const { kind, id, assignment } = activity
  if (assignment === null) return toActivityJson(call, course, activity)
  const face = toAssignmentFace(call, course, activity, assignment)
  if (kind === 'quiz') return { ...face, quiz_id: id }
  const topic = toFace(call, course, activity, { kind, id, settings: activity.settings })
  return { ...face, discussion_topic: { ...topic, assignment_id: assignment.id } }
}

function toAssignmentFace(call: Call, course: Course, activity: Activity, { id, settings }: GradingAssignment) {
  const isQuiz = activity.kind === 'quiz'
  return {
    ...toFace(call, course, activity, { kind: 'assignment', id, settings }),
    submission_types: [isQuiz ? 'online_quiz' : 'discussion_topic'],
    is_quiz_assignment: isQuiz,
  }
}

/** What an activity is shown as. */
type Face = Pick<Activity, 'kind' | 'id' | 'settings'>

function toFace(call: Call, course: Course, activity: Activity, { kind, id, settings }: Face): Record<string, unknown> {
  const published = activity.state === 'active'
  const mayEdit = can(call, course, 'manage_course_content_edit')
  return {
    ...DEFAULTS[kind],
    ...(mayEdit ? settings : withoutSecrets(settings)),
    id,
    ...BODIES[kind](activity, toShownBody(call, course.id, activity.body), groupOf(call.world, activity).id),
    created_at: activity.createdAt,
    updated_at: activity.updatedAt,
    unlock_at: activity.unlockAt,
    lock_at: activity.lockAt,
    published,
    ...(mayEdit ? { unpublishable: true } : {}),
    html_url: `${call.origin}/courses/${course.id}/${PATHS[kind]}/${id}`,
    ...toLockJson(findLock(call, course, { table: 'activities', row: activity })),
  }
}

/** The word in web and API addresses. */
export const PATHS = {
  assignment: 'assignments',
  discussion_topic: 'discussion_topics',
  announcement: 'discussion_topics',
  quiz: 'quizzes',
} as const satisfies Record<Activity['kind'], string>

/** A quiz's password and the addresses it may be taken from are its teachers' business. */
function withoutSecrets({ access_code: _code, ip_filter: _addresses, ...open }: Activity['settings']) {
  return open
}

const TOPIC = {
  discussion_type: 'threaded',
  require_initial_post: null,
  user_can_see_posts: true,
  locked: false,
  pinned: false,
  position: null,
  allow_rating: false,
  only_graders_can_rate: false,
  sort_by_rating: false,
  author: {},
  user_name: null,
  last_reply_at: null,
  discussion_subentry_count: 0,
  read_state: 'read',
  unread_count: 0,
  subscribed: false,
  attachments: [],
  group_category_id: null,
  topic_children: [],
  group_topic_children: [],
  root_topic_id: null,
  podcast_url: null,
  podcast_has_student_posts: false,
}

/** What a thing is whose fields nobody has set (Canvas: "Assignments", "Discussion Topics" and "Quizzes" API). */
const DEFAULTS: Readonly<Record<Activity['kind'], Record<string, unknown>>> = {
  assignment: {
    submission_types: ['none'],
    grading_type: 'points',
    position: 1,
    allowed_attempts: -1,
    peer_reviews: false,
    automatic_peer_reviews: false,
    anonymous_grading: false,
    omit_from_final_grade: false,
    grade_group_students_individually: false,
    group_category_id: null,
    has_submitted_submissions: false,
    only_visible_to_overrides: false,
    is_quiz_assignment: false,
  },
  discussion_topic: TOPIC,
  announcement: TOPIC,
  quiz: {
    quiz_type: 'assignment',
    time_limit: null,
    shuffle_answers: false,
    show_correct_answers: true,
    hide_results: null,
    scoring_policy: 'keep_highest',
    allowed_attempts: 1,
    one_question_at_a_time: false,
    cant_go_back: false,
    one_time_results: false,
    question_types: [],
    version_number: 1,
  },
}

type ToBody = (activity: Activity, body: string | null, groupId: number) => Record<string, unknown>

function toTopicBody(activity: Activity, message: string | null): Record<string, unknown> {
  return {
    title: activity.title,
    message,
    is_announcement: activity.kind === 'announcement',
    posted_at: activity.createdAt,
    delayed_post_at: activity.unlockAt,
    assignment_id: null,
    ...(activity.dueAt === null || activity.assignment !== null ? {} : { todo_date: activity.dueAt }),
  }
}

const BODIES: Readonly<Record<Activity['kind'], ToBody>> = {
  assignment: (activity, description, groupId) => ({
    name: activity.title,
    description,
    due_at: activity.dueAt,
    points_possible: activity.pointsPossible,
    course_id: activity.courseId,
    assignment_group_id: groupId,
    workflow_state: activity.state === 'active' ? 'published' : 'unpublished',
  }),
  discussion_topic: toTopicBody,
  announcement: toTopicBody,
  quiz: (activity, description, groupId) => ({
    title: activity.title,
    description,
    due_at: activity.dueAt,
    points_possible: activity.pointsPossible,
    question_count: activity.questions.length,
    ...(isGraded(activity) && { assignment_group_id: groupId }),
  }),
}
