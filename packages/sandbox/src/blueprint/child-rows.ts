import { createHash } from 'node:crypto'
import { deleteFile } from '../files/store.ts'
import type { Activity, ContextModule, Page, StoredFile } from '../model.ts'
import { followContent } from '../modules/content.ts'
import type { World } from '../world.ts'
import type { ChildMemory } from './templates.ts'

/** A row of an associated course that its blueprint brought. */
export type ChildRow = Page | StoredFile | Activity | ContextModule

export function childRows(world: World, courseId: number, prefix: string): ChildRow[] {
  const { pages, files, activities, modules } = world.rows
  const tables: Iterable<ChildRow>[] = [pages.values(), files.values(), activities.values(), modules.values()]
  return tables
    .flatMap(rows => [...rows])
    .filter(row => row.courseId === courseId && row.migrationId?.startsWith(prefix) === true)
}

/** What a teacher of the associated course may have changed: words, dates, bytes; and whether it is still there. */
export function contentPrint(row: object): string {
  return createHash('sha256')
    .update(JSON.stringify(contentOf(row)))
    .digest('hex')
}

function contentOf(row: object): unknown[] {
  const isDeleted = statePrint(row) === 'deleted'
  if ('bytes' in row && row.bytes instanceof Uint8Array) {
    const name = 'displayName' in row ? row.displayName : ''
    return [isDeleted, name, createHash('sha256').update(row.bytes).digest('hex')]
  }
  const read = (name: string): unknown => Reflect.get(row, name)
  return [isDeleted, ...['title', 'body', 'name', 'dueAt', 'unlockAt', 'lockAt', 'pointsPossible'].map(read)]
}

export function statePrint(row: object): string {
  return 'state' in row ? String(row.state) : ''
}

/** Notes how a sync has left the course. */
export function remember(memory: ChildMemory, rows: readonly ChildRow[]): void {
  for (const row of rows) {
    if (row.migrationId === null) continue
    memory.contents.set(row.migrationId, contentPrint(row))
    memory.states.set(row.migrationId, statePrint(row))
  }
}

/** Takes a thing out of an associated course because its blueprint no longer has it. */
export function removeRow(world: World, row: ChildRow): void {
  if ('bytes' in row) {
    deleteFile(world, row)
    return
  }
  row.state = 'deleted'
  row.updatedAt = world.nowIso()
  if ('name' in row) removeItems(world, row.id)
  else if ('url' in row) followContent(world, { table: 'pages', row })
  else followContent(world, { table: 'activities', row })
}

function removeItems(world: World, moduleId: number): void {
  for (const item of world.rows.moduleItems.values()) if (item.moduleId === moduleId) item.state = 'deleted'
}
