import { toModuleId } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { fitsWidth, type Layout, readLayout, writeLayout } from './layout-memory.ts'

const layout: Layout = { width: 900, height: 400, collection: 'A & <b>', hidden: [toModuleId('7')], isStaff: true }

describe('a layout', () => {
  it('is read as it was written', () => {
    expect(readLayout(writeLayout(layout))).toEqual(layout)
  })

  it.each([null, '', '{', 'null', '7', '{}', '{"width":"9"}', '{"width":-1,"height":5}', '{"width":9e9,"height":5}'])(
    'is not what %s says',
    text => {
      expect(readLayout(text)).toBeUndefined()
    },
  )

  it('takes no id that is none', () => {
    const text = JSON.stringify({ ...layout, hidden: ['1', 2, '*{}', null] })
    expect(readLayout(text)?.hidden).toEqual(['1'])
  })

  it('of a huge course forgets which modules were hidden', () => {
    const hidden = Array.from({ length: 5000 }, (_, n) => toModuleId(String(n)))
    expect(readLayout(writeLayout({ ...layout, hidden }))?.hidden).toEqual([])
  })

  it('fits a window of about its width', () => {
    expect([900, 890, 400].map(now => fitsWidth(layout, now))).toEqual([true, true, false])
  })
})
