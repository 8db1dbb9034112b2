import { bySuffix, type CartridgeCourse, linkPaths, toPathKey } from '@recourse/core/cartridge'
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
  const find = (path: string) => tokens.get(path)
  const ends = bySuffix(course.files.flatMap(({ href }) => [[href, tokens.get(href)] as const]))
  const findByEnd = (path: string) => ends.get(toPathKey(path))
  return (html, href) => relink(html, url => findToken(url, href, find) ?? findToken(url, '', findByEnd))
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
  for (const path of linkPaths(unescapeUri(url), href)) {
    const token = find(path)
    if (token !== undefined) return token
  }
  return undefined
}
