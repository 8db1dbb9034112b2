import { type FoundFile, missingFileUrl, resolveFilePath } from './file-paths.ts'
import { decodeTokens, type LinkKind, translateModuleItem } from './link-tokens.ts'
import { serializeHtml } from './serialize.ts'
import { attributeOf, type Element, elementsOf, parseHtml, setAttribute, setText, textOf } from './tree.ts'
import { isRubyUri, relativeTo } from './url-text.ts'

/** What the import of links asks of the destination course. */
export interface LinkDestination {
  readonly courseId: number | string
  /** Names under which this Canvas is known, without ports: links to them become relative. */
  readonly hostNames: readonly string[]
  /** The id (for a page: the slug) of the row that has this migration id here. */
  readonly idOf: (kind: LinkKind, migrationId: string) => string | undefined
  /** The file at a path below the course's root folder, in the spelling of the import. */
  readonly fileAt: FoundFile
  /** Whether relative addresses are taken for paths of files: in packages, not in course copies. */
  readonly fixesRelativeUrls: boolean
}

/** A link whose object is not in this course: what stands in the page now. */
export interface MissingLink {
  readonly kind: 'file' | LinkKind
  readonly url: string
}

export interface ImportedHtml {
  readonly html: string
  readonly missing: readonly MissingLink[]
}

type Resolution = { readonly url: string; readonly missing?: MissingLink['kind'] }

const linkAttributes = ['rel', 'href', 'src', 'srcset', 'data', 'value', 'longdesc', 'data-download-url']

/** Tokens of an export turned into addresses of this course (canvas_link_migrator; canvas-api §3.1). Attributes only: texts keep theirs. */
export function importLinks(html: string, destination: LinkDestination): ImportedHtml {
  const tree = parseHtml(html)
  const missing: MissingLink[] = []
  for (const element of elementsOf(tree)) {
    for (const name of linkAttributes) {
      const found = importAttribute(element, name, destination)
      if (found) missing.push(found)
    }
  }
  return { html: serializeHtml(tree), missing }
}

function importAttribute(element: Element, name: string, destination: LinkDestination): MissingLink | undefined {
  const old = attributeOf(element, name)
  if (!old?.trim() || (name === 'value' && !/IMS[-_]CC[-_]FILEBASE|CANVAS_COURSE_REFERENCE/.test(old))) return undefined
  const { url, missing } = resolve({ element, name, old, url: decodeTokens(old) }, destination)
  // A link that shows its own address goes on showing it.
  if (url !== old && element.tagName === 'a' && name === 'href' && textOf(element).trim() === old) setText(element, url)
  setAttribute(element, name, url)
  return missing && { kind: missing, url }
}

interface Link {
  readonly element: Element
  readonly name: string
  readonly old: string
  readonly url: string
}

function resolve(link: Link, destination: LinkDestination): Resolution {
  return (
    resolveById(link, destination) ??
    resolveFileReference(link, destination) ??
    resolveObject(link, destination) ??
    resolveCoursePath(link, destination) ??
    resolvePackageFile(link, destination) ??
    resolvePlain(link, destination)
  )
}

function resolveById({ old, url }: Link, destination: LinkDestination): Resolution | undefined {
  const page = /wiki_page_migration_id=(.*)/.exec(url)?.[1]
  if (page !== undefined) return found(destination, 'pages', page, slug => `pages/${slug}`, old)
  const topic = /discussion_topic_migration_id=(.*)/.exec(url)?.[1]
  if (topic !== undefined) return found(destination, 'discussion_topics', topic, id => `discussion_topics/${id}`, old)
  const item = /\$CANVAS_COURSE_REFERENCE\$\/modules\/items\/([^?]*)(\?.*)?/.exec(url)
  if (!item) return undefined
  return found(destination, 'module_items', item[1] ?? '', id => `modules/items/${id}${item[2] ?? ''}`, old)
}

function found(
  destination: LinkDestination,
  kind: LinkKind,
  migrationId: string,
  toPath: (id: string) => string,
  old: string,
): Resolution {
  const id = destination.idOf(kind, migrationId)
  return id === undefined ? { url: old, missing: kind } : { url: `/courses/${destination.courseId}/${toPath(id)}` }
}

function resolveFileReference(link: Link, destination: LinkDestination): Resolution | undefined {
  const match = /\$CANVAS_COURSE_REFERENCE\$\/file_ref\/([^/?#]+)(.*)/.exec(link.url)
  if (!match) return undefined
  const id = destination.idOf('files', match[1] ?? '')
  if (id === undefined) return { url: link.old, missing: 'file' }
  if (isMediaFrame(link)) {
    const type = attributeOf(link.element, 'data-media-type') ?? ''
    return { url: `/media_attachments_iframe/${id}?type=${type}&embedded=true` }
  }
  const rest = match[2] || (opensNewWindow(link) ? '' : '/preview')
  // An icon of the editor is fetched from the bare address: a redirect would leave the origin.
  return { url: `${rest.includes('icon_maker_icon=1') ? '' : `/courses/${destination.courseId}`}/files/${id}${rest}` }
}

function isMediaFrame({ element, name }: Link): boolean {
  const isFrame = element.tagName === 'iframe' || element.tagName === 'source'
  return name === 'src' && isFrame && Boolean(attributeOf(element, 'data-media-id'))
}

function opensNewWindow({ element, name }: Link): boolean {
  return element.tagName === 'a' && name === 'href' && attributeOf(element, 'target') === '_blank'
}

const kindByReference: ReadonlyMap<string, LinkKind> = new Map([
  ['announcements', 'announcements'],
  ['assignments', 'assignments'],
  ['attachments', 'files'],
  ['calendar_events', 'calendar_events'],
  ['context_modules', 'modules'],
  ['discussion_topics', 'discussion_topics'],
  ['modules', 'modules'],
  ['pages', 'pages'],
  ['quizzes', 'quizzes'],
  ['wiki', 'pages'],
  ['wiki_pages', 'pages'],
])

function resolveObject({ old, url }: Link, destination: LinkDestination): Resolution | undefined {
  const match = /(?:\$CANVAS_OBJECT_REFERENCE\$|\$WIKI_REFERENCE\$)\/([^/]*)\/([^?]*)(\?.*)?/.exec(url)
  if (!match) return undefined
  const [, type = '', migrationId = ''] = match
  const kind = kindByReference.get(type)
  // A type nobody knows is left standing, token and all.
  if (kind === undefined) return { url }
  const query = translateModuleItem(match[3] ?? '', item => destination.idOf('module_items', item))
  if (kind === 'pages') return resolvePage(migrationId, query, destination)
  if (kind === 'files') return found(destination, kind, migrationId, id => `files/${id}/preview`, old)
  return found(destination, kind, migrationId, id => `${type}/${id}${query}`, old)
}

/** A page that is not here: what the token says is taken for its slug, and Canvas counts the link as good. */
function resolvePage(migrationId: string, query: string, { courseId, idOf }: LinkDestination): Resolution {
  return { url: `/courses/${courseId}/pages/${idOf('pages', migrationId) ?? migrationId}${query}` }
}

function resolveCoursePath({ url }: Link, { courseId }: LinkDestination): Resolution | undefined {
  const path = /\$CANVAS_COURSE_REFERENCE\$\/(.*)/.exec(url)?.[1]
  return path === undefined ? undefined : { url: `/courses/${courseId}/${path}` }
}

function resolvePackageFile({ url }: Link, destination: LinkDestination): Resolution | undefined {
  const path = /\$IMS[-_]CC[-_]FILEBASE\$\/(.*)/.exec(url)?.[1]
  return path === undefined ? undefined : resolvePath(path, destination)
}

function resolvePath(path: string, { courseId, fileAt }: LinkDestination): Resolution {
  const url = resolveFilePath(path, courseId, fileAt)
  return url === undefined ? { url: missingFileUrl(path, courseId), missing: 'file' } : { url }
}

function resolvePlain(link: Link, destination: LinkDestination): Resolution {
  const { url } = link
  if (!isRelative(url)) return { url: relativeTo(url, destination.hostNames) ?? url }
  return !destination.fixesRelativeUrls || isLeftAlone(link) ? { url } : resolvePath(url, destination)
}

function isLeftAlone({ element, name, url }: Link): boolean {
  if (name === 'rel' || isMediaFrame({ element, name, old: url, url })) return true
  if (name === 'src' && attributeOf(element, 'class')?.includes('equation_image')) return true
  return /^(#|\/users\/|\/courses\/\d+\/files\/\d+|\/assessment_questions\/\d+\/files\/\d+)/.test(url)
}

function isRelative(url: string): boolean {
  return !url.startsWith('//') && !(isRubyUri(url) && /^[a-z][a-z0-9+.-]*:/i.test(url))
}
