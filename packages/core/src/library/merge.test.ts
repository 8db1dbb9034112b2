import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeOrder } from './merge-list.ts'
import { mergeObject } from './merge-object.ts'
import { mergePage } from './merge-page.ts'
import type { PageContent } from './page-content.ts'

const block = (id: string, text = id) => ({ id, kind: 'text', text, references: [] })
const page = (...blocks: ReturnType<typeof block>[]): PageContent => ({ title: 'Page', blocks })
const base = page(block('a'), block('b'), block('c'))

describe('two edits of a page', () => {
  it('of different elements are both kept', () => {
    const ours = page(block('a', 'ours'), block('b'), block('c'))
    const theirs = page(block('a'), block('b'), block('c', 'theirs'), block('d'))
    expect(mergePage(base, ours, theirs)).toEqual({
      ok: true,
      value: page(block('a', 'ours'), block('b'), block('c', 'theirs'), block('d')),
    })
  })

  it('of the same element are a conflict that names both', () => {
    const merged = mergePage(
      base,
      page(block('a', '1'), block('b'), block('c')),
      page(block('a', '2'), block('b'), block('c')),
    )
    expect(merged).toEqual({
      ok: false,
      conflicts: [{ at: 'a', base: block('a'), ours: block('a', '1'), theirs: block('a', '2') }],
    })
  })

  it('one of which deletes what the other changes are a conflict', () => {
    const merged = mergePage(base, page(block('b'), block('c')), page(block('a', '2'), block('b'), block('c')))
    expect(merged).toMatchObject({ ok: false, conflicts: [{ at: 'a', ours: null }] })
  })

  it('of the title are a conflict, unless they say the same', () => {
    const renamed = (title: string) => ({ ...base, title })
    expect(mergePage(base, renamed('1'), renamed('2'))).toMatchObject({ ok: false, conflicts: [{ at: 'title' }] })
    expect(mergePage(base, renamed('1'), renamed('1'))).toEqual({ ok: true, value: renamed('1') })
  })

  it('survive names that objects have themselves', () => {
    const odd = page(block('__proto__'), block('constructor'))
    expect(mergePage(odd, page(block('__proto__', '1'), block('constructor')), odd)).toMatchObject({ ok: true })
  })
})

describe('two orders', () => {
  it.each([
    ['abc', 'abxc', 'abc', 'abxc'],
    ['abc', 'cab', 'abcx', 'cxab'],
    ['abc', 'ac', 'bac', 'ac'],
    ['abc', 'xabc', 'abcy', 'xabcy'],
    ['', 'a', 'b', 'ab'],
  ])('of %s: %s and %s are %s', (from, ours, theirs, merged) => {
    expect(mergeOrder([...from], [...ours], [...theirs])?.join('')).toBe(merged)
  })

  it('that contradict each other are not merged', () => {
    expect(mergeOrder([...'abc'], [...'cab'], [...'bca'])).toBeUndefined()
  })

  const list = fc.uniqueArray(fc.constantFrom(...'abcdefgh'))
  it('lose nothing that one adds and keep nothing that one deletes', () => {
    fc.assert(
      fc.property(list, list, list, (from, ours, theirs) => {
        const merged = mergeOrder(from, ours, theirs)
        if (merged === undefined) return
        const expected = [...new Set([...ours, ...theirs])].filter(
          id => !from.includes(id) || (ours.includes(id) && theirs.includes(id)),
        )
        expect(new Set(merged)).toEqual(new Set(expected))
        expect(merged).toHaveLength(expected.length)
      }),
    )
  })

  it('of which one is as before are the other', () => {
    fc.assert(
      fc.property(list, list, (from, ours) => {
        expect(mergeOrder(from, ours, from)).toEqual(ours)
        expect(mergeOrder(from, from, ours)).toEqual(ours)
      }),
    )
  })
})

it('a rename and a new page of one Learning Object are both kept', () => {
  const object = {
    name: 'A',
    objective: '',
    keywords: ['k'],
    reviewExercise: '',
    questionMode: 'all',
    questions: [{ id: 'q', text: 'Why?' }],
    pageIds: ['1', '2'],
  }
  const merged = mergeObject(object, { ...object, name: 'B' }, { ...object, pageIds: ['1', '3', '2'] })
  expect(merged).toEqual({ ok: true, value: { ...object, name: 'B', pageIds: ['1', '3', '2'] } })
  const both = mergeObject(object, { ...object, name: 'B' }, { ...object, name: 'C' })
  expect(both).toMatchObject({ ok: false, conflicts: [{ at: 'name' }] })
})
