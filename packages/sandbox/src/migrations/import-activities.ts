import type { Activity } from '../model.ts'
import { followContent } from '../modules/content.ts'
import type { PackagedActivity } from './course-package.ts'
import { keepBody } from './import-bodies.ts'
import { groupByMigrationId } from './import-groups.ts'
import { type ImportRun, noteAssignment } from './import-run.ts'

/** Quizzes, discussions, announcements and assignments: matched by migration id, their content overwritten. */
export function importActivity(run: ImportRun, activity: PackagedActivity): void {
  const existing = run.copied.activities.get(activity.migrationId)
  if (existing && run.sync?.keepsLocalChange(activity.migrationId, existing)) return
  const row = existing ?? createActivity(run, activity)
  row.state = stateAfter(run, activity, existing)
  row.updatedAt = run.world.nowIso()
  const { title, dueAt, unlockAt, lockAt, pointsPossible, questions } = activity
  const settings = structuredClone(activity.settings)
  row.assignment = activity.assignment && {
    ...structuredClone(activity.assignment),
    id: row.assignment?.id ?? run.world.nextId('activities'),
  }
  row.assignmentGroupId = groupByMigrationId(run, activity.groupMigrationId)?.id ?? row.assignmentGroupId
  if (run.sync) row.blueprintLock = run.sync.lockOf(activity.migrationId)
  Object.assign(row, { title, dueAt, unlockAt, lockAt, pointsPossible, settings, questions })
  noteAssignment(run.assignmentIds, row)
  keepActivityBody(run, row, activity)
  if (existing) followContent(run.world, { table: 'activities', row })
  run.imported.activities.push(row)
}

function createActivity(run: ImportRun, activity: PackagedActivity): Activity {
  const { world, destination } = run
  const now = world.nowIso()
  const { kind, title, body, dueAt, unlockAt, lockAt, pointsPossible, migrationId } = activity
  const content = { kind, title, body, dueAt, unlockAt, lockAt, pointsPossible, migrationId }
  const id = world.nextId('activities')
  const row: Activity = {
    ...content,
    id,
    courseId: destination.id,
    state: 'unpublished',
    settings: {},
    assignmentGroupId: null,
    assignment: null,
    questions: [],
    blueprintLock: null,
    createdAt: now,
    updatedAt: now,
  }
  world.rows.activities.set(id, row)
  run.copied.activities.set(migrationId, row)
  return row
}

/** New and revived rows follow the source; what is there keeps its own publish state, except under a blueprint. */
function stateAfter(run: ImportRun, activity: PackagedActivity, existing: Activity | undefined): Activity['state'] {
  const isKept = !run.sync || run.sync.keepsLocalState(activity.migrationId, existing ?? {})
  if (existing && existing.state !== 'deleted' && isKept) return existing.state
  return activity.isPublished ? 'active' : 'unpublished'
}

/** Type and field as Canvas's issue names them, and the path to the thing. */
const PLACES = {
  assignment: ['Assignment description', 'assignments'],
  quiz: ['Quiz description', 'quizzes'],
  discussion_topic: ['Discussion Topic message', 'discussion_topics'],
  announcement: ['Announcement message', 'announcements'],
} as const satisfies Record<Activity['kind'], readonly [string, string]>

function keepActivityBody(run: ImportRun, row: Activity, activity: PackagedActivity): void {
  if (activity.body === null) {
    row.body = null
    return
  }
  const [label, path] = PLACES[row.kind]
  keepBody(run, {
    tokens: activity.body,
    label,
    fixUrl: () => `/courses/${row.courseId}/${path}/${row.id}`,
    write: html => {
      row.body = html
    },
  })
}
