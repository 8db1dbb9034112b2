import type { ContextModule, ModuleItem, ModuleItemType } from '../model.ts'
import { itemsByContent } from '../owned-rows.ts'
import type { PackagedItem } from './course-package.ts'
import { find, type ImportRun, itemKey } from './import-run.ts'
import { addIssue } from './issues.ts'

/** What an item shows: its row in the destination, and how far that is published. */
interface Content {
  readonly id: number | null
  readonly title: string
  /** `null` where the item has a publish state of its own. */
  readonly state: ModuleItem['state'] | null
}

/** The module's last position so far: new items go after it. */
interface End {
  position: number
}

/** One item; `undefined` if its content did not come along or its address is no address: such an item is left out (canvas-api §3.4). */
export function importItem(
  run: ImportRun,
  module: ContextModule,
  packaged: PackagedItem,
  end: End,
): ModuleItem | undefined {
  const content = findContent(run, packaged)
  if (!content) return undefined
  const existing = run.copied.items.get(itemKey(module.id, packaged.migrationId))
  const item = existing ?? createItem(run, module, packaged, content.id)
  item.title = content.title
  setContent(run, item, content.id)
  item.indent = packaged.indent
  item.externalUrl = packaged.externalUrl
  item.newTab = packaged.newTab
  item.position = existing ? packaged.position : nextPosition(end)
  item.state = stateAfter(run, packaged, content, existing)
  item.updatedAt = run.world.nowIso()
  return item
}

function setContent({ world }: ImportRun, item: ModuleItem, contentId: number | null): void {
  const before = item.contentId
  item.contentId = contentId
  if (before !== contentId) itemsByContent.moved(world.rows.moduleItems, item, before ?? 0)
}

function nextPosition(end: End): number {
  end.position += 1
  return end.position
}

function createItem(
  run: ImportRun,
  module: ContextModule,
  { migrationId, title, type, position }: PackagedItem,
  contentId: number | null,
): ModuleItem {
  const { world } = run
  const now = world.nowIso()
  const row: ModuleItem = {
    id: world.nextId('moduleItems'),
    courseId: module.courseId,
    moduleId: module.id,
    migrationId,
    title,
    type,
    position,
    indent: 0,
    contentId,
    externalUrl: null,
    newTab: false,
    completionRequirement: null,
    state: 'unpublished',
    createdAt: now,
    updatedAt: now,
  }
  world.rows.moduleItems.set(row.id, row)
  run.copied.items.set(itemKey(module.id, migrationId), row)
  run.itemIds.set(migrationId, row.id)
  return row
}

/** Pages, assignments … carry the publish state; headers, links and tools have their own, which a re-copy only raises. */
function stateAfter(
  run: ImportRun,
  packaged: PackagedItem,
  content: Content,
  existing: ModuleItem | undefined,
): ModuleItem['state'] {
  if (content.state !== null) return content.state
  if (existing?.state === 'active' && !run.sync) return 'active'
  return packaged.isPublished ? 'active' : 'unpublished'
}

function findContent(run: ImportRun, packaged: PackagedItem): Content | undefined {
  const { type, contentMigrationId: key, title } = packaged
  switch (type) {
    case 'Page':
      return shown(find(run.copied.pages, key))
    case 'File':
      return fileContent(run, packaged)
    case 'Assignment':
    case 'Quiz':
    case 'Discussion':
      return activityContent(run, type, packaged)
    case 'SubHeader':
      return { id: null, title, state: null }
    case 'ExternalUrl':
      return isWebAddress(packaged.externalUrl) ? { id: null, title, state: null } : refuseAddress(run, packaged)
    case 'ExternalTool':
      return packaged.externalUrl === null ? undefined : { id: null, title, state: null }
    default:
      return type satisfies never
  }
}

/** The item's title is the thing's own. */
function shown(row: { id: number; title: string; state: ModuleItem['state'] } | undefined): Content | undefined {
  return row && { id: row.id, title: row.title, state: row.state }
}

/** A file's item keeps its own title. */
function fileContent(run: ImportRun, { contentMigrationId, title }: PackagedItem): Content | undefined {
  const file = find(run.copied.files, contentMigrationId)
  return file?.state === 'available' ? { id: file.id, title, state: file.locked ? 'unpublished' : 'active' } : undefined
}

const ACTIVITY_TYPES = {
  Assignment: 'assignment',
  Quiz: 'quiz',
  Discussion: 'discussion_topic',
} as const satisfies Partial<Record<ModuleItemType, string>>

function activityContent(
  run: ImportRun,
  type: keyof typeof ACTIVITY_TYPES,
  packaged: PackagedItem,
): Content | undefined {
  const row = find(run.copied.activities, packaged.contentMigrationId)
  return row?.kind === ACTIVITY_TYPES[type] ? shown(row) : undefined
}

function isWebAddress(address: string | null): boolean {
  return address !== null && URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)
}

function refuseAddress(run: ImportRun, { title }: PackagedItem): undefined {
  addIssue(run.world, run.migration, { description: `Import Error: Module Item - "${title.slice(0, 150)}"` })
}
