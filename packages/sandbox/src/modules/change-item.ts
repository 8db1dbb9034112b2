import { toRowId } from '../find-course.ts'
import type { Call } from '../http/call.ts'
import { invalid, refused } from '../http/errors.ts'
import { decimal, flag, integer, isBlank, nested, param, presentText, text } from '../http/reading.ts'
import type { CompletionRequirement, ContextModule, Course, ModuleItem, ModuleItemType } from '../model.ts'
import { itemsByModule } from '../owned-rows.ts'
import { retitlePage } from '../pages/change-page.ts'
import { findPageByUrl } from '../pages/find-page.ts'
import type { World } from '../world.ts'
import { toPosition } from './change-module.ts'
import {
  type Content,
  contentOf,
  findContent,
  followContent,
  isPublished,
  publishContent,
  titleOf,
  typeOfContent,
} from './content.ts'
import { byPosition, insertAt } from './positions.ts'
import { itemsOf } from './rows.ts'

const TYPES = ['File', 'Page', 'Discussion', 'Assignment', 'Quiz', 'SubHeader', 'ExternalUrl', 'ExternalTool'] as const

/** Canvas's own names of the things, which it takes too. */
const TYPE_OF_CLASS: ReadonlyMap<string, ModuleItemType> = new Map([
  ['wikipage', 'Page'],
  ['attachment', 'File'],
  ['discussiontopic', 'Discussion'],
  ['contextmodulesubheader', 'SubHeader'],
  ['contextexternaltool', 'ExternalTool'],
])

/** `external_url` is `ExternalUrl`, whatever the case. */
function typeAsked(call: Call): ModuleItemType | undefined {
  const asked = presentText(call.params, 'module_item', 'type')?.replaceAll('_', '').toLowerCase()
  return TYPES.find(name => name.toLowerCase() === asked) ?? TYPE_OF_CLASS.get(asked ?? '')
}

/** Makes an item out of `module_item[…]`. */
export function addItem(call: Call, course: Course, module: ContextModule): ModuleItem {
  const { world } = call
  const asked = typeAsked(call)
  if (!asked) throw refused('Could not find content')
  const content = contentAsked(call, course, asked)
  const type = typeOfContent(asked, content)
  const requirement = requirementAsked(call, type) ?? null
  const position = toPosition(text(call.params, 'module_item', 'position'))
  const item: ModuleItem = {
    ...blankItem(world, module),
    type,
    contentId: content?.row.id ?? toolIdAsked(call, type),
    title: presentText(call.params, 'module_item', 'title') ?? (content ? titleOf(content) : defaultTitle(call, type)),
    externalUrl: addressAsked(call, type),
    newTab: flag(call.params, 'module_item', 'new_tab') ?? false,
    indent: Math.max(0, integer(call.params, 'module_item', 'indent') ?? 0),
    completionRequirement: requirement,
    state: content && isPublished(content) ? 'active' : 'unpublished',
  }
  const others = itemsOf(world, module.id)
  world.rows.moduleItems.set(item.id, item)
  insertAt(others, item, position ?? others.length + 1)
  return item
}

function blankItem(world: World, module: ContextModule) {
  const now = world.nowIso()
  return {
    id: world.nextId('moduleItems'),
    courseId: module.courseId,
    moduleId: module.id,
    migrationId: null,
    createdAt: now,
    updatedAt: now,
    position: 0,
  }
}

function defaultTitle(call: Call, type: ModuleItemType): string {
  return type === 'SubHeader' ? 'No title' : (presentText(call.params, 'module_item', 'external_url') ?? 'No title')
}

/** The row an item is to stand for; pages are named by their stored url, everything else by id (canvas-api §2.3). */
function contentAsked(call: Call, course: Course, type: ModuleItemType): Content | undefined {
  if (type === 'SubHeader' || type === 'ExternalUrl' || type === 'ExternalTool') return undefined
  const content =
    type === 'Page'
      ? pageAsked(call, course)
      : findContent(call.world, type, toRowId(presentText(call.params, 'module_item', 'content_id') ?? '') ?? null)
  if (!content || content.row.courseId !== course.id || content.row.state === 'deleted')
    throw refused('Could not find content')
  return content
}

function pageAsked(call: Call, course: Course): Content {
  const url = presentText(call.params, 'module_item', 'page_url')
  if (url === undefined) throw refused('missing page_url parameter')
  const page = findPageByUrl(call.world, course, url)
  if (!page) throw refused('invalid page_url parameter')
  return { table: 'pages', row: page }
}

function toolIdAsked(call: Call, type: ModuleItemType): number | null {
  return type === 'ExternalTool' ? (toRowId(presentText(call.params, 'module_item', 'content_id') ?? '') ?? null) : null
}

function addressAsked(call: Call, type: ModuleItemType): string | null {
  if (type !== 'ExternalUrl' && type !== 'ExternalTool') return null
  const address = withScheme(presentText(call.params, 'module_item', 'external_url')?.trim() ?? '')
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) throw invalid('url', 'is not a valid URL', 'invalid')
  return address
}

/** An address without a scheme is one of the web (canvas-lms `CanvasHttp.validate_url`). */
function withScheme(address: string): string {
  return address === '' || /^[a-z][a-z\d+.-]*:(?!\d)/i.test(address)
    ? address
    : `http://${address.replace(/^\/\//, '')}`
}

const REQUIREMENTS = ['must_view', 'must_contribute', 'must_submit', 'must_mark_done', 'min_score'] as const

/** What each requirement can be asked of; of anything else it is ignored (Canvas: "Modules" API, completion_requirement[type]). */
const ASKED_OF: Readonly<Record<(typeof REQUIREMENTS)[number], readonly ModuleItemType[]>> = {
  must_view: ['File', 'Page', 'Discussion', 'Assignment', 'Quiz', 'ExternalUrl', 'ExternalTool'],
  must_contribute: ['Assignment', 'Discussion', 'Page'],
  must_submit: ['Assignment', 'Quiz', 'Discussion', 'ExternalTool'],
  must_mark_done: ['Assignment', 'Page', 'Discussion', 'ExternalTool'],
  min_score: ['Assignment', 'Quiz', 'Discussion', 'ExternalTool'],
}

/** `undefined`: not sent; `null`: sent empty, which takes the requirement away, or not possible here. */
function requirementAsked(call: Call, of: ModuleItemType): CompletionRequirement | null | undefined {
  const sent = param(call.params, 'module_item', 'completion_requirement')
  if (sent === undefined) return undefined
  const asked = text(nested(call.params, 'module_item', 'completion_requirement') ?? {}, 'type')
  if (isBlank(asked)) return null
  const type = REQUIREMENTS.find(name => name === asked)
  if (!type) throw invalid('completion_requirement', 'Invalid completion requirement type', 'invalid')
  if (!ASKED_OF[type].includes(of)) return null
  const minScore = decimal(call.params, 'module_item', 'completion_requirement', 'min_score')
  return type === 'min_score' && typeof minScore === 'number' ? { type, minScore } : { type }
}

/** Writes what `module_item[…]` of an update says; title and published state reach what the item stands for. */
export function changeItem(call: Call, module: ContextModule, item: ModuleItem): void {
  const params = nested(call.params, 'module_item') ?? {}
  const target = targetModule(call, module)
  const position = toPosition(text(params, 'position'))
  const requirement = requirementAsked(call, item.type)
  const hasAddress = presentText(params, 'external_url') !== undefined
  const address = hasAddress ? addressAsked(call, item.type) : item.externalUrl
  item.externalUrl = address
  item.indent = Math.max(0, integer(params, 'indent') ?? item.indent)
  item.newTab = flag(params, 'new_tab') ?? item.newTab
  if (requirement !== undefined) item.completionRequirement = requirement
  moveItem(call.world, item, target, position)
  setTitle(call, item, presentText(params, 'title'))
  setPublished(call, item, flag(params, 'published'))
  item.updatedAt = call.world.nowIso()
}

function targetModule(call: Call, module: ContextModule): ContextModule {
  const asked = presentText(call.params, 'module_item', 'module_id')
  if (asked === undefined) return module
  const target = call.world.rows.modules.get(toRowId(asked) ?? -1)
  if (!target || target.courseId !== module.courseId || target.state === 'deleted') throw refused('invalid module_id')
  return target
}

function moveItem(world: World, item: ModuleItem, target: ContextModule, position: number | undefined): void {
  if (item.moduleId !== target.id) {
    const before = item.moduleId
    const end = itemsOf(world, target.id).length + 1
    item.moduleId = target.id
    itemsByModule.moved(world.rows.moduleItems, item, before)
    insertAt(itemsOf(world, target.id), item, position ?? end)
    for (const [index, other] of itemsOf(world, before).entries()) other.position = index + 1
  } else if (position !== undefined) {
    insertAt(byPosition(itemsOf(world, target.id)), item, position)
  }
}

function setTitle(call: Call, item: ModuleItem, title: string | undefined): void {
  if (title === undefined) return
  if (title.length > 255) throw invalid('title', 'is too long (maximum is 255 characters)', 'too_long')
  const content = contentOf(call.world, item)
  item.title = title
  if (!content || content.table === 'files') return
  if (content.table === 'pages') retitlePage(call.world, content.row, title, call.caller?.id ?? null)
  else content.row.title = title
  followContent(call.world, content)
}

function setPublished(call: Call, item: ModuleItem, published: boolean | undefined): void {
  if (published === undefined) return
  item.state = published ? 'active' : 'unpublished'
  const content = contentOf(call.world, item)
  if (!content) return
  publishContent(content, published, call.world.nowIso())
  followContent(call.world, content)
}
