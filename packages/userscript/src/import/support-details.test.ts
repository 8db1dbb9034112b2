import { CanvasError } from '@recourse/canvas'
import { expect, it } from 'vitest'
import { createRequestLog } from './request-log.ts'
import { describeForSupport } from './support-details.ts'

const facts = {
  version: '0.1.0',
  place: 'https://canvas.test/courses/7/modules',
  at: '2026-03-09T10:00:00Z',
  browser: 'Browser',
  requests: [],
}

it('names kind, task and status of an error of Canvas', () => {
  const error = new CanvasError('down', 'no answer.', { task: 'save page 7', status: 502, mayHaveActed: true })
  const text = describeForSupport(error, { ...facts, requests: ['GET /api/v1/courses/7: 502, 12 ms'] })
  expect(text).toContain('Canvas: down (502)')
  expect(text).toContain('Task: save page 7')
  expect(text).toContain('It may have been saved.')
  expect(text).toContain('GET /api/v1/courses/7: 502, 12 ms')
})

it('names where a defect is', () => {
  expect(describeForSupport(new TypeError('x is not a function'), facts)).toMatch(/TypeError: x is not a function\nat /)
})

it.each([undefined, null, {}, 7])('says that %s is no description', error => {
  expect(describeForSupport(error, facts)).toContain('An error without a description.')
})

it('keeps the last requests only, without queries', () => {
  const log = createRequestLog()
  for (let at = 0; at < 100; at++)
    log.note({
      method: 'GET',
      path: `/api/v1/courses/${at}`,
      attempt: 2,
      status: undefined,
      durationMs: 1.4,
      cost: undefined,
      remaining: undefined,
    })
  expect(log.lines()).toHaveLength(25)
  expect(log.lines().at(-1)).toBe('GET /api/v1/courses/99 (try 2): no answer, 1 ms')
})
