import { mergeAttributes, Node } from '@tiptap/core'

/** A page: its elements, one after the other, or none. */
export const PageRoot = Node.create({
  name: 'doc',
  topNode: true,
  content: '(element | fixedElement)*',
})

/** An element of a page. It keeps its id, by which two saves at once are told apart. */
export const PageElement = Node.create({
  name: 'element',
  content: 'block+',
  defining: true,
  addAttributes: () => ({
    id: { default: '', rendered: false },
    kind: { default: 'text', rendered: false },
    rest: { default: [], rendered: false },
  }),
  parseHTML: () => [{ tag: 'section[data-page-element]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'section',
    mergeAttributes(HTMLAttributes, { 'data-page-element': '', class: 'page-element' }),
    0,
  ],
})

/** A container that says nothing itself and is kept around what it holds. */
export const Box = Node.create({
  name: 'box',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({ tag: { default: 'div', rendered: false } }),
  renderHTML: ({ HTMLAttributes, node }) => ['div', mergeAttributes(HTMLAttributes, { 'data-box': node.attrs.tag }), 0],
})
