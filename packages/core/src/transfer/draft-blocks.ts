import type { Element, ElementContent, Nodes, Root } from 'hast'
import { cleanHtml } from '../collections/html/clean-html.ts'
import { createElement, createText, elements, textContent } from '../collections/html/html-tree.ts'
import { toHtml } from '../collections/html/to-html.ts'
import { toReferenceMark } from '../library/index.ts'
import type { DraftBlock, DraftReference } from './course-draft.ts'
import { type Formulas, formulasToText } from './formulas-to-text.ts'

/** An address that nothing here leads to: the words stay, the link goes. */
export interface LostAddress {
  /** `within`: to a place of the same text · `data`: it was the thing itself · `background`: behind the text */
  readonly why: 'missing' | 'within' | 'tool' | 'data' | 'background'
  readonly address: string
}

/** Where an address leads. */
export type Destination = DraftReference | LostAddress | 'away'

export interface DraftedText {
  readonly blocks: readonly DraftBlock[]
  readonly lost: readonly LostAddress[]
  readonly formulas: Formulas
  /** Elements that did not pass the cleaning, by name with their number. */
  readonly cleaned: readonly string[]
}

/** A text made elsewhere, cleaned (docs/decisions/0010) and cut into elements; what it refers to stands beside it. */
export function draftBlocks(tree: Root, findDestination: (address: string) => Destination): DraftedText {
  const linked = framesToLinks(tree)
  const formulas = formulasToText(linked)
  const clean = cleanHtml(linked, { iframeHosts: [] })
  const lost = findUnkept(linked)
  const blocks = cutBlocks(clean).map((element, index) => {
    const references: DraftReference[] = []
    for (const each of [element, ...elements(element)]) mark(each, { references, lost, findDestination })
    return { id: `b${index + 1}`, kind: 'text', text: toHtml(element), references }
  })
  return { blocks, lost, formulas, cleaned: countCleaned(linked, clean) }
}

/** What the cleaning takes out of attributes although it showed something. */
function findUnkept(tree: Root): LostAddress[] {
  return elements(tree).flatMap(({ properties }) => {
    const inside = ['src', 'poster', 'href'].flatMap(
      name => /^\s*data:[^;,]*/i.exec(String(properties[name] ?? '')) ?? [],
    )
    const behind = [...String(properties.style ?? '').matchAll(/url\(\s*["']?([^"')]*)/gi)]
    return [
      ...inside.map(address => ({ why: 'data' as const, address: address.trim() })),
      ...behind.map(([, address = '']) => ({ why: 'background' as const, address: address.trim() })),
    ]
  })
}

/** A frame, which may act as its reader, becomes a link to what it shows. */
function framesToLinks(tree: Root): Root {
  const copy = structuredTree(tree)
  for (const element of elements(copy)) {
    const address = element.properties[element.tagName === 'object' ? 'data' : 'src']
    if (!/^(?:iframe|embed|object)$/.test(element.tagName) || typeof address !== 'string' || address.trim() === '')
      continue
    const words = String(element.properties.title ?? '').trim() || textContent(element).trim() || address
    element.tagName = 'a'
    element.properties = { href: address }
    element.children = [createText(words)]
  }
  return copy
}

/** The caller's tree stays as it is; not recursive, as the text is a stranger's. */
function structuredTree(tree: Root): Root {
  const copy: Root = { type: 'root', children: [] }
  const waiting: { from: Root | Element; into: Root | Element }[] = [{ from: tree, into: copy }]
  for (let job = waiting.pop(); job !== undefined; job = waiting.pop()) {
    for (const node of job.from.children) {
      if (node.type === 'text') job.into.children.push(createText(node.value))
      if (node.type !== 'element') continue
      const element: Element = {
        type: 'element',
        tagName: node.tagName,
        properties: { ...node.properties },
        children: [],
      }
      job.into.children.push(element)
      waiting.push({ from: node, into: element })
    }
  }
  return copy
}

const blockNames = new Set(
  'address article aside blockquote details dl div figure footer h1 h2 h3 h4 h5 h6 header hr nav ol p pre section table ul'.split(
    ' ',
  ),
)

/** Each block-level element is an element of the page; what stands between them is a paragraph. */
function cutBlocks(root: Root): readonly Element[] {
  const blocks: Element[] = []
  let paragraph: ElementContent[] = []
  const close = (): void => {
    if (paragraph.some(isVisible)) blocks.push(createElement('p', {}, ...paragraph))
    paragraph = []
  }
  for (const node of unwrap(root).children) {
    if (node.type !== 'element' && node.type !== 'text') continue
    if (node.type === 'text' || !blockNames.has(node.tagName)) {
      paragraph.push(node)
      continue
    }
    close()
    blocks.push(node)
  }
  close()
  return blocks
}

/** A wrapper that says nothing of its own is no element of a page. */
function unwrap(root: Root): Root | Element {
  let inner: Root | Element = root
  for (;;) {
    const visible: readonly Nodes[] = inner.children.filter(isVisible)
    const [only] = visible
    const isWrapper = only?.type === 'element' && /^(?:div|section|article)$/.test(only.tagName)
    if (visible.length !== 1 || !isWrapper || Object.keys(only.properties).length > 0) return inner
    inner = only
  }
}

function isVisible(node: Nodes): boolean {
  return node.type !== 'text' || node.value.trim() !== ''
}

interface Marking {
  readonly references: DraftReference[]
  readonly lost: LostAddress[]
  readonly findDestination: (address: string) => Destination
}

function mark({ properties }: Element, { references, lost, findDestination }: Marking): void {
  for (const name of ['href', 'src', 'poster']) {
    const address = properties[name]
    if (typeof address !== 'string') continue
    const destination = findDestination(address)
    if (destination === 'away') continue
    if ('why' in destination) {
      delete properties[name]
      lost.push(destination)
    } else properties[name] = toReferenceMark(numberOf(references, destination))
  }
}

/** The same thing twice in an element is one reference. */
function numberOf(references: DraftReference[], wanted: DraftReference): number {
  const found = references.findIndex(({ kind, key }) => kind === wanted.kind && key === wanted.key)
  return found >= 0 ? found : references.push(wanted) - 1
}

function countCleaned(before: Root, after: Root): readonly string[] {
  const counts = new Map<string, number>()
  for (const { tagName } of elements(before)) counts.set(tagName, (counts.get(tagName) ?? 0) + 1)
  for (const { tagName } of elements(after)) counts.set(tagName, (counts.get(tagName) ?? 0) - 1)
  return [...counts].filter(([, count]) => count > 0).map(([name, count]) => (count > 1 ? `${name} (${count})` : name))
}
