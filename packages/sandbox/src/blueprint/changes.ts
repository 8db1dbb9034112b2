import { ACTIVITY_ASSET, type AssetKind, type ToMigrationId } from '../migrations/migration-id.ts'
import type { Activity } from '../model.ts'
import type { World } from '../world.ts'
import type { BlueprintTemplate, ChangeRecord } from './templates.ts'

interface Thing {
  readonly kind: AssetKind
  readonly id: number
  readonly name: string
  readonly path: string
  readonly createdAt: string
  readonly updatedAt: string
  readonly isDeleted: boolean
}

const PATHS = {
  assignment: 'assignments',
  quiz: 'quizzes',
  discussion_topic: 'discussion_topics',
  announcement: 'discussion_topics',
} as const satisfies Record<Activity['kind'], string>

/** Asset types as change records name them. */
const TYPES: Readonly<Partial<Record<AssetKind, string>>> = { 'quizzes:quiz': 'quiz' }

/** What has changed in the blueprint course since an instant; `''` for everything. */
export function changesSince(
  world: World,
  template: BlueprintTemplate,
  since: string,
  toKey: ToMigrationId,
  origin: string,
): ChangeRecord[] {
  return thingsOf(world, template.courseId)
    .filter(thing => thing.updatedAt > since && !(thing.isDeleted && thing.createdAt > since))
    .map(thing => ({
      asset_id: thing.id,
      asset_type: TYPES[thing.kind] ?? thing.kind,
      asset_name: thing.name,
      change_type: thing.isDeleted ? 'deleted' : thing.createdAt > since ? 'created' : 'updated',
      html_url: `${origin}/courses/${template.courseId}/${thing.path}`,
      locked: template.locks.has(`${thing.kind}_${thing.id}`),
      migrationId: toKey(thing.kind, thing.id),
    }))
}

function thingsOf({ rows }: World, courseId: number): Thing[] {
  const times = (row: { createdAt: string; updatedAt: string; state: string }) => ({
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    isDeleted: row.state === 'deleted',
  })
  const activities: Thing[] = of(rows.activities, courseId).map(row => ({
    ...times(row),
    kind: ACTIVITY_ASSET[row.kind],
    id: row.id,
    name: row.title,
    path: `${PATHS[row.kind]}/${row.id}`,
  }))
  const pages: Thing[] = of(rows.pages, courseId).map(row => ({
    ...times(row),
    kind: 'wiki_page',
    id: row.id,
    name: row.title,
    path: `pages/${row.url}`,
  }))
  const files: Thing[] = of(rows.files, courseId).map(row => ({
    ...times(row),
    kind: 'attachment',
    id: row.id,
    name: row.displayName,
    path: `files/${row.id}`,
  }))
  return [...activities, ...files, ...pages]
}

function of<Row extends { courseId: number }>(rows: ReadonlyMap<number, Row>, courseId: number): Row[] {
  return [...rows.values()].filter(row => row.courseId === courseId)
}
