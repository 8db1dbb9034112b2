import { courseToken, fileToken, type LinkKind, objectToken, translateModuleItem, wikiToken } from './link-tokens.ts'
import { type LinkMode, rewriteUrls, type UrlHandler, type UrlMatch } from './rewriter.ts'

/** What the export of links asks of the source course. */
export interface LinkSource {
  readonly courseId: number | string
  /**
   * The migration id of an object of this course; `undefined` if there is none or the copying user cannot see it. A page is asked for by
   * whatever its address says (slug, former slug, text that would make the slug, id); a file by its id or that of one it replaced.
   */
  readonly migrationIdOf: (kind: LinkKind, idOrSlug: string) => string | undefined
}

// Types of objects that have no migration id: with an id they are taken to be paths of the course.
const pathTypes = new Set(['grades', 'users', 'external_tools', 'collaborations', 'conferences', 'groups'])
const objectTypes: ReadonlySet<string> = new Set<LinkKind>([
  'assignments',
  'announcements',
  'calendar_events',
  'discussion_topics',
  'quizzes',
  'modules',
])

/**
 * A body as it leaves a course in a course copy: links of the course become tokens (canvas-api §3.1). In `string` mode the tokens also get
 * into texts, comments and `data-*`, where no import takes them out again (canvas-api §3.2).
 */
export function exportLinks(html: string, source: LinkSource, mode: LinkMode): string {
  return rewriteUrls(
    html,
    source.courseId,
    mode,
    courseLinkHandler(source, file => exportFile(file, source)),
  )
}

/** The tokens for everything but files, which differ between a course copy and an export package. */
export function courseLinkHandler(source: LinkSource, fileHandler: UrlHandler): UrlHandler {
  return match => {
    if (match.type === 'files') return match.id === undefined ? exportFolder(match) : fileHandler(match)
    if (match.type === 'wiki' || match.type === 'pages') return exportPage(match, source)
    if (match.type === 'items') return exportItem(match, source)
    if (match.type === 'courses') return exportHome(match, source)
    if (match.type === 'file_contents') return match.url.replace(/course( |%20)files/, () => fileToken)
    return exportObject(match, source)
  }
}

function exportFile({ id = '', rest }: UrlMatch, source: LinkSource): string | undefined {
  const migrationId = source.migrationIdOf('files', id)
  return migrationId && `${courseToken}/file_ref/${migrationId}${rest}`
}

function exportFolder({ url, isInCourse }: UrlMatch): string | undefined {
  const folder = /\/files\/folder\/(.*)/.exec(url)?.[1]
  if (folder !== undefined) return `${courseToken}/files/folder/${folder}`
  return isInCourse ? `${courseToken}/files` : undefined
}

/** A page nobody knows keeps its slug in the token: the destination may have one of that name. */
function exportPage(match: UrlMatch, source: LinkSource): string {
  if (match.id === undefined) return `${courseToken}/${match.type}${match.rest}`
  const migrationId = source.migrationIdOf('pages', match.id)
  if (migrationId === undefined) return `${wikiToken}/${match.type}/${match.id}${match.query}`
  return `${wikiToken}/${match.type}/${migrationId}${exportQuery(match, source)}`
}

function exportItem(match: UrlMatch, source: LinkSource): string | undefined {
  const migrationId = source.migrationIdOf('module_items', match.id ?? '')
  return migrationId && `${courseToken}/modules/items/${migrationId}${match.query}`
}

function exportHome({ id, rest }: UrlMatch, { courseId }: LinkSource): string | undefined {
  const isHome = id === String(courseId) && /^\/?(\?|$)/.test(rest)
  return isHome ? `${courseToken}/` : undefined
}

function exportObject(match: UrlMatch, source: LinkSource): string | undefined {
  const { type, id, rest } = match
  if (!isObjectType(type)) return pathTypes.has(type) ? exportPath(match) : undefined
  if (id === undefined) return `${courseToken}/${type}${rest}`
  const migrationId = source.migrationIdOf(type, id)
  return migrationId && `${objectToken}/${type}/${migrationId}${exportQuery(match, source)}`
}

function exportPath({ type, id, rest }: UrlMatch): string {
  return `${courseToken}/${type}${id === undefined ? '' : `/${id}`}${rest}`
}

function exportQuery({ query }: UrlMatch, source: LinkSource): string {
  return translateModuleItem(query, id => source.migrationIdOf('module_items', id))
}

function isObjectType(type: string): type is LinkKind {
  return objectTypes.has(type)
}
