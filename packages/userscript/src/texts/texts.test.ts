import { describe, expect, it } from 'vitest'
import { createFormat } from './format.ts'
import { pickTexts } from './pick-texts.ts'

describe('formats', () => {
  const format = createFormat('en')

  it('count with the right form', () => {
    const forms = { one: 'module', other: 'modules' }
    expect([0, 1, 2, 1000].map(n => format.count(n, forms))).toEqual([
      '0 modules',
      '1 module',
      '2 modules',
      '1,000 modules',
    ])
  })

  it('say days with their weekday, and what is no day as it stands', () => {
    expect(format.day('2026-03-09')).toContain('Mon')
    expect(format.day('soon')).toBe('soon')
    expect(format.instant('')).toBe('')
  })

  it('take languages that no browser knows', () => {
    for (const language of ['en-AU-x-unimelb', 'xx', 'not a language', ''])
      expect(createFormat(language).number(1)).toBe('1')
  })

  it.each([
    [0, '0'],
    [1023, '1,023'],
    [1024, '1 k'],
    [5_000_000, '4.8 M'],
  ])('%i bytes begin with %s', (bytes, expected) => {
    expect(format.size(bytes)).toMatch(new RegExp(`^${expected}`))
  })
})

describe('texts', () => {
  it('are English where there is nothing else', () => {
    expect(pickTexts('de').wordsIn).toBe('en')
    expect(pickTexts('en-GB').texts.cancel.name).toBe('Cancel')
  })

  it('are marked throughout in the pseudo-language, but for quoted names', () => {
    const { texts, wordsIn } = pickTexts('en-XA')
    expect(wordsIn).toBe('en-XA')
    expect(texts.cancel.name).toMatch(/^\[Çåñçéļ?l?·*\]$/u)
    expect(texts.parked.give('Week 1')).toContain('“Week 1”')
    expect(texts.confirm.lossParts.images(2)).toMatch(/^\[/)
  })

  it('use one kind of apostrophe and name no option of the command line', () => {
    const all = allStrings(pickTexts('en').texts)
    expect(all.length).toBeGreaterThan(150)
    expect(all.filter(text => /’|--[a-z]/.test(text))).toEqual([])
  })
})

function allStrings(part: unknown): readonly string[] {
  if (typeof part === 'string') return [part]
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(allStrings) : []
}
