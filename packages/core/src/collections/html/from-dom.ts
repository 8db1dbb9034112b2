import type { Root } from 'hast'
import { buildTree, type NodeReader } from './build-tree.ts'

/** As much of a DOM node as a page needs; a browser's own nodes fit. */
export interface DomNode {
  readonly nodeType: number
  readonly nodeValue: string | null
  readonly childNodes: ArrayLike<DomNode>
  readonly localName?: string
  readonly attributes?: ArrayLike<{ readonly name: string; readonly value: string }>
  /** Of a `<template>`; of a `<meta>` it is a text. */
  readonly content?: DomNode
}

const nodeTypes = { element: 1, text: 3, comment: 8 } as const

/** A browser's door: the tree of a fragment that the browser parsed, the same that parse5 gives. */
export function fromDom(fragment: DomNode): Root {
  return buildTree(fragment.childNodes, domReader)
}

const domReader: NodeReader<DomNode> = {
  make: ({ nodeType, nodeValue, localName, attributes }) => {
    if (nodeType === nodeTypes.text) return { type: 'text', value: nodeValue ?? '' }
    if (nodeType === nodeTypes.comment) return { type: 'comment', value: nodeValue ?? '' }
    if (nodeType !== nodeTypes.element || localName === undefined) return undefined
    const named = Array.from(attributes ?? [], ({ name, value }) => [name, value])
    return { type: 'element', tagName: localName, properties: Object.fromEntries(named), children: [] }
  },
  children: ({ childNodes }) => childNodes,
  content: ({ localName, content }) => (localName === 'template' ? (content?.childNodes ?? []) : undefined),
}
