import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toHarmless } from './harmless.ts'

describe('a name made harmless', () => {
  it.each([
    ['an escape sequence is seen instead of obeyed', '\u001b[2Jgone', '␛[2Jgone'],
    ['line ends become a space', 'a\r\nb\tc', 'a b c'],
    ['a C1 control that some terminals obey is replaced', 'a\u009b31mb', 'a\uFFFD31mb'],
    ['a bidirectional override does not turn the line', 'a\u202Egpj.exe', 'agpj.exe'],
    ['half a surrogate pair becomes a sign that something is missing', 'a\uD800b', 'a\uFFFDb'],
    ['delete is shown', 'a\u007f', 'a␡'],
    ['invisible tags go', 'a\u{E0041}\u{E0001}b', 'ab'],
  ])('%s', (_what, text, shown) => {
    expect(toHarmless(text)).toBe(shown)
  })

  it.each(['Q&A <b>', "$' $& \\", 'שבוע', '第一週', '👩‍👩‍👧‍👦', 'a\u00A0b', 'e\u0301'])('leaves %s as it is', text => {
    expect(toHarmless(text)).toBe(text)
  })

  it('holds no control character, whatever it was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(toHarmless(text)).not.toMatch(/[\p{Control}\p{Surrogate}\u202A-\u202E\u2066-\u2069]/u)
      }),
    )
  })
})
