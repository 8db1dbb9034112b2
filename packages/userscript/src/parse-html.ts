import { fromDom, type HtmlParser } from '@recourse/core'

/**
 * HTML of a page or a text → plain tree, by the browser's own parser. The document is inert: nothing in it runs or is
 * fetched. A template is the context that the command line's parser uses too, so both doors read alike.
 */
export const parseHtml: HtmlParser = html => {
  const template = inertDocument().createElement('template')
  template.innerHTML = html
  return fromDom(template.content)
}

let inert: Document | undefined

function inertDocument(): Document {
  inert ??= document.implementation.createHTMLDocument('')
  return inert
}
