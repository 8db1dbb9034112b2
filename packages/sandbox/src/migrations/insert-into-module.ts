import type { Params } from '../http/params.ts'
import { integer, presentText } from '../http/reading.ts'
import type { ModuleItem, ModuleItemType } from '../model.ts'
import { type Content, isPublished, titleOf } from '../modules/content.ts'
import { insertAt } from '../modules/positions.ts'
import { itemsOf } from '../modules/rows.ts'
import type { ImportRun } from './import-run.ts'

/** Where the imported things are to stand as items (`settings[insert_into_module_…]`). */
export interface Insertion {
  readonly moduleId: number
  /** Only things of this kind; `null`: all of them. */
  readonly only: string | null
  /** From 1; `null`: behind the others. */
  readonly position: number | null
}

export function readInsertion(params: Params): Insertion | null {
  const moduleId = integer(params, 'settings', 'insert_into_module_id')
  if (moduleId === undefined) return null
  const position = integer(params, 'settings', 'insert_into_module_position') ?? 0
  return {
    moduleId,
    only: presentText(params, 'settings', 'insert_into_module_type') ?? null,
    position: position > 0 ? position : null,
  }
}

/** Puts what the import wrote into a module of the course, in order (canvas-lms course_content_importer.rb, `insert_into_module`). */
export function insertIntoModule(run: ImportRun, { moduleId, only, position }: Insertion): void {
  const { world, destination, imported } = run
  const module = world.rows.modules.get(moduleId)
  if (module === undefined || module.courseId !== destination.id || module.state === 'deleted') return
  const contents: readonly Content[] = [
    ...imported.activities.map(row => ({ table: 'activities' as const, row })),
    ...imported.pages.map(row => ({ table: 'pages' as const, row })),
    ...imported.files.map(row => ({ table: 'files' as const, row })),
  ]
  const wanted = contents.filter(content => only === null || kindOf(content) === only)
  for (const [index, content] of wanted.entries()) {
    const others = itemsOf(world, moduleId)
    const item = toItem(run, moduleId, content)
    world.rows.moduleItems.set(item.id, item)
    insertAt(others, item, position === null ? others.length + 1 : position + index)
  }
}

/** As `insert_into_module_type` names it. */
function kindOf(content: Content): string {
  if (content.table === 'activities') return content.row.kind
  return content.table === 'pages' ? 'page' : 'attachment'
}

const TYPES: ReadonlyMap<string, ModuleItemType> = new Map([
  ['assignment', 'Assignment'],
  ['quiz', 'Quiz'],
  ['discussion_topic', 'Discussion'],
  ['announcement', 'Discussion'],
  ['page', 'Page'],
  ['attachment', 'File'],
])

function toItem({ world, destination }: ImportRun, moduleId: number, content: Content): ModuleItem {
  const now = world.nowIso()
  return {
    id: world.nextId('moduleItems'),
    courseId: destination.id,
    moduleId,
    migrationId: null,
    createdAt: now,
    updatedAt: now,
    title: titleOf(content),
    type: TYPES.get(kindOf(content)) ?? 'File',
    contentId: content.row.id,
    externalUrl: null,
    position: 0,
    indent: 0,
    newTab: false,
    completionRequirement: null,
    state: isPublished(content) ? 'active' : 'unpublished',
  }
}
