import { urlAttributes } from './allow-list.ts'
import { courseLinkHandler, type LinkSource } from './course-links.ts'
import { type ImportedHtml, importLinks, type LinkDestination } from './import-links.ts'
import { fileToken } from './link-tokens.ts'
import { type LinkMode, rewriteUrls, type UrlMatch } from './rewriter.ts'
import { escapeAttribute, serializeHtml } from './serialize.ts'
import { attributeOf, elementsOf, parseHtml, setAttribute } from './tree.ts'
import { escapeUri, isRubyUri } from './url-text.ts'

/** What an export package asks of the source course besides what a course copy asks. */
export interface PackageSource extends LinkSource {
  /** Address of this Canvas, without a trailing slash: links out of the course get it, or they would mean nothing elsewhere. */
  readonly origin: string
  /** Path of a file below the course's root folder, display name last. */
  readonly filePathOf: (id: string) => string | undefined
}

/** A body as it stands in an export package (canvas-api §7.2): as in a course copy, but files by path. */
export function exportPackageLinks(html: string, source: PackageSource, mode: LinkMode): string {
  const toFile = (match: UrlMatch) => exportFile(match, source, mode)
  return withHost(rewriteUrls(html, source.courseId, mode, courseLinkHandler(source, toFile)), source.origin)
}

/** The reverse, for any package: Canvas's own tokens, and the relative addresses of others. */
export function importPackageLinks(
  html: string,
  destination: Omit<LinkDestination, 'fixesRelativeUrls'>,
): ImportedHtml {
  return importLinks(html, { ...destination, fixesRelativeUrls: true })
}

function exportFile({ id = '', rest }: UrlMatch, source: PackageSource, mode: LinkMode): string | undefined {
  const path = source.filePathOf(id)
  if (path === undefined) return undefined
  const url = `${fileToken}/${path.split('/').map(escapeUri).join('/')}`
  return (mode === 'string' ? escapeAttribute(url) : url) + fileQuery(rest)
}

/** What followed the file's id, encoded so that the import finds it again; `/preview` is what it supplies by itself. */
function fileQuery(rest: string): string {
  const decoded = rest.replaceAll('&amp;', '&')
  if (decoded === '' || !isRubyUri(decoded)) return ''
  const [, path = '', query = ''] = /^([^?#]*)(?:\?([^#]*))?/.exec(decoded) ?? []
  const action = path === '/preview' ? [] : [`canvas_${encodeURIComponent(path.slice(1))}=1`]
  const parameters = Array.from(new URLSearchParams(query))
    .filter(([name]) => name !== 'verifier')
    .map(([name, value]) => new URLSearchParams([[`canvas_qs_${name}`, value]]).toString())
  const all = [...action, ...parameters]
  return all.length > 0 ? `?${all.join('&')}` : ''
}

function withHost(html: string, origin: string): string {
  const tree = parseHtml(html)
  for (const element of elementsOf(tree)) {
    const attribute = urlAttributes.get(element.tagName)?.attribute
    const url = attribute && attributeOf(element, attribute)
    if (url && /^\/(?!\/)/.test(url) && isRubyUri(url)) setAttribute(element, attribute, origin + url)
  }
  return serializeHtml(tree)
}
