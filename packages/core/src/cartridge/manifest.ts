import type { Element, Root } from 'xast'
import type { Archive } from './archive.ts'
import { CartridgeError } from './cartridge-error.ts'
import { attributeOf, childNamed, childrenNamed, descendantsNamed, elementAt, textAt, textOf } from './xml.ts'

/** One `<resource>` of the manifest. */
export interface Resource {
  readonly identifier: string
  readonly type: string
  /** Thin cartridges write a link into the manifest itself, where others name a file. */
  readonly element: Element
  /** Its main file as an archive name, or as the manifest has it if there is no such file. */
  readonly href: string | null
  readonly files: readonly string[]
  readonly dependencies: readonly string[]
  /** Identifier of the resource that a reader should prefer to this one (CC 1.3 variants). */
  readonly preferred: string | null
  /** Identifier of the unreadable resource whose place this one takes. */
  readonly standsFor: string | null
  /** Meant for teachers: Canvas locks such files. */
  readonly isForInstructors: boolean
}

export interface Manifest {
  readonly title: string
  readonly version: string | null
  readonly isCanvasExport: boolean
  /** By identifier; of several with the same one, the last, as in Canvas. */
  readonly byIdentifier: ReadonlyMap<string, Resource>
  /** All of them, doubles too, in the order of the manifest. */
  readonly resources: readonly Resource[]
  /** The standard knows one; some tools write a second. */
  readonly organizations: readonly Element[]
  /** What the outline calls a resource where it first has a title for it, by the identifier of the resource. */
  readonly titles: ReadonlyMap<string, string>
}

export function readManifest(archive: Archive): Manifest {
  const root = archive.readXml('imsmanifest.xml')
  if (root === undefined) throw new CartridgeError('no-manifest', 'imsmanifest.xml', 'The manifest is not text.')
  const manifest = childNamed(root, 'manifest')
  const resources = withSupportedVariants(readResources(archive, manifest))
  const byIdentifier = preferredResources(resources)
  const organizations = childrenNamed(childNamed(manifest, 'organizations'), 'organization')
  return {
    title: titleOf(manifest),
    version: textAt(childNamed(manifest, 'metadata'), 'schemaversion'),
    isCanvasExport: resources.some(isCanvasMark),
    byIdentifier,
    resources,
    organizations,
    titles: readTitles(organizations, byIdentifier),
  }
}

function readTitles(
  organizations: readonly Element[],
  byIdentifier: Manifest['byIdentifier'],
): ReadonlyMap<string, string> {
  const titles = new Map<string, string>()
  for (const item of organizations.flatMap(organization => descendantsNamed(organization, 'item'))) {
    const identifier = byIdentifier.get(attributeOf(item, 'identifierref') ?? '')?.identifier
    const title = textAt(item, 'title')
    if (identifier !== undefined && title !== null && !titles.has(identifier)) titles.set(identifier, title)
  }
  return titles
}

/** Only as a resource (canvas-lms package_identifier.rb): other tools write the file, too. Old exports had their settings alone. */
function isCanvasMark({ href, files }: Resource): boolean {
  if (href === 'course_settings/canvas_export.txt') return true
  return href === 'course_settings/syllabus.html' && files.includes('course_settings/course_settings.xml')
}

function titleOf(manifest: Element | Root | undefined): string {
  const title = elementAt(manifest, 'metadata', 'lom', 'general', 'title')
  return textOf(childNamed(title, 'string') ?? childNamed(title, 'langstring') ?? title).trim()
}

/** `xml:base` counts wherever it stands (XML Base): on the manifest, on its resources, on one of them. */
function readResources(archive: Archive, manifest: Element | undefined): Resource[] {
  const parent = childNamed(manifest, 'resources')
  const base = (attributeOf(manifest, 'base') ?? '') + (attributeOf(parent, 'base') ?? '')
  return childrenNamed(parent, 'resource').map(element => readResource(archive, element, base))
}

function readResource(archive: Archive, element: Element, outerBase: string): Resource {
  const base = outerBase + (attributeOf(element, 'base') ?? '')
  const toName = (href: string): string => archive.find(base + href) ?? archive.find(href) ?? base + href
  const files = childrenNamed(element, 'file').flatMap(file => attributeOf(file, 'href') ?? [])
  const href = attributeOf(element, 'href') ?? files[0] ?? null
  return {
    identifier: attributeOf(element, 'identifier') ?? '',
    type: attributeOf(element, 'type') ?? '',
    element,
    href: href === null ? null : toName(href),
    files: files.map(toName),
    dependencies: childrenNamed(element, 'dependency').flatMap(node => attributeOf(node, 'identifierref') ?? []),
    preferred: attributeOf(descendantsNamed(element, 'variant')[0], 'identifierref'),
    standsFor: null,
    isForInstructors: descendantsNamed(element, 'intendedEndUserRole').some(
      role => textAt(role, 'value') === 'Instructor',
    ),
  }
}

const supported = /assessment$|^assignment|^imswl|^imsbasiclti|^imsdt|webcontent|learning-application-resource$/

/** A fallback counts where the resource it stands for is missing or of a type that nobody here reads. */
function withSupportedVariants(resources: readonly Resource[]): Resource[] {
  const types = new Map(resources.map(({ identifier, type }) => [identifier, type]))
  return resources.map(resource => {
    const isSupported = resource.preferred !== null && supported.test(types.get(resource.preferred) ?? '')
    return isSupported && resource.preferred !== resource.identifier
      ? resource
      : { ...resource, preferred: null, standsFor: resource.preferred }
  })
}

/** An item that names a fallback means what it is the fallback of, and the other way round where only the fallback can be read. */
function preferredResources(resources: readonly Resource[]): Map<string, Resource> {
  const byIdentifier = new Map(resources.map(resource => [resource.identifier, resource]))
  for (const resource of resources) if (resource.standsFor !== null) byIdentifier.set(resource.standsFor, resource)
  for (const resource of resources) {
    const preferred = resource.preferred === null ? undefined : byIdentifier.get(resource.preferred)
    if (preferred) byIdentifier.set(resource.identifier, preferred)
  }
  return byIdentifier
}

/** The archive names of a resource's dependencies, in order, and of its own files. */
export function filesOf(resource: Resource, { byIdentifier }: Manifest): string[] {
  const others = resource.dependencies.flatMap(identifier => byIdentifier.get(identifier)?.files ?? [])
  return [...(resource.href === null ? [] : [resource.href]), ...resource.files, ...others]
}
