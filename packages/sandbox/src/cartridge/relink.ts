import type { CartridgeCourse } from '@recourse/core/cartridge'
import { objectToken, wikiToken } from '../html/link-tokens.ts'
import { serializeHtml } from '../html/serialize.ts'
import { attributeOf, elementsOf, parseHtml, setAttribute } from '../html/tree.ts'
import { unescapeUri } from '../html/url-text.ts'
import { fileKey } from './file-key.ts'

/** Rewrites the links of a body that stands in the given file of the archive. */
export type Relink = (html: string, href: string) => string

/**
 * Plain cartridges link by relative address, as a web site does: what is in the archive becomes a token, as Canvas makes of it
 * (canvas-lms standard/converter.rb, `replace_urls`).
 */
export function createRelink(course: CartridgeCourse): Relink {
  const tokens = new Map([
    ...course.files.map(({ href, identifier }) => [href, `${objectToken}/attachments/${fileKey(identifier)}`] as const),
    ...course.pages.map(({ href, identifier }) => [href, `${wikiToken}/pages/${identifier}`] as const),
  ])
  const find = (path: string) => tokens.get(path) ?? tokens.get(`web_resources/${path}`)
  return (html, href) => relink(html, url => findToken(url, href, find))
}

const attributes = ['rel', 'href', 'src', 'data', 'value']

function relink(html: string, toToken: (url: string) => string | undefined): string {
  const tree = parseHtml(html)
  for (const element of elementsOf(tree)) {
    for (const name of attributes) {
      const url = attributeOf(element, name)
      const token = url && toToken(url)
      if (token) setAttribute(element, name, token)
    }
  }
  return serializeHtml(tree)
}

function findToken(url: string, href: string, find: (path: string) => string | undefined): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(url)) return undefined
  const base = /^(?:\$|%24)IMS[-_]CC[-_]FILEBASE(?:\$|%24)\/?/.exec(url)?.[0]
  const written = unescapeUri(base === undefined ? url : url.slice(base.length))
  const folder = href.slice(0, href.lastIndexOf('/') + 1)
  // A name may hold a question mark; only what is not found with it is cut there.
  for (const path of [written, written.replace(/[?#].*$/s, '')]) {
    const token =
      (base === undefined ? undefined : find(join('', path))) ?? find(join(folder, path)) ?? find(join('', path))
    if (token !== undefined) return token
  }
  return undefined
}

/** Resolves `.` and `..`; what climbs out of the archive stays at its top. */
function join(folder: string, path: string): string {
  const parts: string[] = []
  for (const part of `${path.startsWith('/') ? '' : folder}${path}`.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
