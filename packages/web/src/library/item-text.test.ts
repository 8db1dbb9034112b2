import { describe, expect, test } from 'vitest'
import { toFileSize } from './file-size.ts'
import { isFormatted, textOf, toMarkup } from './item-text.ts'

describe('a definition', () => {
  test('that was typed is text, whatever it looks like', () => {
    expect(toMarkup(' a < b & <script>\n$& "x" ')).toBe('a &lt; b &amp; &lt;script&gt;<br>$&amp; "x"')
  })

  test.each([
    ['plain words', false],
    ['a &lt; b<br>c', false],
    ['<p>one</p><p>two</p>', false],
    ['<p>one <b>bold</b></p>', true],
    ['<ul><li>x</li></ul>', true],
    ['<p class="x">one</p>', true],
    ['<a href="#">x</a>', true],
  ])('%j is formatted: %j', (markup, formatted) => {
    expect(isFormatted(markup)).toBe(formatted)
  })

  test('of another shape than text is empty', () => {
    expect([textOf({ text: 'x' }, 'text'), textOf({ text: 7 }, 'text'), textOf({}, 'text')]).toEqual(['x', '', ''])
  })
})

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1_400_000, '1.4 MB'],
  [5_000_000_000_000, '5,000 GB'],
])('%i bytes are %s', (bytes, text) => {
  expect(toFileSize(bytes)).toBe(text)
})
