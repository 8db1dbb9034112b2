import type { Node as EditorNode, Mark } from '@tiptap/pm/model'
import type { Element, ElementContent } from 'hast'
import { makeElement } from './make-element.ts'
import { toReference } from './references.ts'
import type { BlockWriting } from './write-blocks.ts'

/** A line of text with its marks as elements around it, each as long as it goes on. */
export function writeRun(parent: EditorNode, writing: BlockWriting): ElementContent[] {
  const result: ElementContent[] = []
  let open: readonly { readonly mark: Mark; readonly element: Element }[] = []
  parent.forEach(node => {
    const same = open.findIndex(({ mark }, index) => !node.marks[index]?.eq(mark))
    const kept = same < 0 ? open : open.slice(0, same)
    let into = kept.at(-1)?.element.children ?? result
    const added = node.marks.slice(kept.length).map(mark => {
      const element = writeMark(mark, writing)
      into.push(element)
      into = element.children
      return { mark, element }
    })
    into.push(writeLeaf(node, writing))
    open = [...kept, ...added]
  })
  return result
}

function writeLeaf(node: EditorNode, writing: BlockWriting): ElementContent {
  const { attrs } = node
  if (node.isText) return { type: 'text', value: node.text ?? '' }
  if (node.type.name === 'hardBreak') return makeElement('br', attrs.kept, [])
  const reference = toReference(attrs.reference)
  const src = reference === undefined ? attrs.src : writing.mark(reference)
  return makeElement('img', { ...(src !== null && { src }), alt: String(attrs.alt), ...attrs.kept }, [])
}

const usual: Readonly<Record<string, string>> = { bold: 'strong', italic: 'em', underline: 'u', strike: 's' }

function writeMark({ type, attrs }: Mark, writing: BlockWriting): Element {
  if (type.name !== 'link') return makeElement(attrs.tag ?? usual[type.name] ?? 'span', attrs.kept, [])
  const reference = toReference(attrs.reference)
  const href = reference === undefined ? attrs.href : writing.mark(reference)
  return makeElement('a', { ...(href !== null && { href }), ...attrs.kept }, [])
}
