import { Extension } from '@tiptap/core'
import type { Kept } from '../markup/kept.ts'

const types = [
  'paragraph',
  'heading',
  'blockquote',
  'bulletList',
  'orderedList',
  'listItem',
  'codeBlock',
  'horizontalRule',
  'hardBreak',
  'box',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
  'picture',
  'bold',
  'italic',
  'underline',
  'strike',
  'phrase',
  'link',
]

/**
 * What of somebody's markup is drawn while it is edited. Not `class`, `role` and `aria-…`: they would mean something to our
 * own styles and to screen readers. It is all kept for saving.
 */
const drawn =
  /^(?:style|title|lang|dir|align|valign|width|height|colspan|rowspan|scope|start|type|reversed|value|color|size|face|datetime)$/

export function toDrawn(kept: Kept | null): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(kept ?? {}).flatMap(([name, value]) => {
      if (!drawn.test(name)) return []
      return [[name, name === 'style' ? toDrawnStyle(value) : value] as const]
    }),
  )
}

/** Not what hides words from whoever edits them, nor what loads something. */
function toDrawnStyle(style: string): string {
  return style
    .split(';')
    .filter(each => !/^\s*(?:display|visibility)\b|url\(/i.test(each))
    .join(';')
}

/** Of pasted text only its language and direction come along. */
function parsePasted(element: HTMLElement): Kept | null {
  const kept = ['lang', 'dir'].flatMap(name => {
    const value = element.getAttribute(name)
    return value === null ? [] : [[name, value] as const]
  })
  return kept.length === 0 ? null : Object.fromEntries(kept)
}

/** Every kind of node and mark keeps the attributes that it has no field for, and its own tag. */
export const KeptAttributes = Extension.create({
  name: 'keptAttributes',
  addGlobalAttributes: () => [
    {
      types,
      attributes: {
        kept: { default: null, parseHTML: parsePasted, renderHTML: ({ kept }) => toDrawn(kept) },
      },
    },
    { types: ['paragraph'], attributes: { shape: { default: null, rendered: false } } },
    { types: ['codeBlock'], attributes: { code: { default: null, rendered: false } } },
    { types: ['bold', 'italic', 'underline', 'strike'], attributes: { tag: { default: null, rendered: false } } },
  ],
})
