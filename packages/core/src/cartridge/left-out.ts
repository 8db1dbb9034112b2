import type { Archive } from './archive.ts'
import type { Manifest, Resource } from './manifest.ts'
import { childElements } from './xml.ts'

// Parts of a Canvas export that say nothing of their own.
const silent = new Set(['imsmanifest.xml', 'course_settings/canvas_export.txt'])

/** Accounts for whatever of the archive nobody has read. */
export function accountForRest(archive: Archive, manifest: Manifest): void {
  const owners = new Map(
    manifest.resources.flatMap(resource => namesOf(resource).map(name => [name, resource] as const)),
  )
  for (const name of archive.names) {
    const owner = owners.get(name)
    // The fallback of something that was read has nothing to add.
    if (archive.isClaimed(name) || silent.has(name) || owner?.preferred || isEmptyXml(archive, name)) continue
    const { identifier = null, type = null } = owner ?? {}
    archive.leaveOut({ identifier, type, href: name, why: reasonFor(name, type) })
  }
  for (const resource of manifest.resources) accountForMissing(archive, resource)
}

function namesOf({ href, files }: Resource): string[] {
  return [...files, ...(href === null ? [] : [href])]
}

function reasonFor(name: string, type: string | null): string {
  if (name.startsWith('course_settings/')) return 'This part of a Canvas export is not carried over.'
  return type === null ? 'The manifest does not name this file.' : 'Resources of this type are not carried over.'
}

/** Exports write a file for rubrics, outcomes, events … even when there are none; a broken one accounts for itself. */
function isEmptyXml(archive: Archive, name: string): boolean {
  if (!name.startsWith('course_settings/') || !name.endsWith('.xml')) return false
  const root = archive.tryXml(name)
  const top = root && childElements(root)[0]
  return top === undefined || childElements(top).length === 0
}

/** Resources whose main file is not there; those that stand for another resource have said it themselves. */
function accountForMissing(archive: Archive, { identifier, type, href, preferred }: Resource): void {
  const isKnown = href === null || preferred !== null || archive.has(href) || silent.has(href)
  const isSaid = archive.leftOut.some(entry => entry.identifier === identifier && entry.href === href)
  if (isKnown || isSaid) return
  archive.leaveOut({ identifier, type, href, why: 'The manifest names this file, but the archive does not hold it.' })
}
