import { expect, it } from 'vitest'
import { type Draft, parseDraft } from './draft.ts'

const id = '00000000-0000-4000-8000-000000000001'
const content = {
  title: 'a & "b"',
  blocks: [{ id: '1', kind: 'text', text: '<p>x</p>', references: [{ kind: 'term', targetId: id }] }],
} satisfies Draft['content']
const draft: Draft = { at: '2026-11-28T14:05:00.000Z', baseRevisionId: id, base: content, content }

it('what was kept is read again', () => expect(parseDraft(JSON.stringify(draft))).toEqual(draft))

it.each([
  ['', 'no text'],
  ['{"at":', 'half of a text'],
  ['null', 'nothing'],
  [JSON.stringify({ ...draft, at: 'yesterday' }), 'no instant'],
  [JSON.stringify({ ...draft, base: { title: 'x' } }), 'a page without elements'],
  [JSON.stringify({ ...draft, content: { title: 'x', blocks: [{ id: 1 }] } }), 'an element without a text'],
  [
    JSON.stringify({ ...draft, content: { ...content, blocks: [{ ...content.blocks[0], references: [{}] }] } }),
    'a reference to nothing',
  ],
])('%j is no draft: %s', text => expect(parseDraft(text)).toBeUndefined())
