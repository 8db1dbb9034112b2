import { describe, expect, it } from 'vitest'
import { nextIndex } from './next-index.ts'

describe('keys among tabs', () => {
  it.each([
    ['ArrowRight', 2, false, 0],
    ['ArrowLeft', 0, false, 2],
    ['ArrowRight', 0, true, 2],
    ['ArrowLeft', 0, true, 1],
    ['Home', 2, false, 0],
    ['End', 0, false, 2],
    ['Tab', 1, false, -1],
    ['Enter', 1, false, -1],
  ])('%s at %i, reversed: %s, leads to %i', (key, at, isReversed, expected) => {
    expect(nextIndex(key, at, 3, isReversed)).toBe(expected)
  })
})
