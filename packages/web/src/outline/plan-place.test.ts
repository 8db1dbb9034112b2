import { describe, expect, it } from 'vitest'
import { isAt, planDrop, planStep, toOrder } from './plan-place.ts'

const lists = [
  { parentId: 'one', ids: ['a', 'b', 'c'] },
  { parentId: 'empty', ids: [] },
  { parentId: 'two', ids: ['d'] },
]

describe('a step', () => {
  it.each([
    ['b', 'up', { parentId: 'one', after: null }],
    ['c', 'up', { parentId: 'one', after: 'a' }],
    ['a', 'down', { parentId: 'one', after: 'b' }],
    ['c', 'down', { parentId: 'empty', after: null }],
    ['d', 'up', { parentId: 'empty', after: null }],
    ['a', 'up', undefined],
    ['d', 'down', undefined],
    ['gone', 'up', undefined],
  ] as const)('of %s %s leads to %j', (id, direction, place) => {
    expect(planStep(lists, id, direction)).toEqual(place)
  })

  it('up into a list with something in it comes last there', () => {
    expect(planStep([...lists.slice(0, 1), ...lists.slice(2)], 'd', 'up')).toEqual({ parentId: 'one', after: 'c' })
  })
})

describe('a drop', () => {
  it.each([
    ['a', { id: 'c', edge: 'bottom' }, { parentId: 'one', after: 'c' }],
    ['a', { id: 'c', edge: 'top' }, { parentId: 'one', after: 'b' }],
    ['c', { id: 'a', edge: 'top' }, { parentId: 'one', after: null }],
    ['a', { id: 'd', edge: 'top' }, { parentId: 'two', after: null }],
    ['a', { id: 'b', edge: 'top' }, undefined],
    ['b', { id: 'a', edge: 'bottom' }, undefined],
    ['a', { id: 'a', edge: 'top' }, undefined],
    ['a', { id: 'gone', edge: 'top' }, undefined],
  ] as const)('of %s on %j leads to %j', (id, target, place) => {
    expect(planDrop(lists, id, target)).toEqual(place)
  })
})

it('a place that something stands in is known', () => {
  expect(isAt(lists, 'a', { parentId: 'one', after: null })).toBe(true)
  expect(isAt(lists, 'b', { parentId: 'one', after: null })).toBe(false)
  expect(isAt(lists, 'd', { parentId: 'one', after: null })).toBe(false)
})

it('the order has each once, the moved one in its place', () => {
  expect(toOrder(['a', 'b', 'c'], 'a', 'b')).toEqual(['b', 'a', 'c'])
  expect(toOrder(['a', 'b', 'c'], 'c', null)).toEqual(['c', 'a', 'b'])
  expect(toOrder(['a', 'b'], 'new', 'b')).toEqual(['a', 'b', 'new'])
})
