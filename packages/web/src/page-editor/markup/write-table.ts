import type { Node as EditorNode } from '@tiptap/pm/model'
import type { Element, ElementContent } from 'hast'
import { makeElement } from './make-element.ts'

/** Rows of one section, one after the other, stand in one; a row that was added stands with the row behind it. */
export function writeTable(
  { attrs, children }: EditorNode,
  writeCell: (cell: EditorNode) => readonly ElementContent[],
): Element {
  const sections: Element[] = []
  children.forEach((row, index) => {
    const like = row.attrs.section === null ? findSectioned(children, index) : row
    const section = makeElement(like?.attrs.section ?? 'tbody', like?.attrs.sectionKept ?? null, [])
    const last = sections.at(-1)
    const into = last !== undefined && isAlike(last, section) ? last : section
    if (into === section) sections.push(section)
    const cells = row.children.map(cell => toCell(cell, writeCell(cell)))
    into.children.push(makeElement('tr', row.attrs.kept, cells))
  })
  return makeElement('table', attrs.kept, [...(attrs.head ?? []), ...sections])
}

function findSectioned(rows: readonly EditorNode[], index: number): EditorNode | undefined {
  const isSectioned = (row: EditorNode) => row.attrs.section !== null
  return rows.slice(index).find(isSectioned) ?? rows.slice(0, index).findLast(row => row.attrs.section !== 'thead')
}

function isAlike(a: Element, b: Element): boolean {
  return a.tagName === b.tagName && JSON.stringify(a.properties) === JSON.stringify(b.properties)
}

function toCell({ type, attrs }: EditorNode, content: readonly ElementContent[]): Element {
  const { colspan, rowspan, kept } = attrs
  const spans = {
    ...(colspan > 1 && { colspan: String(colspan) }),
    ...(rowspan > 1 && { rowspan: String(rowspan) }),
  }
  return makeElement(type.name === 'tableHeader' ? 'th' : 'td', { ...spans, ...kept }, content)
}
