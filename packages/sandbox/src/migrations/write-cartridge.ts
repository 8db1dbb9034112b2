import { BlobWriter, TextReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js'
import { activityResources, pageResource, type Resource, webLinkResource } from './cartridge-content.ts'
import { type CourseHead, courseSettingsFiles } from './cartridge-course.ts'
import { DECLARATION, element, textElement } from './cartridge-xml.ts'
import type { CoursePackage, PackagedFile, PackagedModule } from './course-package.ts'

/** A course export as Canvas writes it: a Common Cartridge 1.1 with Canvas's own files in it (canvas-api §7.2). */
export async function writeCartridge(head: CourseHead, content: CoursePackage): Promise<Uint8Array> {
  const resources = resourcesOf(content)
  const settings = courseSettingsFiles(head, content).map(([name, text]) => [`course_settings/${name}`, text] as const)
  const texts = [...settings, ...resources.flatMap(resource => resource.files)]
  const manifest = manifestXml(
    head,
    content,
    resources,
    settings.map(([path]) => path),
  )
  const zip = new ZipWriter(new BlobWriter('application/zip'), { useWebWorkers: false, level: 0 })
  for (const [path, text] of [...texts, ['imsmanifest.xml', manifest] as const]) {
    await zip.add(path, new TextReader(text))
  }
  for (const file of content.files) await zip.add(resourcePath(file), new Uint8ArrayReader(file.bytes))
  const blob = await zip.close()
  return new Uint8Array(await blob.arrayBuffer())
}

function resourcesOf(content: CoursePackage): Resource[] {
  const links = content.modules.flatMap(module => module.items).filter(item => item.type === 'ExternalUrl')
  return [
    ...content.pages.map(pageResource),
    ...content.activities.flatMap(activityResources),
    ...links.map(webLinkResource),
  ]
}

function resourcePath(file: PackagedFile): string {
  return ['web_resources', ...file.folderPath, file.displayName].join('/')
}

const NAMESPACES = {
  xmlns: 'http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1',
  'xmlns:lom': 'http://ltsc.ieee.org/xsd/imsccv1p1/LOM/resource',
  'xmlns:lomimscc': 'http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
}

function manifestXml(
  head: CourseHead,
  content: CoursePackage,
  resources: readonly Resource[],
  settings: readonly string[],
): string {
  const organization = element('item', content.modules.map(moduleItem).join(''), { identifier: 'LearningModules' })
  const organizations = element('organization', organization, {
    identifier: 'org_1',
    structure: 'rooted-hierarchy',
  })
  const children = [
    metadataXml(head),
    element('organizations', organizations),
    element(
      'resources',
      [settingsResource(head, settings), ...resources.map(resourceXml), ...content.files.map(fileResource)].join(''),
    ),
  ]
  return DECLARATION + element('manifest', children.join(''), { identifier: head.identifier, ...NAMESPACES })
}

function metadataXml(head: CourseHead): string {
  const title = element('lomimscc:title', textElement('lomimscc:string', head.title))
  const lom = element('lomimscc:lom', element('lomimscc:general', title))
  return element(
    'metadata',
    textElement('schema', 'IMS Common Cartridge') + textElement('schemaversion', '1.1.0') + lom,
  )
}

function moduleItem(module: PackagedModule): string {
  const items = module.items.map(item => {
    const refers: Record<string, string> =
      item.type === 'SubHeader' ? {} : { identifierref: item.contentMigrationId ?? item.migrationId }
    return element('item', textElement('title', item.title), { identifier: item.migrationId, ...refers })
  })
  return element('item', textElement('title', module.name) + items.join(''), { identifier: module.migrationId })
}

function settingsResource(head: CourseHead, paths: readonly string[]): string {
  return element('resource', paths.map(fileXml).join(''), {
    identifier: head.identifier,
    type: 'associatedcontent/imscc_xmlv1p1/learning-application-resource',
    href: 'course_settings/canvas_export.txt',
  })
}

function resourceXml({ identifier, type, href, dependency, files }: Resource): string {
  const children = files.map(([path]) => fileXml(path))
  if (dependency !== undefined) children.push(element('dependency', '', { identifierref: dependency }))
  return element('resource', children.join(''), { identifier, type, ...(href === null ? {} : { href }) })
}

function fileResource(file: PackagedFile): string {
  const href = resourcePath(file)
  return element('resource', fileXml(href), { type: 'webcontent', identifier: file.migrationId, href })
}

function fileXml(path: string): string {
  return element('file', '', { href: path })
}
