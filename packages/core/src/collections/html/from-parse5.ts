import type { ElementContent, Root } from 'hast'
import { buildTree, type ReadNode } from './build-tree.ts'

/** As much of a parse5 node as a page needs; parse5's own nodes fit. */
export interface Parse5Node {
  readonly nodeName: string
  readonly value?: string
  readonly data?: string
  readonly attrs?: readonly { readonly name: string; readonly value: string; readonly prefix?: string | undefined }[]
  readonly childNodes?: readonly Parse5Node[]
  readonly content?: Parse5Node
}

/** Node's door: the tree of a fragment that parse5 parsed. */
export function fromParse5(fragment: Parse5Node): Root {
  return buildTree(fragment.childNodes ?? [], readNode)
}

const noNodes: readonly Parse5Node[] = []

function readNode({ nodeName, value, data, attrs, childNodes, content }: Parse5Node): ReadNode<Parse5Node> | undefined {
  const leaf = (made: ElementContent) => ({ made, children: noNodes, content: undefined })
  if (nodeName === '#text') return leaf({ type: 'text', value: value ?? '' })
  if (nodeName === '#comment') return leaf({ type: 'comment', value: data ?? '' })
  if (nodeName.startsWith('#')) return undefined
  const named = (attrs ?? []).map(({ name, prefix, value: text }) => [prefix ? `${prefix}:${name}` : name, text])
  return {
    made: { type: 'element', tagName: nodeName, properties: Object.fromEntries(named), children: [] },
    children: childNodes ?? noNodes,
    content: content?.childNodes,
  }
}
