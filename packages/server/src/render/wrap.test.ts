import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayWidth } from './display-width.ts'
import { pad, wrap } from './wrap.ts'

describe('columns that text takes', () => {
  it.each([
    ['plain', 5],
    ['第一週', 6],
    ['👩‍👩‍👧‍👦', 2],
    ['🇦🇺', 2],
    ['e\u0301', 1],
    ['שבוע', 4],
    ['한국어', 6],
    ['❤️', 2],
    ['', 0],
    ['\u200B', 0],
    ['ｆｕｌｌ', 8],
  ])('%s takes %i', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })
})

describe('wrapping', () => {
  it('breaks between words', () => {
    expect(wrap('one two three', 8)).toEqual(['one two', 'three'])
  })

  it('breaks a long word without losing or adding anything', () => {
    expect(wrap('aaaaaaaaaa bb', 4)).toEqual(['aaaa', 'aaaa', 'aa', 'bb'].slice(0, 2).concat(['aa', 'bb']))
  })

  it('breaks a path behind a stroke', () => {
    expect(wrap('/courses/41/modules/1', 12)).toEqual(['/courses/41/', 'modules/1'])
  })

  it('never puts a space into a word that it had to break', () => {
    expect(wrap('abc/defg', 6)).toEqual(['abc/', 'defg'])
  })

  it('keeps every line within the width, and every letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 30 }), (text, width) => {
        const lines = wrap(text, width)
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      }),
    )
  })
})

it('pads by columns, not by letters', () => {
  expect(pad('第', 4)).toBe('第  ')
})
