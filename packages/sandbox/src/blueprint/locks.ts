import type { Params } from '../http/params.ts'
import { flag } from '../http/reading.ts'
import type { Activity, BlueprintLock } from '../model.ts'
import type { World } from '../world.ts'
import type { LockableRow } from './row-lock.ts'
import type { AssetKey } from './templates.ts'

const KINDS = ['content', 'points', 'due_dates', 'availability_dates'] as const

/** What was asked for; without a wish, a lock holds the content (Canvas: a course's default restrictions). */
export function readLock(params: Params | undefined): BlueprintLock {
  if (params === undefined) return { content: true }
  const asked = KINDS.map(kind => [kind, flag(params, kind)] as const)
  return Object.fromEntries(asked.filter(([, isHeld]) => isHeld !== undefined))
}

/** The thing of the blueprint course that is to be locked; `undefined` if there is none. */
export function findLockable(
  world: World,
  courseId: number,
  type: string,
  id: number | undefined,
): { readonly key: AssetKey; readonly row: LockableRow } | undefined {
  const row = id === undefined ? undefined : findRow(world, type, id)
  if (row === undefined || row.courseId !== courseId || row.state === 'deleted') return undefined
  const key =
    'kind' in row
      ? activityKey(row, type)
      : 'bytes' in row
        ? (`attachment_${row.id}` as const)
        : (`wiki_page_${row.id}` as const)
  return key && { key, row }
}

function findRow({ rows }: World, type: string, id: number): LockableRow | undefined {
  if (type === 'wiki_page') return rows.pages.get(id)
  return type === 'attachment' ? rows.files.get(id) : rows.activities.get(id)
}

function activityKey({ kind, id }: Activity, type: string): AssetKey | undefined {
  if (type === 'quiz') return kind === 'quiz' ? `quizzes:quiz_${id}` : undefined
  if (type === 'discussion_topic')
    return kind === 'discussion_topic' || kind === 'announcement' ? `discussion_topic_${id}` : undefined
  return type === 'assignment' && kind === 'assignment' ? `assignment_${id}` : undefined
}
