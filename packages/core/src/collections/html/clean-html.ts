import type { Element, ElementContent, Parents, Root } from 'hast'
import { cleanAttributes } from './clean-html-attributes.ts'
import { cleanFrame } from './clean-html-frame.ts'
import { createElement } from './html-tree.ts'

export interface CleaningRules {
  /** Hosts whose pages may be framed, exact and without a port; never that of this Canvas, where a frame could act as its reader. */
  readonly iframeHosts: readonly string[]
}

/** What Canvas allows (canvas-api §4) without what runs, what is named by others (`map`), or what HTML cannot be parsed around (`style`, MathML). */
const kept: ReadonlySet<string> = new Set(
  (
    'a abbr acronym address article aside audio b bdo big blockquote br caption cite code col colgroup dd del details ' +
    'dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd legend li mark nav ol p ' +
    'pre q rp rt ruby s samp section small source span strike strong sub summary sup table tbody td tfoot th thead ' +
    'time tr track tt u ul var video'
  ).split(' '),
)

/** These go with everything inside them; of all others the contents stay. */
const dropped: ReadonlySet<string> = new Set(
  (
    'annotation annotation-xml applet embed head iframe noembed noframes noscript object option plaintext ' +
    'script select style svg template textarea title xmp'
  ).split(' '),
)

interface Job {
  readonly node: Parents['children'][number]
  readonly into: Root | Element
}

/**
 * A tree of what somebody stored, without anything that could run, pose as a part of the page, or load what it may
 * not: made anew from what is allowed (docs/decisions/0010). The same at every door, whatever the depth.
 */
export function cleanHtml(tree: Root, { iframeHosts }: CleaningRules): Root {
  const hosts = new Set(iframeHosts.map(host => host.toLowerCase()))
  const clean: Root = { type: 'root', children: [] }
  const waiting: Job[] = []
  pushChildren(waiting, tree, clean)
  for (let job = waiting.pop(); job !== undefined; job = waiting.pop()) {
    const { node, into } = job
    if (node.type === 'text') addText(into, node.value)
    if (node.type !== 'element') continue
    const copy = node.tagName === 'iframe' ? cleanFrame(node, hosts) : copyElement(node)
    if (copy !== undefined) into.children.push(copy)
    if (!dropped.has(node.tagName)) pushChildren(waiting, node, copy ?? into)
  }
  return clean
}

function copyElement({ tagName, properties }: Element): Element | undefined {
  if (!kept.has(tagName)) return undefined
  return createElement(tagName, cleanAttributes(tagName, properties))
}

function addText({ children }: Root | Element, value: string): void {
  const last: ElementContent | Root['children'][number] | undefined = children.at(-1)
  if (last?.type === 'text') last.value += value
  else children.push({ type: 'text', value })
}

function pushChildren(waiting: Job[], { children }: Parents, into: Root | Element): void {
  for (let at = children.length - 1; at >= 0; at -= 1) {
    const node = children[at]
    if (node !== undefined) waiting.push({ node, into })
  }
}
