import type { Archive } from './archive.ts'
import type { CartridgeActivity, CartridgePage } from './cartridge-course.ts'
import { linkPaths } from './link-paths.ts'
import { textOf } from './xml.ts'

type Bodies = Pick<CartridgePage | CartridgeActivity, 'href'> & { readonly body: string | null }

/** What pages and activities lead to and nobody has read: files of the course, though the manifest does not list them as such. */
export function findLinkedFiles(
  archive: Archive,
  pages: readonly CartridgePage[],
  activities: readonly CartridgeActivity[],
): readonly string[] {
  const questions = activities.flatMap(({ href, questions: asked }) =>
    asked.map(({ raw }) => ({ href, body: textOf(raw) })),
  )
  const names = [...pages, ...activities, ...questions].flatMap(text => namesIn(archive, text))
  return [...new Set(names)].filter(name => !archive.isClaimed(name))
}

const address = /\s(?:href|src|data|poster|value)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi

/** Files of the archive that the text links to. */
export function namesIn(archive: Archive, { body, href }: Bodies): readonly string[] {
  return Array.from((body ?? '').matchAll(address), ([, double, single, bare]) =>
    findTarget(archive, (double ?? single ?? bare ?? '').replaceAll('&amp;', '&'), href),
  ).flatMap(name => name ?? [])
}

/** The file that an address in a file of the archive means; `undefined` for addresses of the web and what is not there. */
export function findTarget(archive: Archive, written: string, href: string): string | undefined {
  for (const path of linkPaths(written, href)) {
    const name = archive.find(path)
    if (name !== undefined) return name
  }
  return undefined
}
