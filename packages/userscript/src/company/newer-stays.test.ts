import { describe, expect, it } from 'vitest'
import { claimPage, isNewer } from './newer-stays.ts'

function arrive(version: string, page: EventTarget): AbortController {
  const controller = new AbortController()
  claimPage(version, controller, page)
  return controller
}

describe('two on one page', () => {
  it.each([
    ['1.0.0', '1.0.1', 'second'],
    ['1.10.0', '1.9.0', 'first'],
    ['1.0.0', '1.0.0', 'first'],
    ['1.0', '1.0.0', 'second'],
  ])('of %s and then %s the %s stays', (one, other, staying) => {
    const page = new EventTarget()
    const [first, second] = [arrive(one, page), arrive(other, page)]
    expect([first.signal.aborted, second.signal.aborted]).toEqual([staying === 'second', staying === 'first'])
  })

  it('of three the newest stays, in whatever order they come', () => {
    for (const versions of [
      ['1', '2', '3'],
      ['3', '1', '2'],
      ['2', '3', '1'],
    ]) {
      const page = new EventTarget()
      const there = versions.map(version => ({ version, controller: arrive(version, page) }))
      const staying = there.filter(({ controller }) => !controller.signal.aborted)
      expect(staying.map(({ version }) => version)).toEqual(['3'])
    }
  })

  it('one that has gone no longer answers', () => {
    const page = new EventTarget()
    arrive('2', page).abort()
    expect(arrive('1', page).signal.aborted).toBe(false)
  })

  it('is not driven away by events that mean nothing', () => {
    const page = new EventTarget()
    const first = arrive('1.0.0', page)
    for (const detail of [undefined, null, 7, {}, 'latest', ''])
      page.dispatchEvent(new CustomEvent('recourse:hello', { detail }))
    page.dispatchEvent(new Event('recourse:hello'))
    expect(first.signal.aborted).toBe(false)
  })
})

it('versions are compared as numbers', () => {
  expect(isNewer('0.10.0', '0.9.9')).toBe(true)
  expect(isNewer('0.9.9', '0.10.0')).toBe(false)
  expect(isNewer('x', '0.1')).toBe(false)
})
