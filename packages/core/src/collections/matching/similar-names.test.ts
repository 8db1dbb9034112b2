import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSimilarNames } from './similar-names.ts'

describe('suggestions between names', () => {
  it('finds a renamed module by the words that stayed', () => {
    const found = findSimilarNames(['week 2 (old title)', 'soil lab'], ['soil lab 1', 'week 2 (new title)'])
    expect(found.map(({ old, current }) => [old, current])).toEqual([
      [0, 1],
      [1, 0],
    ])
  })

  it('says nothing where two candidates are equally near', () => {
    expect(findSimilarNames(['revision block'], ['revision blocks', 'revision block1'])).toEqual([])
  })

  it('says nothing of names that share no word', () => {
    expect(findSimilarNames(['alpha'], ['alphb'])).toEqual([])
  })

  it.each([0, 1, 100, 101, 1000])('copes with %i names on both sides', count => {
    const names = Array.from({ length: count }, (_, n) => `topic ${n}: matter ${n}`)
    const renamed = names.map(name => `${name} (2027)`)
    expect(findSimilarNames(names, renamed).length).toBeLessThanOrEqual(count)
  })

  it('uses each name at most once on either side', () => {
    const name = fc
      .array(fc.constantFrom('soil', 'water', 'week', 'lab', '1', '2'), { maxLength: 4 })
      .map(words => words.join(' '))
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), fc.array(name, { maxLength: 12 }), (old, current) => {
        const found = findSimilarNames(old, current)
        expect(new Set(found.map(pair => pair.old)).size).toBe(found.length)
        expect(new Set(found.map(pair => pair.current)).size).toBe(found.length)
      }),
    )
  })
})
