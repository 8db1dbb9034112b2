import { describe, expect, it } from 'vitest'
import { mayDrop, toDragged } from './dragged.ts'

describe('what a drag carries', () => {
  it.each([
    [
      { kind: 'page', id: 'a' },
      { kind: 'page', id: 'a' },
    ],
    [{ kind: 'file', id: 'a' }, undefined],
    [{ kind: 'page' }, undefined],
    [{}, undefined],
  ])('%j is %j', (data, dragged) => expect(toDragged(data)).toEqual(dragged))
})

it.each([
  ['page', 'page', true],
  ['page', 'object', true],
  ['page', 'module', false],
  ['object', 'object', true],
  ['object', 'module', true],
  ['object', 'page', false],
  ['module', 'module', true],
  ['module', 'object', false],
] as const)('a %s on a %s: %j', (source, target, may) => {
  expect(mayDrop({ kind: source, id: 'a' }, { kind: target, id: 'b' })).toBe(may)
  expect(mayDrop({ kind: source, id: 'a' }, { kind: target, id: 'a' })).toBe(false)
})
