import type { Params } from '../http/params.ts'
import { flag } from '../http/reading.ts'
import type { Activity } from '../model.ts'
import type { World } from '../world.ts'
import type { AssetKey, Restrictions } from './templates.ts'

/** Without a wish, a lock holds the content (Canvas: a course's default restrictions). */
export function readRestrictions(params: Params | undefined): Restrictions {
  const read = (name: string, otherwise: boolean) => (params ? flag(params, name) === true : otherwise)
  return {
    content: read('content', true),
    points: read('points', false),
    due_dates: read('due_dates', false),
    availability_dates: read('availability_dates', false),
  }
}

/** The thing of the blueprint course that is to be locked; `undefined` if there is none. */
export function findLockable(
  world: World,
  courseId: number,
  type: string,
  id: number | undefined,
): AssetKey | undefined {
  if (id === undefined) return undefined
  const isHere = (row: { courseId: number; state: string } | undefined) =>
    row !== undefined && row.courseId === courseId && row.state !== 'deleted'
  if (type === 'wiki_page') return isHere(world.rows.pages.get(id)) ? `wiki_page_${id}` : undefined
  if (type === 'attachment') return isHere(world.rows.files.get(id)) ? `attachment_${id}` : undefined
  const activity = world.rows.activities.get(id)
  return activity && isHere(activity) ? activityKey(activity, type) : undefined
}

function activityKey({ kind, id }: Activity, type: string): AssetKey | undefined {
  if (type === 'quiz') return kind === 'quiz' ? `quizzes:quiz_${id}` : undefined
  if (type === 'discussion_topic')
    return kind === 'discussion_topic' || kind === 'announcement' ? `discussion_topic_${id}` : undefined
  return type === 'assignment' && kind === 'assignment' ? `assignment_${id}` : undefined
}
