import { expect, it } from 'vitest'
import { findAddressFault, toAddress } from './link-draft.ts'

it.each([
  ['https://example.org/a?b=1&c', 'https://example.org/a?b=1&c', true],
  [' example.org/x ', 'https://example.org/x', true],
  ['a@example.org', 'mailto:a@example.org', true],
  ['tel:+49123', 'tel:+49123', true],
  ['javascript:alert(1)', 'javascript:alert(1)', false],
  ['data:text/html,x', 'data:text/html,x', false],
  ['/courses/1', '/courses/1', false],
  ['https://', 'https://', false],
  ['two words.org', 'two words.org', false],
  ['', '', false],
])('%j is taken for %j', (text, address, isFine) => {
  expect(toAddress(text)).toBe(address)
  expect(findAddressFault(text) === undefined).toBe(isFine)
})
