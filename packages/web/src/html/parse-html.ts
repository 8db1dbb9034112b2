import { fromDom, type HtmlParser } from '@recourse/core'
import type { Root } from 'hast'
import { hideStyles, toOwnName } from './hide-styles.ts'

/** A browser's parser, into a document of its own: nothing in it is run, loaded or drawn. */
export const parseHtml: HtmlParser = html => {
  const template = document.createElement('template')
  template.innerHTML = hideStyles(html)
  return withOwnNames(fromDom(template.content))
}

function withOwnNames(tree: Root): Root {
  const waiting = [...tree.children]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type !== 'element') continue
    waiting.push(...node.children)
    node.properties = Object.fromEntries(
      Object.entries(node.properties).map(([name, value]) => [toOwnName(name), value]),
    )
  }
  return tree
}
