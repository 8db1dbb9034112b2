import type { Activity } from '../model.ts'
import { copyTitle } from '../pages/copy-title.ts'
import type { World } from '../world.ts'

/** An unpublished "… Copy" of an assignment, discussion or quiz. */
export function duplicateActivity(world: World, activity: Activity): Activity {
  const rows = [...world.rows.activities.values()].filter(
    row => row.courseId === activity.courseId && row.kind === activity.kind && row.state !== 'deleted',
  )
  const titles = new Set(rows.map(row => row.title))
  const now = world.nowIso()
  const copy: Activity = {
    ...activity,
    id: world.nextId('activities'),
    migrationId: null,
    blueprintLock: null,
    createdAt: now,
    updatedAt: now,
    title: copyTitle(activity.title, title => titles.has(title)),
    state: 'unpublished',
    assignment: activity.assignment && { ...activity.assignment, id: world.nextId('activities'), migrationId: null },
  }
  world.rows.activities.set(copy.id, copy)
  return copy
}
