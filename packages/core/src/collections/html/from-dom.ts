import type { Root } from 'hast'
import { buildTree, type ReadNode } from './build-tree.ts'

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
  return buildTree(Array.from(fragment.childNodes), readNode)
}

function readNode(node: DomNode): ReadNode<DomNode> | undefined {
  const leaf = { children: [], content: undefined }
  if (node.nodeType === nodeTypes.text) return { made: { type: 'text', value: node.nodeValue ?? '' }, ...leaf }
  if (node.nodeType === nodeTypes.comment) return { made: { type: 'comment', value: node.nodeValue ?? '' }, ...leaf }
  if (node.nodeType !== nodeTypes.element || node.localName === undefined) return undefined
  const attributes = Array.from(node.attributes ?? [], ({ name, value }) => [name, value])
  return {
    made: { type: 'element', tagName: node.localName, properties: Object.fromEntries(attributes), children: [] },
    children: Array.from(node.childNodes),
    content: node.localName === 'template' ? Array.from(node.content?.childNodes ?? []) : undefined,
  }
}
