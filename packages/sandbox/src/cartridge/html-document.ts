import type { HtmlDocument } from '@recourse/core/cartridge'
import { serializeHtml } from '../html/serialize.ts'
import {
  attributeOf,
  childrenOf,
  type Document,
  type Element,
  elementsOf,
  isElement,
  parseDocument,
  textOf,
  UnparseableHtmlError,
} from '../html/tree.ts'

const unreadable: HtmlDocument = { title: '', meta: new Map(), body: '' }

/** An HTML file of a cartridge taken apart; one that the parser refuses is empty, as it is to Canvas. */
export function readHtmlDocument(text: string): HtmlDocument {
  try {
    return takeApart(parseDocument(text))
  } catch (error) {
    if (error instanceof UnparseableHtmlError) return unreadable
    throw error
  }
}

function takeApart(document: Document): HtmlDocument {
  const root = document.childNodes.find(isElement)
  const head = root && childNamed(root, 'head')
  const body = root && childNamed(root, 'body')
  const title = head && childNamed(head, 'title')
  return {
    title: title ? textOf(title).trim() : '',
    meta: new Map(head ? metaOf(head) : []),
    body: body ? serializeHtml(body).trim() : '',
  }
}

function childNamed(parent: Element, name: string): Element | undefined {
  return childrenOf(parent)
    .filter(isElement)
    .find(child => child.tagName === name)
}

function* metaOf(head: Element): Generator<[string, string]> {
  for (const element of elementsOf(head)) {
    const name = element.tagName === 'meta' ? attributeOf(element, 'name') : undefined
    if (name) yield [name, attributeOf(element, 'content') ?? '']
  }
}
