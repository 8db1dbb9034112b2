import { expect, it } from 'vitest'
import { replaceItem } from './page-content.ts'
import { findMarked, toReferenceMark } from './reference-mark.ts'

const block = {
  id: '1',
  kind: 'text',
  text: `<p><a href="${toReferenceMark(0)}">on</a><img src="${toReferenceMark(1)}" alt=""></p>`,
  references: [
    { kind: 'page', linkKey: 'k', pageId: 'p' },
    { kind: 'media', targetId: 'old' },
  ],
} as const

it('a mark means the reference of that number, and nothing else is one', () => {
  expect([0, 1].map(index => findMarked(block, toReferenceMark(index)))).toEqual(block.references)
  for (const address of ['#ref-0', '#ref-3', '#ref-', '#ref-01', '#ref-1x', 'https://example.org/#ref-1', '']) {
    expect(findMarked(block, address)).toBeUndefined()
  }
})

it('a text with marks shows the picture that was put in the place of another', () => {
  const [changed] = replaceItem({ title: '', blocks: [block] }, 'media', 'old', 'new').blocks
  expect(changed && findMarked(changed, '#ref-2')).toEqual({ kind: 'media', targetId: 'new' })
})
