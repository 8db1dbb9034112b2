import type { Reference } from '@recourse/core/library'
import type { Node as EditorNode } from '@tiptap/pm/model'
import type { Element, ElementContent } from 'hast'
import { makeElement } from './make-element.ts'
import { writeRun } from './write-run.ts'
import { writeTable } from './write-table.ts'

export interface BlockWriting {
  /** How the text speaks of a reference. */
  readonly mark: (reference: Reference) => string
}

/** Blocks in which one line of text is written without a paragraph around it. */
const tight = /^(?:li|td|th|dt|dd|summary|figcaption|legend)$/

/** What a block of the editor holds, as markup. */
export function writeBlocks(parent: EditorNode, writing: BlockWriting, tag = ''): readonly ElementContent[] {
  let isAfterBare = false
  return parent.children.flatMap((node, index): readonly ElementContent[] => {
    const isBare = node.type.name === 'paragraph' && !isAfterBare && isWrittenBare(node, tight.test(tag) && index === 0)
    isAfterBare = isBare
    return isBare ? writeRun(node, writing) : [writeBlock(node, writing)]
  })
}

function isWrittenBare({ attrs }: EditorNode, isTight: boolean): boolean {
  return attrs.shape === 'bare' || (attrs.shape === null && isTight && attrs.kept === null)
}

function writeBlock(node: EditorNode, writing: BlockWriting): Element {
  const { attrs } = node
  const holding = (tag: string) => makeElement(tag, attrs.kept, writeBlocks(node, writing, tag))
  switch (node.type.name) {
    case 'paragraph':
      return makeElement('p', attrs.kept, writeRun(node, writing))
    case 'heading':
      return makeElement(`h${attrs.level}`, attrs.kept, writeRun(node, writing))
    case 'box':
      return holding(String(attrs.tag))
    case 'blockquote':
      return holding('blockquote')
    case 'bulletList':
      return holding('ul')
    case 'orderedList':
      return makeElement('ol', { ...startOf(node), ...attrs.kept }, writeBlocks(node, writing, 'ol'))
    case 'listItem':
      return holding('li')
    case 'codeBlock':
      return writePre(node)
    case 'horizontalRule':
      return makeElement('hr', attrs.kept, [])
    case 'table':
      return writeTable(node, cell => writeBlocks(cell, writing, 'td'))
    default:
      throw new Error(`There is no markup for ${node.type.name}.`)
  }
}

function startOf({ attrs }: EditorNode): Readonly<Record<string, string>> {
  return attrs.start === 1 || attrs.start === null ? {} : { start: String(attrs.start) }
}

function writePre({ attrs, textContent }: EditorNode): Element {
  const text: ElementContent[] = textContent === '' ? [] : [{ type: 'text', value: textContent }]
  return makeElement('pre', attrs.kept, attrs.code === null ? text : [makeElement('code', attrs.code, text)])
}
