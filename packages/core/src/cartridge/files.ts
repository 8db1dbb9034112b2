import type { Element } from 'xast'
import type { Archive } from './archive.ts'
import type { CartridgeFile, CartridgeFolder, Restricted, UsageRights } from './cartridge-course.ts'
import type { Manifest, Resource } from './manifest.ts'
import { attributeOf, childNamed, childrenNamed, instantAt, isTrueAt, textAt } from './xml.ts'

const webFolder = 'web_resources/'

interface FileMeta {
  readonly files: ReadonlyMap<string, Element>
  readonly folders: readonly CartridgeFolder[]
}

/** What `files_meta.xml` says: only restricted, renamed and licensed files are in it (canvas-api §7.2). */
export function readFileMeta(archive: Archive): FileMeta {
  const root = archive.readXml('course_settings/files_meta.xml')
  const meta = root && childNamed(root, 'fileMeta')
  const folders = childrenNamed(childNamed(meta, 'folders'), 'folder').map(folder => ({
    path: attributeOf(folder, 'path') ?? '',
    ...restrictionsOf(folder),
  }))
  const files = childrenNamed(childNamed(meta, 'files'), 'file').map(
    file => [attributeOf(file, 'identifier') ?? '', file] as const,
  )
  return { folders, files: new Map(files) }
}

/** Files of a Canvas export: everything below `web_resources`, named by the manifest or not. */
export function readCanvasFiles(archive: Archive, manifest: Manifest, meta: FileMeta): CartridgeFile[] {
  const listed = manifest.resources.filter(({ type, href }) => type === 'webcontent' && href?.startsWith(webFolder))
  const unlisted = archive.names.filter(name => name.startsWith(webFolder))
  return readFiles(archive, listed, unlisted, meta)
}

/** Files of any other cartridge: the webcontent and associated content that was not read as something else, and what texts link to. */
export function readWebFiles(
  archive: Archive,
  manifest: Manifest,
  meta: FileMeta,
  linked: readonly string[],
): CartridgeFile[] {
  const isFile = ({ type, preferred }: Resource): boolean =>
    preferred === null && (type === 'webcontent' || type.startsWith('associatedcontent'))
  const listed = manifest.resources.filter(isFile)
  const free = listed.filter(({ href }) => href !== null && !archive.isClaimed(href))
  const extra = listed.flatMap(resource => resource.files).filter(archive.has)
  return readFiles(archive, free, [...extra.filter(name => !archive.isClaimed(name)), ...linked], meta)
}

function readFiles(
  archive: Archive,
  listed: readonly Resource[],
  others: readonly string[],
  meta: FileMeta,
): CartridgeFile[] {
  const present = listed.filter(resource => isPresent(archive, resource))
  const owners = new Map(present.map(resource => [resource.identifier, resource.href]))
  const byName = new Map<string, Resource[]>(others.map(name => [name, []]))
  for (const resource of present)
    byName.set(resource.href ?? '', [...(byName.get(resource.href ?? '') ?? []), resource])
  return Array.from(byName, ([name, resources]) => {
    archive.claim(name)
    // Of several files with one identifier the last keeps it, as in Canvas; the others go by their path.
    const identifiers = resources.map(resource => resource.identifier).filter(id => id && owners.get(id) === name)
    return toFile(name, [...new Set(identifiers)], resources, meta)
  })
}

function isPresent(archive: Archive, { identifier, type, href }: Resource): boolean {
  const isThere = href !== null && archive.has(href)
  if (!isThere)
    archive.leaveOut({ identifier, type, href, why: 'The manifest names this file, but the archive does not hold it.' })
  return isThere
}

function toFile(
  name: string,
  identifiers: readonly string[],
  resources: readonly Resource[],
  meta: FileMeta,
): CartridgeFile {
  const [identifier = `path:${name}`, ...aliases] = identifiers
  const element = identifiers.map(id => meta.files.get(id)).find(found => found !== undefined)
  const path = name.startsWith(webFolder) ? name.slice(webFolder.length) : name
  const restrictions = restrictionsOf(element)
  return {
    identifier,
    aliases,
    href: name,
    path,
    displayName: textAt(element, 'display_name') ?? path.slice(path.lastIndexOf('/') + 1),
    ...restrictions,
    locked: restrictions.locked || (element === undefined && resources.some(resource => resource.isForInstructors)),
    usageRights: usageRightsOf(childNamed(element, 'usage_rights')),
  }
}

function restrictionsOf(element: Element | undefined): Restricted {
  return {
    locked: isTrueAt(element, 'locked'),
    hidden: isTrueAt(element, 'hidden'),
    lockAt: instantAt(element, 'lock_at'),
    unlockAt: instantAt(element, 'unlock_at'),
  }
}

function usageRightsOf(element: Element | undefined): UsageRights | null {
  const useJustification = attributeOf(element, 'use_justification')
  if (useJustification === null) return null
  return { useJustification, legalCopyright: textAt(element, 'legal_copyright'), license: textAt(element, 'license') }
}
