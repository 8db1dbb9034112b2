import { expect, it } from 'vitest'
import { type LinkCourse, type PlacedPage, resolveReference } from './resolve-reference.ts'

const page = (id: string, linkKey: string, objectId: string, copyBatch: string | null = null): PlacedPage => ({
  id,
  linkKey,
  objectId,
  copyBatch,
})
const from = page('from', 'f', 'A', 'batch')
const course = (...pages: PlacedPage[]): LinkCourse => ({ pages: [from, ...pages], pins: [] })
const reference = { linkKey: 'k', pageId: 'stored' }

it.each([
  [
    'the page with that key in the same LO',
    course(page('near', 'k', 'A'), page('far', 'k', 'B', 'batch')),
    'same object',
    'near',
  ],
  ['else in an LO of the same batch', course(page('x', 'k', 'B', 'batch'), page('y', 'k', 'C')), 'same batch', 'x'],
  ['else the only one in the course', course(page('x', 'k', 'C', 'other')), 'only one', 'x'],
  ['else the stored page', course(page('x', 'k', 'C'), page('stored', 'k', 'D')), 'stored', 'stored'],
  ['the stored page by its id, whatever its key', course(page('stored', 'other', 'D')), 'stored', 'stored'],
  ['else outside', course(), 'outside', null],
  ['never a guess between two', course(page('x', 'k', 'C'), page('y', 'k', 'D')), 'outside', null],
  [
    'never a guess between two of a batch',
    course(page('x', 'k', 'C', 'batch'), page('y', 'k', 'D', 'batch')),
    'outside',
    null,
  ],
] as const)('a reference means %s', (_, given, rule, targetId) => {
  expect(resolveReference(given, from, reference)).toEqual({ rule, targetId })
})

it('a pin wins over every rule, and leads outside while its page is not placed', () => {
  const pin = { pageId: 'from', linkKey: 'k', storedId: 'stored', targetId: 'pinned' }
  const given = { ...course(page('near', 'k', 'A')), pins: [pin] }
  expect(resolveReference(given, from, reference)).toEqual({ rule: 'outside', targetId: null })
  const placed = { ...given, pages: [...given.pages, page('pinned', 'z', 'Z')] }
  expect(resolveReference(placed, from, reference)).toEqual({ rule: 'pinned', targetId: 'pinned' })
  expect(resolveReference(placed, page('else', 'e', 'A'), reference).rule).toBe('same object')
})

it('pages made by no copy are not of one batch', () => {
  const native = page('native', 'n', 'N')
  expect(resolveReference(course(native, page('x', 'k', 'C'), page('y', 'k', 'D')), native, reference).rule).toBe(
    'outside',
  )
})
