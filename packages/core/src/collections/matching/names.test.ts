import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeName, withoutLabel } from './names.ts'

describe('a name is the same however it is written', () => {
  it.each([
    ['case', 'WEEK 1', 'week 1'],
    ['surrounding and doubled spaces', '  Week   1 ', 'Week 1'],
    ['a non-breaking space', 'Exam prep', 'Exam prep'],
    ['a left-over entity', 'Soil &amp; Water', 'Soil & Water'],
    ['two layers of entities', 'Soil &amp;amp; Water', 'Soil & Water'],
    ['numeric entities', 'It&#39;s &#x1F600;', "It's 😀"],
    ['composed and decomposed letters', 'Café', 'Café'],
    ['full-width forms', 'Ｗｅｅｋ', 'Week'],
  ])('%s', (_, one, other) => {
    expect(normalizeName(one)).toBe(normalizeName(other))
  })

  it.each(['Q&A', 'R&D; notes', '&constructor;', '&#0;', '&#x110000;', "cost $'5"])('%s stays what it is', name => {
    expect(normalizeName(name)).toBe(name.toLowerCase())
  })
})

it('of ASCII alone only case and spaces do not count', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), name => {
      fc.pre(!name.includes('&'))
      expect(normalizeName(name)).toBe(name.toLowerCase().replace(/\s+/g, ' ').trim())
    }),
  )
})

describe('a label in front of a name', () => {
  it.each([
    ['week 3: soils', 'week', 'soils'],
    ['week 3 - soils', 'week', 'soils'],
    ['week 3 soils', 'week', 'soils'],
    ['week: soils', 'week', 'soils'],
    ['weekly review', 'week', 'weekly review'],
    ['week 3', 'week', 'week 3'],
    ['soils', 'week', 'soils'],
    ['c++ (x 1: go', 'c++ (x', 'go'],
  ])('%s without %s is %s', (name, label, rest) => {
    expect(withoutLabel(name, label)).toBe(rest)
  })
})
