import type { OutlineItem } from './cartridge-outline.ts'
import type { OutlineModule } from './manifest-xml.ts'
import { DECLARATION, element, textElement } from './xml-text.ts'

const contentTypes = {
  Page: 'WikiPage',
  File: 'Attachment',
  ExternalUrl: 'ExternalUrl',
  SubHeader: 'ContextModuleSubHeader',
  Quiz: 'Quizzes::Quiz',
} as const satisfies Record<OutlineItem['type'], string>

/** Canvas's own account of the modules, which it prefers to the manifest's. */
export function moduleMetaXml(modules: readonly OutlineModule[]): string {
  const xmlns = 'http://canvas.instructure.com/xsd/cccv1p0'
  return DECLARATION + element('modules', { xmlns }, ...modules.map(moduleXml))
}

function moduleXml({ identifier, title, items }: OutlineModule, index: number): string {
  return element(
    'module',
    { identifier },
    textElement('title', title),
    textElement('workflow_state', 'active'),
    textElement('position', index + 1),
    element('items', {}, ...items.map(itemXml)),
  )
}

function itemXml({ identifier, title, type, shows, url, indent }: OutlineItem, index: number): string {
  return element(
    'item',
    { identifier },
    textElement('content_type', contentTypes[type]),
    textElement('workflow_state', 'active'),
    textElement('title', title),
    ...(shows === null ? [] : [textElement('identifierref', shows)]),
    ...(url === null ? [] : [textElement('url', url)]),
    textElement('position', index + 1),
    textElement('new_tab', false),
    textElement('indent', indent),
  )
}
