import {
  type FileId,
  type ModuleId,
  type ModuleItemId,
  type PageId,
  toFileId,
  toModuleId,
  toModuleItemId,
  toPageId,
} from '@recourse/core'
import { idText } from './ids.ts'
import { map, object, orNull, record, type Shape, tryShape, unknown } from './shape.ts'

/** What became of what, by Canvas's own record: source id → destination id. */
export interface AssetIdMapping {
  readonly modules: ReadonlyMap<ModuleId, ModuleId>
  readonly moduleItems: ReadonlyMap<ModuleItemId, ModuleItemId>
  /** Page ids, not slugs. */
  readonly pages: ReadonlyMap<PageId, PageId>
  readonly files: ReadonlyMap<FileId, FileId>
  readonly assignments: ReadonlyMap<string, string>
  readonly quizzes: ReadonlyMap<string, string>
  readonly discussionTopics: ReadonlyMap<string, string>
  readonly announcements: ReadonlyMap<string, string>
  /** By the migration id (`i` or `g` and 32 hex digits) that leftover tokens name; empty where Canvas does not send it. */
  readonly byMigrationId: ReadonlyMap<string, MappedAsset>
}

export interface MappedAsset {
  /** `pages`, `modules`, `files`, … as in the mapping. */
  readonly type: string
  readonly sourceId: string | null
  readonly destinationId: string
}

const side = object({ id: idText })
/** Entries of `content_migration_asset_map_v2`, between the plain ones. */
const detailed = object({ source: orNull(side), destination: side })

type WireMapping = Readonly<Record<string, Readonly<Record<string, unknown>>>>

const NUMERIC = /^\d+(~\d+)?$/
const MIGRATION_ID = /^[ig][0-9a-f]{32}$/

function pairs<T>(wire: WireMapping, type: string, toId: (text: string) => T): ReadonlyMap<T, T> {
  const found = new Map<T, T>()
  for (const [source, value] of Object.entries(wire[type] ?? {})) {
    const destination = tryShape(idText, value)
    if (NUMERIC.test(source) && destination !== undefined) found.set(toId(source), toId(destination))
  }
  return found
}

function byMigrationId(wire: WireMapping): ReadonlyMap<string, MappedAsset> {
  const found = new Map<string, MappedAsset>()
  for (const [type, values] of Object.entries(wire))
    for (const [key, value] of Object.entries(values)) {
      const asset = tryShape(detailed, value)
      if (!MIGRATION_ID.test(key) || asset === undefined) continue
      const { source, destination } = asset
      found.set(key, { type, sourceId: source?.id ?? null, destinationId: destination.id })
    }
  return found
}

const asText = (text: string): string => text

export const assetIdMapping: Shape<AssetIdMapping> = map(record(record(unknown)), wire => ({
  modules: pairs(wire, 'modules', toModuleId),
  moduleItems: pairs(wire, 'module_items', toModuleItemId),
  pages: pairs(wire, 'pages', toPageId),
  files: pairs(wire, 'files', toFileId),
  assignments: pairs(wire, 'assignments', asText),
  quizzes: pairs(wire, 'quizzes', asText),
  discussionTopics: pairs(wire, 'discussion_topics', asText),
  announcements: pairs(wire, 'announcements', asText),
  byMigrationId: byMigrationId(wire),
}))
