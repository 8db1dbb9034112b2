import { displayWidth } from './display-width.ts'
import { toHarmless } from './harmless.ts'
import { type Colors, paint } from './paint.ts'
import type { Cell, Table } from './sheet.ts'
import { pad, wrap } from './wrap.ts'

const GAP = 2
const NARROWEST = 6

/** Aligned columns; what does not fit is wrapped inside its column, never cut: two long names may differ at their end. */
export function tableText(table: Table, width: number, colors: Colors): readonly string[] {
  const rows = table.rows.map(row => row.map(({ text, tone }) => ({ text: toHarmless(text), tone: tone ?? 'plain' })))
  const titles = table.columns.map(text => ({ text, tone: 'quiet' }) as const)
  const widths = fitColumns(naturalWidths([titles, ...rows]), width)
  return [titles, ...rows].flatMap(row => rowText(row, widths, colors))
}

type Row = readonly Required<Pick<Cell, 'text' | 'tone'>>[]

function naturalWidths(rows: readonly Row[]): readonly number[] {
  const widths: number[] = []
  for (const row of rows)
    row.forEach(({ text }, column) => {
      widths[column] = Math.max(widths[column] ?? 0, displayWidth(text))
    })
  return widths
}

/** Narrow columns keep what they need; the others share what is left. */
export function fitColumns(natural: readonly number[], width: number): readonly number[] {
  const available = width - GAP * (natural.length - 1)
  let share = available / natural.length
  for (let round = 0; round < natural.length; round++) {
    const small = natural.filter(size => size <= share)
    const wide = natural.length - small.length
    if (wide === 0) return natural
    share = (available - small.reduce((sum, size) => sum + size, 0)) / wide
  }
  return natural.map(size => Math.min(size, Math.max(NARROWEST, Math.floor(share))))
}

function rowText(row: Row, widths: readonly number[], colors: Colors): readonly string[] {
  const cells = row.map(({ text }, column) => wrap(text, widths[column] ?? NARROWEST))
  const height = Math.max(...cells.map(lines => lines.length))
  return Array.from({ length: height }, (_, at) =>
    row
      .map(({ tone }, column) => cellText(cells[column]?.[at] ?? '', tone, widths[column] ?? 0, colors))
      .join(' '.repeat(GAP))
      .trimEnd(),
  )
}

/** Spaces stay outside the colour, so that `trimEnd` finds them. */
function cellText(text: string, tone: Row[number]['tone'], width: number, colors: Colors): string {
  if (text === '') return ' '.repeat(width)
  return paint(text, tone, colors) + pad(text, width).slice(text.length)
}
