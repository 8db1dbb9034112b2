import type { Activity, ContentMigration, Course } from '../model.ts'
import type { World } from '../world.ts'
import {
  ACTIVITY_ASSET,
  type AssetKind,
  blueprintMigrationId,
  migrationIdOf,
  type ToMigrationId,
} from './migration-id.ts'

/** The types of the mapping, by their names in API addresses, in Canvas's order. */
const TYPES = [
  'assignments',
  'announcements',
  'files',
  'module_items',
  'modules',
  'discussion_topics',
  'quizzes',
  'pages',
] as const
type AssetType = (typeof TYPES)[number]

interface Asset {
  readonly id: number
  readonly courseId: number
  readonly migrationId: string | null
  readonly kind: AssetKind
  /** What the second version of the mapping says besides the id. */
  readonly fields: Readonly<Record<string, unknown>>
}

export type AssetMap = Partial<Record<AssetType, Record<string, unknown>>>

/**
 * What became of each thing of the source, computed anew from the rows there are now: keys of everything in the source
 * are made again and looked up in the destination. So it holds earlier copies of the pair too, and deleted rows (canvas-api §2.7).
 */
export function assetIdMapping(world: World, migration: ContentMigration, source: Course): AssetMap {
  const toKey = keysOf(migration)
  const map: AssetMap = {}
  for (const type of TYPES) {
    const assets = assetsOf(world, type)
    const copies = assets.filter(asset => asset.courseId === migration.courseId && asset.migrationId !== null)
    if (copies.length === 0) continue
    const byKey = new Map(copies.map(copy => [copy.migrationId, copy]))
    const pairs = assets
      .filter(asset => asset.courseId === source.id)
      .map(asset => [asset, toKey(asset.kind, asset.id)] as const)
    map[type] = Object.fromEntries(pairs.flatMap(([asset, key]) => entriesFor(world, asset, key, byKey.get(key))))
  }
  return map
}

/** A blueprint's pairs come from its own tags. */
function keysOf(migration: ContentMigration): ToMigrationId {
  if (migration.type !== 'master_course_import') return migrationIdOf
  return blueprintMigrationId(Number(migration.settings.template_id))
}

function entriesFor(world: World, asset: Asset, key: string, copy: Asset | undefined): [string, unknown][] {
  if (!copy) return []
  const plain: [string, unknown] = [String(asset.id), String(copy.id)]
  return world.flags.assetMapV2 ? [plain, [key, { source: describe(asset), destination: describe(copy) }]] : [plain]
}

function describe(asset: Asset): Record<string, unknown> {
  return { id: String(asset.id), ...asset.fields }
}

function assetsOf(world: World, type: AssetType): Asset[] {
  const { rows } = world
  switch (type) {
    case 'files':
      return [...rows.files.values()].map(row => ({
        ...keyFields(row),
        kind: 'attachment',
        fields: { media_entry_id: null },
      }))
    case 'module_items':
      return [...rows.moduleItems.values()].map(row => ({ ...keyFields(row), kind: 'content_tag', fields: {} }))
    case 'modules':
      return [...rows.modules.values()].map(row => ({ ...keyFields(row), kind: 'context_module', fields: {} }))
    case 'pages':
      return [...rows.pages.values()].map(row => ({
        ...keyFields(row),
        kind: 'wiki_page',
        fields: { url: row.url, current_lookup_id: null },
      }))
    case 'announcements':
    case 'assignments':
    case 'discussion_topics':
    case 'quizzes':
      return activitiesOf(world, KIND[type])
    default:
      return type satisfies never
  }
}

const KIND = {
  announcements: 'announcement',
  assignments: 'assignment',
  discussion_topics: 'discussion_topic',
  quizzes: 'quiz',
} as const satisfies Record<string, Activity['kind']>

function activitiesOf({ rows }: World, kind: Activity['kind']): Asset[] {
  const activities = [...rows.activities.values()]
  const own: Asset[] = activities
    .filter(row => row.kind === kind)
    .map(row => ({ ...keyFields(row), kind: ACTIVITY_ASSET[kind], fields: {} }))
  return kind === 'assignment' ? [...own, ...activities.flatMap(gradingAsset)] : own
}

/** The assignment of a graded quiz or discussion. */
function gradingAsset({ courseId, assignment }: Activity): Asset[] {
  if (assignment === null) return []
  return [{ ...keyFields({ ...assignment, courseId }), kind: 'assignment', fields: {} }]
}

function keyFields(row: { id: number; courseId: number; migrationId: string | null }) {
  return { id: row.id, courseId: row.courseId, migrationId: row.migrationId }
}
