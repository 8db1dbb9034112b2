import type { Node as EditorNode, Schema } from '@tiptap/pm/model'
import type { Element } from 'hast'
import { keptOf } from './kept.ts'
import { toSegments } from './segments.ts'
import { Unfit } from './unfit.ts'

interface TableReading {
  readonly schema: Schema
  readonly readCell: (cell: Element) => readonly EditorNode[]
}

/** A table whose rows are all of one width; its caption and columns stand before them, unedited. */
export function readTable(table: Element, reading: TableReading): EditorNode {
  const parts = childrenOf(table)
  const before = parts.filter(({ tagName }) => tagName === 'caption' || tagName === 'colgroup')
  const sections = parts.slice(before.length)
  if (sections.some(({ tagName }) => !/^(?:thead|tbody|tfoot)$/.test(tagName))) throw new Unfit('table')
  const rows = sections.flatMap(section => childrenOf(section).map(row => readRow(row, section, reading)))
  if (rows.length === 0 || !isEven(rows)) throw new Unfit('table')
  const head = before.length === 0 ? null : before
  if (JSON.stringify(before).includes('#ref-')) throw new Unfit('table')
  return reading.schema.node('table', { kept: keptOf(table), head }, rows)
}

function readRow(row: Element, section: Element, { schema, readCell }: TableReading): EditorNode {
  if (row.tagName !== 'tr') throw new Unfit('table')
  const cells = childrenOf(row).map(cell => {
    if (cell.tagName !== 'td' && cell.tagName !== 'th') throw new Unfit('table')
    const { colspan = '1', rowspan = '1' } = cell.properties
    const attributes = {
      colspan: Number.parseInt(String(colspan), 10) || 1,
      rowspan: Number.parseInt(String(rowspan), 10) || 1,
      kept: keptOf(cell, ['colspan', 'rowspan']),
    }
    return schema.node(cell.tagName === 'th' ? 'tableHeader' : 'tableCell', attributes, [...readCell(cell)])
  })
  if (cells.length === 0) throw new Unfit('table')
  const attributes = { kept: keptOf(row), section: section.tagName, sectionKept: keptOf(section) }
  return schema.node('tableRow', attributes, cells)
}

function childrenOf({ children }: Element): readonly Element[] {
  return toSegments(children).map(segment => {
    if (segment.kind === 'run') throw new Unfit('table')
    return segment.element
  })
}

/** Whether each row fills as many columns as the first, cells that reach down into it counted. */
function isEven(rows: readonly EditorNode[]): boolean {
  const reaching = rows.map(() => 0)
  rows.forEach((row, at) => {
    row.forEach(cell => {
      const { colspan, rowspan } = cell.attrs
      for (let down = 0; down < rowspan; down += 1) reaching[at + down] = (reaching[at + down] ?? 0) + Number(colspan)
    })
  })
  return reaching.length === rows.length && reaching.every(width => width === reaching[0])
}
