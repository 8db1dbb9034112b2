import type { OutlineItem } from './cartridge-outline.ts'
import { DECLARATION, element, textElement } from './xml-text.ts'

export interface OutlineModule {
  readonly identifier: string
  readonly title: string
  readonly items: readonly OutlineItem[]
}

/** An entry of the manifest, with its files; `null` for bytes that are written elsewhere. */
export interface CartridgeResource {
  readonly identifier: string
  readonly type: string
  /** Its main file, where that is not the first. */
  readonly href?: string
  readonly dependency?: string
  readonly files: readonly (readonly [name: string, text: string | null])[]
}

const namespaces = {
  xmlns: 'http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1',
  'xmlns:lom': 'http://ltsc.ieee.org/xsd/imsccv1p3/LOM/resource',
  'xmlns:lomimscc': 'http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest',
}

export function manifestXml(
  title: string,
  modules: readonly OutlineModule[],
  resources: readonly CartridgeResource[],
): string {
  const learning = element('item', { identifier: 'LearningModules' }, ...modules.map(moduleXml))
  const organization = element('organization', { identifier: 'org_1', structure: 'rooted-hierarchy' }, learning)
  return (
    DECLARATION +
    element(
      'manifest',
      { identifier: 'manifest', ...namespaces },
      metadataXml(title),
      element('organizations', {}, organization),
      element('resources', {}, ...resources.map(resourceXml)),
    )
  )
}

function metadataXml(title: string): string {
  const general = element('lomimscc:general', {}, element('lomimscc:title', {}, textElement('lomimscc:string', title)))
  const schema = [textElement('schema', 'IMS Common Cartridge'), textElement('schemaversion', '1.3.0')]
  return element('metadata', {}, ...schema, element('lomimscc:lom', {}, general))
}

function moduleXml({ identifier, title, items }: OutlineModule): string {
  const written = items.map(item => {
    const shows = item.shows === null ? {} : { identifierref: item.shows }
    return element('item', { identifier: item.identifier, ...shows }, textElement('title', item.title))
  })
  return element('item', { identifier }, textElement('title', title), ...written)
}

function resourceXml({ identifier, type, href, dependency, files }: CartridgeResource): string {
  const main = href ?? (type.startsWith('ims') ? undefined : files[0]?.[0])
  return element(
    'resource',
    { identifier, type, ...(main !== undefined && { href: main }) },
    ...files.map(([name]) => element('file', { href: name })),
    ...(dependency === undefined ? [] : [element('dependency', { identifierref: dependency })]),
  )
}
