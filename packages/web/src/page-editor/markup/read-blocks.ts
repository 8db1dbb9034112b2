import { textContent } from '@recourse/core'
import type { Block } from '@recourse/core/library'
import type { Node as EditorNode, Schema } from '@tiptap/pm/model'
import type { Element, RootContent } from 'hast'
import { keptOf } from './kept.ts'
import { readRun } from './read-run.ts'
import { readTable } from './read-table.ts'
import { toSegments } from './segments.ts'
import { boxTags, mediaTags } from './tags.ts'
import { Unfit } from './unfit.ts'

export interface BlockReading {
  readonly schema: Schema
  readonly block: Pick<Block, 'references'>
}

/** What a block holds, never nothing: the editor needs a line to write in. */
export function readBlocks(children: readonly RootContent[], reading: BlockReading): readonly EditorNode[] {
  const { schema } = reading
  const nodes = toSegments(children).map(segment =>
    segment.kind === 'run'
      ? schema.node('paragraph', { shape: 'bare' }, [...readRun(segment.leaves, reading)])
      : readElement(segment.element, reading),
  )
  return nodes.length > 0 ? nodes : [schema.node('paragraph', { shape: 'bare' })]
}

function readElement(element: Element, reading: BlockReading): EditorNode {
  const { tagName, children } = element
  const { schema } = reading
  const kept = keptOf(element)
  const holding = (type: string, attributes: object = {}) =>
    schema.node(type, { kept, ...attributes }, [...readBlocks(children, reading)])
  const saying = (type: string, attributes: object) =>
    schema.node(type, { kept, ...attributes }, [...readLine(element, reading)])
  if (tagName === 'p') return saying('paragraph', { shape: 'p' })
  if (/^h[1-6]$/.test(tagName)) return saying('heading', { level: Number(tagName.slice(1)) })
  if (boxTags.has(tagName)) return holding('box', { tag: tagName })
  switch (tagName) {
    case 'blockquote':
      return holding('blockquote')
    case 'ul':
      return readList('bulletList', element, reading)
    case 'ol':
      return readList('orderedList', element, reading)
    case 'pre':
      return readPre(element, reading)
    case 'hr':
      return schema.node('horizontalRule', { kept })
    case 'table':
      return readTable(element, { schema, readCell: cell => readBlocks(cell.children, reading) })
    default:
      throw new Unfit(mediaTags.has(tagName) ? 'media' : 'other')
  }
}

/** One run of text; a block in the midst of it has no place in a line. */
function readLine({ children }: Element, reading: BlockReading): readonly EditorNode[] {
  const segments = toSegments(children)
  const [only] = segments
  if (only === undefined) return []
  if (segments.length > 1 || only.kind === 'block') throw new Unfit('other')
  return readRun(only.leaves, reading)
}

function readList(type: string, element: Element, reading: BlockReading): EditorNode {
  const items = toSegments(element.children).map(segment => {
    if (segment.kind === 'run' || segment.element.tagName !== 'li') throw new Unfit('other')
    const content = readBlocks(segment.element.children, reading)
    return reading.schema.node('listItem', { kept: keptOf(segment.element) }, [...content])
  })
  return reading.schema.node(type, { kept: keptOf(element) }, items)
}

/** Text as it stands, with or without the `code` around it that other editors write. */
function readPre(element: Element, { schema }: BlockReading): EditorNode {
  const [first] = element.children
  const code =
    element.children.length === 1 && first?.type === 'element' && first.tagName === 'code' ? first : undefined
  const holder = code ?? element
  if (holder.children.some(child => child.type !== 'text')) throw new Unfit('other')
  const text = textContent(holder)
  const attributes = { kept: keptOf(element), code: code === undefined ? null : (keptOf(code) ?? {}) }
  return schema.node('codeBlock', attributes, text === '' ? [] : [schema.text(text)])
}
