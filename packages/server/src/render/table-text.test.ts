import picocolors from 'picocolors'
import { describe, expect, it } from 'vitest'
import { displayWidth } from './display-width.ts'
import { cell } from './sheet.ts'
import { fitColumns, tableText } from './table-text.ts'

const plain = picocolors.createColors(false)

describe('a table', () => {
  it('aligns its columns under their titles', () => {
    const table = {
      columns: ['A', 'B'],
      rows: [
        [cell('long name'), cell('1')],
        [cell('第一'), cell('2')],
      ],
    }
    expect(tableText(table, 80, plain)).toEqual(['A          B', 'long name  1', '第一       2'])
  })

  it('wraps what does not fit inside its own column', () => {
    const table = { columns: ['A', 'B'], rows: [[cell('one two three four'), cell('x'.repeat(12))]] }
    const lines = tableText(table, 20, plain)
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(20)
    expect(lines.join(' ')).toMatch(/one.*two.*three.*four/)
  })

  it('colours only the text, not the space around it', () => {
    const table = { columns: ['A', 'B'], rows: [[cell('bad', 'bad'), cell('x')]] }
    expect(tableText(table, 80, picocolors.createColors(true))[1]).toBe('\u001b[31mbad\u001b[39m  x')
  })

  it('keeps narrow columns and shares the rest', () => {
    expect(fitColumns([2, 100, 50], 66)).toEqual([2, 30, 30])
    expect(fitColumns([2, 3], 66)).toEqual([2, 3])
    expect(fitColumns([3, 100], 2)).toEqual([3, 6])
  })
})
