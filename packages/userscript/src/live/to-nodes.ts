import type { cleanHtml } from '@recourse/core'

type Tree = ReturnType<typeof cleanHtml>
type TreeNode = Tree | Tree['children'][number]

/** Hostile pages nest deeper than a call stack; nobody sees what lies below. */
const MAX_DEPTH = 200

/** A cleaned tree as nodes, one by one: text becomes text, and no HTML is parsed again. */
export function toNodes(tree: TreeNode, target: Document, depth = 0): Node {
  if (tree.type === 'text') return target.createTextNode(tree.value)
  if (tree.type !== 'element') return withChildren(target.createDocumentFragment(), tree, depth)
  const element = target.createElement(tree.tagName)
  for (const [name, value] of Object.entries(tree.properties)) element.setAttribute(name, String(value))
  return withChildren(element, tree, depth)
}

function withChildren(node: Node, tree: TreeNode, depth: number): Node {
  if ('children' in tree && depth < MAX_DEPTH)
    for (const child of tree.children) node.appendChild(toNodes(child, node.ownerDocument ?? document, depth + 1))
  return node
}
