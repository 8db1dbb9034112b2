import { type CartridgeCourse, linkPaths } from '@recourse/core/cartridge'
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
  const bySuffix = bySuffixOf(course.files, tokens)
  return (html, href) => relink(html, url => findToken(url, href, find) ?? findToken(url, '', bySuffix))
}

/** Where a path leads nowhere, the one file that ends with it is meant. */
function bySuffixOf(
  files: CartridgeCourse['files'],
  tokens: ReadonlyMap<string, string>,
): (path: string) => string | undefined {
  const owners = new Map<string, string | undefined>()
  for (const { href } of files) {
    for (const suffix of suffixesOf(href)) owners.set(suffix, owners.has(suffix) ? undefined : tokens.get(href))
  }
  return path => owners.get(path.toLowerCase())
}

function suffixesOf(href: string): readonly string[] {
  const names = href.toLowerCase().split('/')
  return names.map((_, index) => names.slice(index).join('/'))
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
