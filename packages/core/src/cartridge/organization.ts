import type { Element } from 'xast'
import type { Archive } from './archive.ts'
import type { CartridgeItem, CartridgeModule } from './cartridge-course.ts'
import type { Manifest } from './manifest.ts'
import { attributeOf, childrenNamed, textAt } from './xml.ts'

/** What an item of the outline shows. */
export type Content = Pick<CartridgeItem, 'type' | 'contentIdentifier' | 'url' | 'title'>

/** Finds the thing a resource was read as. */
export type FindContent = (identifier: string) => Content | undefined

/**
 * Modules out of the outline of a plain Common Cartridge, as Canvas makes them (canvas-lms org_converter.rb): the second level are the
 * modules, folders below become headings; things on the level of the modules go into one of their own, where the first of them stands.
 */
export function readOrganization(archive: Archive, manifest: Manifest, findContent: FindContent): CartridgeModule[] {
  const outline = { archive, manifest, findContent }
  const roots = manifest.organizations.flatMap(organization => childrenNamed(organization, 'item'))
  const nodes = roots.flatMap(root => (isLoose(root) ? root : childrenNamed(root, 'item')))
  const loose = nodes.filter(isLoose)
  const modules = nodes.flatMap((node, index) => {
    if (!isLoose(node)) return toModule(node, index, itemsOf(outline, childrenNamed(node, 'item'), 0))
    return node === loose[0] ? miscModule(itemsOf(outline, loose, 0)) : []
  })
  return modules.map((module, index) => ({ ...module, position: index + 1 }))
}

function isLoose(node: Element): boolean {
  return attributeOf(node, 'identifierref') !== null
}

function miscModule(items: readonly CartridgeItem[]): CartridgeModule[] {
  return items.length > 0 ? [moduleOf('misc_module_top_level_items', 'Misc Module', items)] : []
}

interface Outline {
  readonly archive: Archive
  readonly manifest: Manifest
  readonly findContent: FindContent
}

function toModule(node: Element, index: number, items: readonly CartridgeItem[]): CartridgeModule {
  return moduleOf(attributeOf(node, 'identifier') ?? `module-${index + 1}`, textAt(node, 'title') ?? '', items)
}

function moduleOf(identifier: string, title: string, items: readonly CartridgeItem[]): CartridgeModule {
  return {
    identifier,
    title,
    position: 0,
    isPublished: true,
    unlockAt: null,
    requireSequentialProgress: false,
    requirementCount: null,
    prerequisites: [],
    items: items.map((item, at) => ({ ...item, position: at + 1 })),
  }
}

interface Level {
  readonly node: Element
  readonly indent: number
}

/** Depth first, without recursion: outlines of strangers may be deep. */
function itemsOf(outline: Outline, nodes: readonly Element[], indent: number): CartridgeItem[] {
  const items: CartridgeItem[] = []
  const waiting: Level[] = nodes.map(node => ({ node, indent })).reverse()
  for (let level = waiting.pop(); level !== undefined; level = waiting.pop()) {
    const item = readItem(outline, level)
    if (item) items.push(item)
    const inner = level.indent + 1
    for (const node of childrenNamed(level.node, 'item').reverse()) waiting.push({ node, indent: inner })
  }
  return items
}

function readItem({ archive, manifest, findContent }: Outline, { node, indent }: Level): CartridgeItem | undefined {
  const reference = attributeOf(node, 'identifierref')
  const title = textAt(node, 'title')
  const identifier = attributeOf(node, 'identifier') ?? reference ?? title ?? ''
  if (reference === null) return title === null ? undefined : itemOf(identifier, { ...heading, title }, indent)
  const content = findContent(manifest.byIdentifier.get(reference)?.identifier ?? reference)
  if (content) return itemOf(identifier, { ...content, title: title ?? content.title }, indent)
  const type = manifest.byIdentifier.get(reference)?.type ?? null
  archive.leaveOut({
    identifier,
    type,
    href: null,
    why: `The outline's item “${title ?? ''}” shows nothing that could be read.`,
  })
  return undefined
}

const heading = { type: 'SubHeader', contentIdentifier: null, url: null } as const

function itemOf(identifier: string, content: Content, indent: number): CartridgeItem {
  return { identifier, ...content, position: 0, indent, newTab: false, isPublished: true, requirement: null }
}
