import type { PageContent } from '@recourse/core/library'
import { describe, expect, it } from 'vitest'
import { listConflicts, resolveConflicts } from './resolve-conflicts.ts'

/** `1:a 2:b` is a page of two elements. */
function page(title: string, blocks: string): PageContent {
  const parts = blocks.split(' ').filter(each => each !== '')
  return {
    title,
    blocks: parts.map(part => {
      const [id = '', text = ''] = part.split(':')
      return { id, kind: 'text', text, references: [] }
    }),
  }
}

const show = ({ title, blocks }: PageContent) => [title, blocks.map(({ id, text }) => `${id}:${text}`).join(' ')]

const sides = {
  base: page('T', '1:a 2:b 3:c'),
  theirs: page('T theirs', '1:theirs 2:b 3:c 5:new'),
  mine: page('T mine', '1:mine 3:c2 4:added'),
}

describe('two edits of one page', () => {
  it('meet where both changed the same', () => expect(listConflicts(sides)).toEqual(['title', '1']))

  it.each([
    ['all mine', () => true, ['T mine', '1:mine 3:c2 4:added 5:new']],
    ['all theirs', () => false, ['T theirs', '1:theirs 3:c2 4:added 5:new']],
    ['one each', (at: string) => at === '1', ['T theirs', '1:mine 3:c2 4:added 5:new']],
  ])('are one with %s', (_, takesMine, expected) => {
    const [title, blocks] = show(resolveConflicts(sides, takesMine))
    expect([title, blocks?.split(' ').toSorted().join(' ')]).toEqual(expected)
  })

  it.each([
    [true, '2:b'],
    [false, '1:theirs 2:b'],
  ])('decide about an element that one deleted and the other changed: mine is %j', (takesMine, expected) => {
    const deleted = { base: page('', '1:a 2:b'), theirs: page('', '1:theirs 2:b'), mine: page('', '2:b') }
    expect(show(resolveConflicts(deleted, () => takesMine))[1]).toBe(expected)
  })

  it.each([
    [true, '1:mine 2:b'],
    [false, '2:b'],
  ])('decide about an element that they deleted: mine is %j', (takesMine, expected) => {
    const deleted = { base: page('', '1:a 2:b'), theirs: page('', '2:b'), mine: page('', '1:mine 2:b') }
    expect(show(resolveConflicts(deleted, () => takesMine))[1]).toBe(expected)
  })

  it.each([
    [true, '3:c 1:a 2:b'],
    [false, '2:b 1:a 3:c'],
  ])('decide about an order: mine is %j', (takesMine, expected) => {
    const moved = {
      base: page('', '1:a 2:b 3:c'),
      theirs: page('', '2:b 1:a 3:c'),
      mine: page('', '3:c 1:a 2:b'),
    }
    expect(listConflicts(moved)).toEqual(['order'])
    expect(show(resolveConflicts(moved, () => takesMine))[1]).toBe(expected)
  })
})
