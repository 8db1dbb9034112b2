import type { Call } from '../http/call.ts'
import type { ContextModule, Course, ModuleItem } from '../model.ts'
import { itemsByContent } from '../owned-rows.ts'
import type { Content } from './content.ts'
import { seesAll } from './rows.ts'
import { type Standing, standingOf } from './standing.ts'

/** A content that the caller may know of and not open, as `locked_for_user` and its companions tell. */
export interface Lock {
  readonly info: Record<string, unknown>
  readonly explanation: string
}

const ASSETS = { pages: 'wiki_page', files: 'attachment', activities: 'assignment' } as const

/** Locked by its modules, if it is in some and none of them is open (staff never meet a lock). */
export function findLock(call: Call, course: Course, content: Content): Lock | undefined {
  if (seesAll(call, course)) return undefined
  const items = itemsByContent
    .of(call.world.rows.moduleItems, content.row.id)
    .filter(item => item.state === 'active' && isOfTable(item, content))
  if (items.length === 0) return undefined
  const standing = standingOf(call.world, call.caller)
  const locks = items.map(item => lockByModule(call, standing, item, content))
  return locks.every(lock => lock !== undefined) ? locks[0] : undefined
}

function isOfTable(item: ModuleItem, content: Content): boolean {
  if (content.table === 'pages') return item.type === 'Page'
  if (content.table === 'files') return item.type === 'File'
  return item.type === 'Assignment' || item.type === 'Discussion' || item.type === 'Quiz'
}

function lockByModule(call: Call, standing: Standing, item: ModuleItem, content: Content): Lock | undefined {
  const module = call.world.rows.modules.get(item.moduleId)
  if (module?.state !== 'active') return undefined
  const lock = standing.lockOf(module)
  if (!lock && !standing.waitsForEarlier(module, item)) return undefined
  const until = lock && 'until' in lock ? { unlock_at: lock.until } : {}
  return {
    info: {
      asset_string: `${ASSETS[content.table]}_${content.row.id}`,
      context_module: toModuleInfo(module),
      ...until,
    },
    explanation: explain(module, lock && 'until' in lock ? lock.until : undefined),
  }
}

function toModuleInfo(module: ContextModule): Record<string, unknown> {
  return {
    id: module.id,
    name: module.name,
    context_id: module.courseId,
    context_type: 'Course',
    unlock_at: module.unlockAt,
    workflow_state: module.state,
    require_sequential_progress: module.requireSequentialProgress,
  }
}

function explain(module: ContextModule, until: string | undefined): string {
  const reason = until === undefined ? 'and has not been unlocked.' : `and will be unlocked ${until}.`
  return `This content is part of the module <b>${escapeHtml(module.name)}</b> ${reason}`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The fields every locked or open thing carries. */
export function toLockJson(lock: Lock | undefined): Record<string, unknown> {
  if (!lock) return { locked_for_user: false }
  return { locked_for_user: true, lock_info: lock.info, lock_explanation: lock.explanation }
}
