import type { Element, ElementContent, Root } from 'hast'

/** How a door reads the nodes of its parser. Three questions instead of one answer: a page may have ten thousand nodes. */
export interface NodeReader<Node> {
  /** The node without what is in it; `undefined` for one that has no place in a page. */
  readonly make: (node: Node) => ElementContent | undefined
  readonly children: (node: Node) => ArrayLike<Node>
  /** Content of a `<template>`. */
  readonly content: (node: Node) => ArrayLike<Node> | undefined
}

interface Waiting<Node> {
  readonly into: Root | Element
  readonly nodes: ArrayLike<Node>
}

/** The tree of a parsed fragment. Not recursive: hostile pages nest deeper than a call stack. */
export function buildTree<Node>(fragment: ArrayLike<Node>, reader: NodeReader<Node>): Root {
  const root: Root = { type: 'root', children: [] }
  const waiting: Waiting<Node>[] = [{ into: root, nodes: fragment }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) fill(next, reader, waiting)
  return root
}

function fill<Node>({ into, nodes }: Waiting<Node>, reader: NodeReader<Node>, waiting: Waiting<Node>[]): void {
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at]
    const made = node === undefined ? undefined : reader.make(node)
    if (node === undefined || made === undefined) continue
    into.children.push(made)
    if (made.type !== 'element') continue
    const children = reader.children(node)
    if (children.length > 0) waiting.push({ into: made, nodes: children })
    const content = reader.content(node)
    if (content === undefined) continue
    made.content = { type: 'root', children: [] }
    waiting.push({ into: made.content, nodes: content })
  }
}
