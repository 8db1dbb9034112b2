import { describe, expect, test } from 'vitest'
import { findDraftFaults, type ItemDraft, toTermContent } from './item-draft.ts'

const link = (content: string): ItemDraft => ({ kind: 'resource', name: 'Law', content, isMarkup: false })

describe('a web link', () => {
  test.each(['https://example.org', ' http://example.org/a?b=1&c#d ', 'HTTPS://EXAMPLE.ORG'])('may lead to %s', url => {
    expect(findDraftFaults(link(url))).toEqual({})
  })

  test.each(['', 'example.org', 'javascript:alert(1)', 'https://', 'https://a b', 'data:text/html,x', 'file:///etc'])(
    'may not lead to %j',
    url => {
      expect(findDraftFaults(link(url)).content).toContain('https://')
    },
  )
})

test.each(['', '   ', 'x'.repeat(256)])('a name may not be %j', name => {
  expect(findDraftFaults({ ...link('https://example.org'), name }).name).toBeDefined()
})

test('a definition keeps its formatting where it has any', () => {
  const term: ItemDraft = { kind: 'term', name: 'PPE', content: '<b>x</b>', isMarkup: true }
  expect(toTermContent(term)).toEqual({ text: '<b>x</b>' })
  expect(toTermContent({ ...term, isMarkup: false })).toEqual({ text: '&lt;b&gt;x&lt;/b&gt;' })
  expect(findDraftFaults({ ...term, content: ' \n ' }).content).toBeDefined()
})
