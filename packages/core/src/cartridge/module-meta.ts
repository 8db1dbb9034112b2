import type { Element } from 'xast'
import type { Archive } from './archive.ts'
import type { CartridgeItem, CartridgeItemType, CartridgeModule, CartridgeRequirement } from './cartridge-course.ts'
import { toWebAddress } from './web-address.ts'
import {
  attributeOf,
  childNamed,
  childrenNamed,
  descendantsNamed,
  instantAt,
  isTrueAt,
  numberAt,
  textAt,
} from './xml.ts'

// canvas-lms context_module_importer.rb tells types by these words; the first that fits counts.
const types: readonly (readonly [word: RegExp, type: CartridgeItemType])[] = [
  [/wiki_type|wikipage/i, 'Page'],
  [/page_type|file_type|attachment/i, 'File'],
  [/assignment|project/i, 'Assignment'],
  [/discussion|topic/i, 'Discussion'],
  [/assessment|quiz/i, 'Quiz'],
  [/contextexternaltool/i, 'ExternalTool'],
  [/folder|heading|contextmodulesubheader/i, 'SubHeader'],
  [/url/i, 'ExternalUrl'],
]

/** Modules as Canvas wrote them; `undefined` without `module_meta.xml`. */
export function readModuleMeta(archive: Archive): CartridgeModule[] | undefined {
  const root = archive.readXml('course_settings/module_meta.xml')
  if (root === undefined) return undefined
  return childrenNamed(childNamed(root, 'modules'), 'module').map((module, index) => readModule(archive, module, index))
}

function readModule(archive: Archive, module: Element, index: number): CartridgeModule {
  const identifier = attributeOf(module, 'identifier') ?? `module-${index + 1}`
  const requirements = new Map(descendantsNamed(module, 'completionRequirement').map(requirementOf))
  const items = descendantsNamed(childNamed(module, 'items'), 'item')
  return {
    identifier,
    title: textAt(module, 'title') ?? '',
    position: numberAt(module, 'position') ?? index + 1,
    isPublished: textAt(module, 'workflow_state') !== 'unpublished',
    unlockAt: instantAt(module, 'unlock_at'),
    requireSequentialProgress: isTrueAt(module, 'require_sequential_progress'),
    requirementCount: numberAt(module, 'requirement_count'),
    prerequisites: descendantsNamed(module, 'prerequisite').flatMap(node => textAt(node, 'identifierref') ?? []),
    items: items.flatMap((item, at) => readItem(archive, item, `${identifier}/item-${at + 1}`, at, requirements) ?? []),
  }
}

function requirementOf(element: Element): [string, CartridgeRequirement] {
  const type = attributeOf(element, 'type') ?? ''
  return [textAt(element, 'identifierref') ?? '', { type, minScore: numberAt(element, 'min_score') }]
}

function readItem(
  archive: Archive,
  item: Element,
  fallback: string,
  index: number,
  requirements: ReadonlyMap<string, CartridgeRequirement>,
): CartridgeItem | undefined {
  const contentType = textAt(item, 'content_type') ?? ''
  const type = types.find(([word]) => word.test(contentType))?.[1]
  const identifier = attributeOf(item, 'identifier') ?? fallback
  const title = textAt(item, 'title') ?? ''
  const url = textAt(item, 'url')
  if (type === undefined) {
    archive.leaveOut({
      identifier,
      type: contentType,
      href: null,
      why: `The module item “${title}” is of an unknown type.`,
    })
    return undefined
  }
  return {
    identifier,
    title,
    type,
    contentIdentifier: type === 'SubHeader' || type === 'ExternalUrl' ? null : textAt(item, 'identifierref'),
    url: url === null ? null : toWebAddress(url),
    position: numberAt(item, 'position') ?? index + 1,
    indent: numberAt(item, 'indent') ?? 0,
    newTab: isTrueAt(item, 'new_tab'),
    isPublished: textAt(item, 'workflow_state') !== 'unpublished',
    requirement: requirements.get(identifier) ?? null,
  }
}
