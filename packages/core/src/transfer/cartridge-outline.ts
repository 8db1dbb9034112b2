import type { ArchivedItem, ArchivedObject, ArchivedPage } from './archive-document.ts'
import type { CartridgeNames } from './cartridge-names.ts'

/** A module item of an export. */
export interface OutlineItem {
  readonly identifier: string
  readonly title: string
  readonly type: 'Page' | 'File' | 'ExternalUrl' | 'SubHeader' | 'Quiz'
  /** Identifier of the resource that it shows; `null` of a heading. */
  readonly shows: string | null
  readonly url: string | null
  readonly indent: 0 | 1
}

/**
 * A Learning Object is a heading with its pages below, or one item alone where it has the one page of its name and no heading
 * stands above it in the module: what comes in again is cut in the same way (docs/decisions/0014).
 */
export function outlineModule(objects: readonly ArchivedObject[], names: CartridgeNames): readonly OutlineItem[] {
  const items: OutlineItem[] = []
  let isHeaded = false
  for (const object of objects) {
    isHeaded ||= !isAlone(object)
    const indent = isHeaded ? 1 : 0
    if (isHeaded) items.push(headingOf(object, names))
    items.push(...object.pages.map(page => ({ ...itemOf(page, names), indent }) as const))
    if (object.questions.length > 0) items.push({ ...quizOf(object, names), indent })
  }
  return items
}

function isAlone({ name, pages, questions }: ArchivedObject): boolean {
  return pages.length === 1 && pages[0]?.title === name && questions.length === 0
}

function headingOf({ id, name }: ArchivedObject, names: CartridgeNames): OutlineItem {
  return {
    identifier: names.identifier(`${id} heading`),
    title: name,
    type: 'SubHeader',
    shows: null,
    url: null,
    indent: 0,
  }
}

function quizOf({ id, name }: ArchivedObject, names: CartridgeNames): Omit<OutlineItem, 'indent'> {
  const identifier = names.identifier(`${id} quiz item`)
  return { identifier, title: name, type: 'Quiz', shows: names.identifier(`${id} quiz`), url: null }
}

function itemOf(page: ArchivedPage, names: CartridgeNames): Omit<OutlineItem, 'indent'> {
  const identifier = names.identifier(`${page.id} item`)
  const only = names.isLinkedTo(page.id) ? undefined : showsOnly(page, names)
  const title = names.title(page.title)
  if (only?.kind === 'media') return { identifier, title, type: 'File', shows: names.identifier(only.id), url: null }
  const url = only?.content?.url
  if (typeof url === 'string')
    return { identifier, title, type: 'ExternalUrl', shows: names.identifier(`${page.id} link`), url }
  return { identifier, title, type: 'Page', shows: names.identifier(page.id), url: null }
}

/** A page that is there for one file or one address is that file or address in Canvas. */
function showsOnly({ blocks }: ArchivedPage, { findItem, fileOf }: CartridgeNames): ArchivedItem | undefined {
  const [block, ...others] = blocks
  const [reference, ...more] = block?.references ?? []
  if (block === undefined || reference === undefined || others.length + more.length > 0) return undefined
  if (block.text.trim() !== '' || block.kind !== reference.kind || reference.kind === 'page') return undefined
  const item = findItem(reference.kind, reference.targetId)
  return item?.kind === 'media' && fileOf(item.id) === undefined ? undefined : item
}
