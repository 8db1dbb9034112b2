import { describe, expect, it } from 'vitest'
import { apiPath } from './api-path.ts'

describe('apiPath', () => {
  it.each([
    ['a/b', 'a%2Fb'],
    ['what?#', 'what%3F%23'],
    ['page_id:7', 'page_id:7'],
    ['1~23', '1~23'],
    ['Ünï & <co> "x"', '%C3%9Cn%C3%AF%20%26%20%3Cco%3E%20%22x%22'],
    ["$'", "%24'"],
    ['...', '...'],
    ['\ud800', '%EF%BF%BD'],
  ])('keeps %j inside its segment', (value, segment) => {
    expect(apiPath`/courses/${'5'}/pages/${value}`).toBe(`/api/v1/courses/5/pages/${segment}`)
  })

  it.each(['', '.', '..'])('does not let %j address something else', value => {
    expect(() => apiPath`/courses/${value}`).toThrow(expect.objectContaining({ kind: 'missing' }))
  })
})
