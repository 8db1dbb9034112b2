import { describe, expect, it } from 'vitest'
import { decodeAllEntities, decodeEntities } from './entities.ts'

describe('entities', () => {
  it.each([
    ['Q &amp; A', 'Q & A'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['a&nbsp;b&#160;c&#xA0;d', 'a\u00a0b\u00a0c\u00a0d'],
    ['&quot;&apos;&#39;', "\"''"],
    ['&#x1F600;', '😀'],
    ['&copy=3 &eacute; & &; &#0; &#xD800; &#x110000;', '&copy=3 &eacute; & &; &#0; &#xD800; &#x110000;'],
  ])('%s decodes once to %s', (text, decoded) => {
    expect(decodeEntities(text)).toBe(decoded)
  })

  it('decode until none is left', () => {
    expect(decodeAllEntities('R &amp;amp;amp; D &lt;')).toBe('R & D <')
  })

  it('stop at ten layers', () => {
    expect(decodeAllEntities(`&${'amp;'.repeat(5000)}`)).toBe(`&${'amp;'.repeat(4990)}`)
  })
})
