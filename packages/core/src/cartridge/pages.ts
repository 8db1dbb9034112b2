import type { Archive, HtmlDocument } from './archive.ts'
import type { CartridgePage } from './cartridge-course.ts'
import type { Manifest, Resource } from './manifest.ts'

const htmlName = /\.x?html?$/i

/** Pages of a Canvas export: every file in `wiki_content`, whether or not the manifest names it (canvas-lms wiki_converter.rb). */
export function readWikiPages(archive: Archive, manifest: Manifest): CartridgePage[] {
  const identifiers = new Map(manifest.resources.map(resource => [resource.href, resource.identifier]))
  const pages = archive.names.flatMap(name => {
    const page = name.startsWith('wiki_content/') && htmlName.test(name) ? archive.readHtml(name) : undefined
    return page ? toPage(name, page, page.meta.get('identifier') || identifiers.get(name) || name) : []
  })
  return withoutDoubles(archive, pages)
}

/** Pages of any other cartridge: its HTML resources, by the title that the outline has for them. */
export function readWebPages(archive: Archive, manifest: Manifest): CartridgePage[] {
  const pages = manifest.resources.flatMap(resource => {
    const page = isPage(resource) ? archive.readHtml(resource.href ?? '') : undefined
    if (page === undefined) return []
    const isShown = manifest.byIdentifier.get(resource.identifier) === resource
    const title = (isShown ? manifest.titles.get(resource.identifier) : undefined) ?? page.title
    return toPage(resource.href ?? '', { ...page, title }, resource.identifier || (resource.href ?? ''))
  })
  return withoutDoubles(archive, pages)
}

function isPage(resource: Resource): boolean {
  return resource.type === 'webcontent' && resource.preferred === null && htmlName.test(resource.href ?? '')
}

function toPage(href: string, { title, meta, body }: HtmlDocument, identifier: string): CartridgePage {
  const slug = href.slice(href.lastIndexOf('/') + 1).replace(htmlName, '')
  return {
    identifier,
    href,
    slug,
    body,
    title: title.trim() || slug,
    isPublished: !isHidden(meta),
    isFrontPage: meta.get('front_page') === 'true',
    editingRoles: meta.get('editing_roles') || null,
    todoDate: meta.get('todo_date') || null,
    publishAt: meta.get('publish_at') || null,
  }
}

/** Exports of old Canvas versions hid pages from students instead of unpublishing them. */
function isHidden(meta: ReadonlyMap<string, string>): boolean {
  const state = meta.get('workflow_state') || 'active'
  return state !== 'active' || meta.get('hide_from_students') === 'true'
}

function withoutDoubles(archive: Archive, pages: readonly CartridgePage[]): CartridgePage[] {
  const byIdentifier = new Map<string, CartridgePage>()
  for (const page of pages) {
    const earlier = byIdentifier.get(page.identifier)
    if (earlier) archive.leaveOut(doubled(earlier))
    byIdentifier.set(page.identifier, page)
  }
  return [...byIdentifier.values()]
}

function doubled({ identifier, href, title }: CartridgePage) {
  return {
    identifier,
    type: 'webcontent',
    href,
    why: `The page “${title}” has the identifier of a later one, which takes its place.`,
  }
}
