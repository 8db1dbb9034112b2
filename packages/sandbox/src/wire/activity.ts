import type { Call } from '../http/call.ts'
import type { Activity, Course } from '../model.ts'
import { findLock, toLockJson } from '../modules/locks.ts'
import { toShownBody } from '../pages/page-body.ts'
import { can } from '../rights.ts'

/** An assignment, discussion, announcement or quiz: what modules, dates and course copies need of each. */
export function toActivityJson(call: Call, course: Course, activity: Activity): Record<string, unknown> {
  const published = activity.state === 'active'
  return {
    ...activity.settings,
    id: activity.id,
    ...BODIES[activity.kind](activity, toShownBody(call, course.id, activity.body)),
    created_at: activity.createdAt,
    updated_at: activity.updatedAt,
    unlock_at: activity.unlockAt,
    lock_at: activity.lockAt,
    published,
    ...(can(call, course, 'manage_course_content_edit') ? { unpublishable: true } : {}),
    html_url: `${call.origin}/courses/${course.id}/${PATHS[activity.kind]}/${activity.id}`,
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

type ToBody = (activity: Activity, body: string | null) => Record<string, unknown>

function toTopicBody(activity: Activity, message: string | null): Record<string, unknown> {
  return {
    title: activity.title,
    message,
    is_announcement: activity.kind === 'announcement',
    discussion_type: activity.settings.discussion_type ?? 'threaded',
    posted_at: activity.createdAt,
    assignment_id: null,
    ...(activity.dueAt === null ? {} : { todo_date: activity.dueAt }),
  }
}

const BODIES: Readonly<Record<Activity['kind'], ToBody>> = {
  assignment: (activity, description) => ({
    name: activity.title,
    description,
    due_at: activity.dueAt,
    points_possible: activity.pointsPossible,
    course_id: activity.courseId,
    workflow_state: activity.state === 'active' ? 'published' : 'unpublished',
    submission_types: activity.settings.submission_types ?? ['none'],
    grading_type: activity.settings.grading_type ?? 'points',
    position: activity.settings.position ?? 1,
  }),
  discussion_topic: toTopicBody,
  announcement: toTopicBody,
  quiz: (activity, description) => ({
    title: activity.title,
    description,
    due_at: activity.dueAt,
    points_possible: activity.pointsPossible,
    quiz_type: activity.settings.quiz_type ?? 'assignment',
    question_count: activity.settings.question_count ?? 0,
  }),
}
