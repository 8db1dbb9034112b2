import type { Element, ElementContent, Root } from 'hast'

/** What a door tells of one node of its parser: the node without children, and where its children are. */
export interface ReadNode<Node> {
  readonly made: ElementContent
  readonly children: Iterable<Node>
  /** Content of a `<template>`. */
  readonly content: Iterable<Node> | undefined
}

/** The tree of a parsed fragment. Not recursive: hostile pages nest deeper than a call stack. */
export function buildTree<Node>(fragment: Iterable<Node>, read: (node: Node) => ReadNode<Node> | undefined): Root {
  const root: Root = { type: 'root', children: [] }
  const waiting: { readonly into: Root | Element; readonly nodes: Iterable<Node> }[] = [{ into: root, nodes: fragment }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const node of next.nodes) {
      const found = read(node)
      if (found === undefined) continue
      const { made, children, content } = found
      next.into.children.push(made)
      if (made.type !== 'element') continue
      waiting.push({ into: made, nodes: children })
      if (content !== undefined) {
        made.content = { type: 'root', children: [] }
        waiting.push({ into: made.content, nodes: content })
      }
    }
  }
  return root
}
