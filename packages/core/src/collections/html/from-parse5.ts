import type { Properties, Root } from 'hast'
import { buildTree, type NodeReader } from './build-tree.ts'

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
  return buildTree(fragment.childNodes ?? noNodes, parse5Reader)
}

const noNodes: readonly Parse5Node[] = []

const parse5Reader: NodeReader<Parse5Node> = {
  make: ({ nodeName, value, data, attrs }) => {
    if (nodeName === '#text') return { type: 'text', value: value ?? '' }
    if (nodeName === '#comment') return { type: 'comment', value: data ?? '' }
    if (nodeName.startsWith('#')) return undefined
    return { type: 'element', tagName: nodeName, properties: toProperties(attrs ?? []), children: [] }
  },
  children: ({ childNodes }) => childNodes ?? noNodes,
  content: ({ content }) => content?.childNodes,
}

/** By `fromEntries`, to which `__proto__` is a name as any other. */
function toProperties(attributes: NonNullable<Parse5Node['attrs']>): Properties {
  return Object.fromEntries(attributes.map(({ name, prefix, value }) => [prefix ? `${prefix}:${name}` : name, value]))
}
