import { describe, expect, it } from 'vitest'
import { findNextLink } from './link-header.ts'

describe('findNextLink', () => {
  it.each([
    ['no header', null, undefined],
    ['an empty header', '', undefined],
    ['only the minimal form', '<https://c.test/a?page=2>; rel="next"', 'https://c.test/a?page=2'],
    [
      'five relations',
      '<https://c.test/a?page=1>; rel="current",<https://c.test/a?page=2>; rel="next",<https://c.test/a?page=9>; rel="last"',
      'https://c.test/a?page=2',
    ],
    ['commas and semicolons in the address', '<https://c.test/a?x=1,2;3>; rel="next"', 'https://c.test/a?x=1,2;3'],
    ['a bookmark', '<https://c.test/a?page=bookmark:WyJ4Il0>; rel="next"', 'https://c.test/a?page=bookmark:WyJ4Il0'],
    ['no quotes, capitals, more parameters', '<https://c.test/a>; title="x, rel=no"; REL=next', 'https://c.test/a'],
    ['several relations in one', '<https://c.test/a>; rel="last next"', 'https://c.test/a'],
    ['the last page', '<https://c.test/a>; rel="prev",<https://c.test/a>; rel="first"', undefined],
    ['a relation that only contains the word', '<https://c.test/a>; rel="nextish"', undefined],
  ])('reads %s', (_, header, next) => {
    expect(findNextLink(header)).toBe(next)
  })

  it('reads a hostile header in time that grows with its length only', () => {
    const startMs = performance.now()
    for (const part of ['<', '<x>;', '; a="', ' ', '<x>;a=']) expect(findNextLink(part.repeat(60_000))).toBeUndefined()
    expect(performance.now() - startMs).toBeLessThan(2000)
  })
})
