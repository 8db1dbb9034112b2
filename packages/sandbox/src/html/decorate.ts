import type { StoredFile } from '../model.ts'
import type { World } from '../world.ts'
import { urlAttributes } from './allow-list.ts'
import { findApiEndpoint } from './api-endpoints.ts'
import { rewriteUrls, type UrlMatch } from './rewriter.ts'
import { serializeHtml } from './serialize.ts'
import { attributeOf, type Element, elementsOf, parseHtml, setAttribute } from './tree.ts'
import { isRubyUri } from './url-text.ts'
import { markUserContent } from './user-content.ts'

/** The request a body is read by. */
export interface ReadContext {
  /** Scheme and host of the request, without a trailing slash. */
  readonly origin: string
  readonly world: World
  readonly courseId: number
  /** A browser session gets file links without a verifier. */
  readonly isSession: boolean
}

/** A stored body as the API returns it (canvas-api §2.4): never the bytes that were saved. */
export function decorateBody(html: string, context: ReadContext): string {
  if (html.trim() === '') return html
  const mode = context.world.flags.preciseLinks ? 'precise' : 'string'
  const tree = parseHtml(rewriteUrls(html, context.courseId, mode, match => fileUrl(match, context, mode === 'string')))
  for (const element of elementsOf(tree)) {
    markUserContent(element)
    makeAbsolute(element, context.origin)
    loadLazily(element, context.origin)
  }
  return serializeHtml(tree)
}

function fileUrl(match: UrlMatch, context: ReadContext, isInHtml: boolean): string | undefined {
  if (match.type !== 'files' || match.id === undefined) return undefined
  const file = findFile(Number(match.id), context.world)
  if (file === undefined || (match.isInCourse && file.courseId !== context.courseId)) return undefined
  const parameters = [
    ...(context.isSession ? [] : [`verifier=${file.uuid}`]),
    ...(match.rest.includes('wrap=1') ? ['wrap=1'] : []),
  ]
  const action = match.rest.startsWith('/preview') ? 'preview' : 'download'
  const query = parameters.length > 0 ? `?${parameters.join(isInHtml ? '&amp;' : '&')}` : ''
  return `/courses/${file.courseId}/files/${file.id}/${action}${query}`
}

/** An id that was replaced leads to what replaced it. */
function findFile(id: number, world: World): StoredFile | undefined {
  const seen = new Set<number>()
  let file = world.rows.files.get(id)
  while (file?.replacedById != null && !seen.has(file.id)) {
    seen.add(file.id)
    file = world.rows.files.get(file.replacedById)
  }
  return file?.state === 'available' ? file : undefined
}

function makeAbsolute(element: Element, origin: string): void {
  const attribute = urlAttributes.get(element.tagName)?.attribute
  const url = attribute && attributeOf(element, attribute)
  if (!url || !/^\/(?!\/)/.test(url) || !isRubyUri(url)) return
  setAttribute(element, attribute, origin + url)
  const endpoint = findApiEndpoint(url)
  if (endpoint === undefined) return
  setAttribute(element, 'data-api-endpoint', origin + endpoint.path)
  setAttribute(element, 'data-api-returntype', endpoint.returns)
}

function loadLazily(element: Element, origin: string): void {
  if (element.tagName !== 'img' && element.tagName !== 'iframe') return
  if (attributeOf(element, 'src')?.startsWith(`${origin}/`)) setAttribute(element, 'loading', 'lazy')
}
