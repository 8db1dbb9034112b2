import { fromParse5, textContent, toHtml } from '@recourse/core'
import type { HtmlDocument } from '@recourse/core/cartridge'
import type { Element, Root } from 'hast'
import { type DefaultTreeAdapterMap, parse, parseFragment } from 'parse5'
import { limitedTreeAdapter } from './parse-limited.ts'

/** A text of a package as a tree; as `parseHtml` of the other doors, within limits. */
export function parsePackageHtml(html: string): Root {
  const options = { scriptingEnabled: false, treeAdapter: limitedTreeAdapter() }
  return fromParse5(parseFragment<DefaultTreeAdapterMap>(html, options))
}

/** An HTML file of a package, taken apart. */
export function readHtmlDocument(text: string): HtmlDocument {
  const options = { scriptingEnabled: false, treeAdapter: limitedTreeAdapter() }
  const document = fromParse5(parse<DefaultTreeAdapterMap>(text, options))
  const html = childrenNamed(document, 'html')[0]
  const head = html && childrenNamed(html, 'head')[0]
  const body = html && childrenNamed(html, 'body')[0]
  const title = head && childrenNamed(head, 'title')[0]
  return {
    title: title === undefined ? '' : textContent(title).trim(),
    meta: new Map(head === undefined ? [] : childrenNamed(head, 'meta').flatMap(toMeta)),
    body: body === undefined ? '' : toHtml({ type: 'root', children: body.children }).trim(),
  }
}

function childrenNamed({ children }: Root | Element, name: string): readonly Element[] {
  return children.flatMap(child => (child.type === 'element' && child.tagName === name ? child : []))
}

function toMeta({ properties: { name, content } }: Element): readonly (readonly [string, string])[] {
  return typeof name === 'string' ? [[name, typeof content === 'string' ? content : '']] : []
}
