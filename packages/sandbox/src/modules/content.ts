import { findAssignment } from '../activities/graded.ts'
import type { Activity, ModuleItem, ModuleItemType, Page, StoredFile } from '../model.ts'
import { itemsByContent } from '../owned-rows.ts'
import type { World } from '../world.ts'

/** What an item stands for, with the table it is in. SubHeader, ExternalUrl and ExternalTool stand for themselves. */
export type Content =
  | { readonly table: 'pages'; readonly row: Page }
  | { readonly table: 'files'; readonly row: StoredFile }
  | { readonly table: 'activities'; readonly row: Activity }

const KINDS: Readonly<Partial<Record<ModuleItemType, readonly Activity['kind'][]>>> = {
  Discussion: ['discussion_topic', 'announcement'],
  Quiz: ['quiz'],
}

/** The content of a type and id, deleted ones included. */
export function findContent(world: World, type: ModuleItemType, contentId: number | null): Content | undefined {
  if (contentId === null) return undefined
  if (type === 'Page') return found('pages', world.rows.pages.get(contentId))
  if (type === 'File') return found('files', world.rows.files.get(contentId))
  const activity = type === 'Assignment' ? findAssignment(world, contentId) : world.rows.activities.get(contentId)
  const isOfType = activity !== undefined && (type === 'Assignment' || KINDS[type]?.includes(activity.kind))
  return isOfType ? { table: 'activities', row: activity } : undefined
}

function found(table: 'pages', row: Page | undefined): Content | undefined
function found(table: 'files', row: StoredFile | undefined): Content | undefined
function found(table: 'pages' | 'files', row: Page | StoredFile | undefined): Content | undefined {
  if (!row) return undefined
  if (table === 'pages' && 'url' in row) return { table, row }
  return 'bytes' in row ? { table: 'files', row } : undefined
}

/** The assignment of a quiz or discussion stands in modules as that (canvas-lms context_module.rb `add_item`). */
export function typeOfContent(type: ModuleItemType, content: Content | undefined): ModuleItemType {
  if (type !== 'Assignment' || content?.table !== 'activities') return type
  const { kind } = content.row
  return kind === 'quiz' ? 'Quiz' : kind === 'discussion_topic' ? 'Discussion' : type
}

export function contentOf(world: World, item: ModuleItem): Content | undefined {
  return findContent(world, item.type, item.contentId)
}

/** Published as students see it; a file is, unless it is locked. */
export function isPublished(content: Content): boolean {
  return content.table === 'files'
    ? content.row.state === 'available' && !content.row.locked
    : content.row.state === 'active'
}

export function titleOf(content: Content): string {
  return content.table === 'files' ? content.row.displayName : content.row.title
}

/** An item without content of its own is as visible as itself. */
export function isContentVisible(world: World, item: ModuleItem): boolean {
  const content = contentOf(world, item)
  return content === undefined || isPublished(content)
}

/** Publishes or unpublishes what an item stands for. */
export function publishContent(content: Content, isPublished: boolean, now: string): void {
  if (content.table === 'files') content.row.locked = !isPublished
  else content.row.state = isPublished ? 'active' : 'unpublished'
  content.row.updatedAt = now
}

/**
 * Gives the items that stand for a content its title and state, and drops them with it (canvas-lms `ContentTag.update_for`). Items of
 * files keep the title they have (`sync_title_to_asset_title?`).
 */
export function followContent(world: World, content: Content): void {
  const isGone = content.row.state === 'deleted'
  for (const item of itemsByContent.of(world.rows.moduleItems, content.row.id)) {
    if (item.state === 'deleted') continue
    if (contentOf(world, item)?.table !== content.table) continue
    if (content.table !== 'files') item.title = titleOf(content)
    item.state = isGone ? 'deleted' : isPublished(content) ? 'active' : 'unpublished'
  }
}
