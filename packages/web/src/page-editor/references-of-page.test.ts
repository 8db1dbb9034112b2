import { fromParse5 } from '@recourse/core'
import type { Block, Reference } from '@recourse/core/library'
import { getSchema } from '@tiptap/core'
import { EditorState } from '@tiptap/pm/state'
import { parseFragment } from 'parse5'
import { expect, it } from 'vitest'
import { readPage, writePage } from './markup/page-document.ts'
import { pageExtensions } from './page-extensions.ts'
import { listItems, planReplacement } from './references-of-page.ts'

const [a, b, c] = ['a', 'b', 'c'].map(each => `00000000-0000-4000-8000-00000000000${each}`)
const media = (targetId = ''): Reference => ({ kind: 'media', targetId })
const term = (targetId = ''): Reference => ({ kind: 'term', targetId })

const blocks: readonly Block[] = [
  {
    id: '1',
    kind: 'text',
    text: '<p><a href="#ref-2">x</a> <img src="#ref-1" alt=""> <a href="#ref-1">file</a></p>',
    references: [media(a), term(a), media(b)],
  },
  { id: '2', kind: 'media', text: '', references: [media(a)] },
  { id: '3', kind: 'text', text: '<p>untouched</p>', references: [term(b)] },
]

it('another item stands wherever the page refers to the one, and nowhere else', () => {
  const schema = getSchema(pageExtensions())
  const { doc, origin } = readPage({ title: '', blocks }, schema, html => fromParse5(parseFragment(html)))
  const { tr } = EditorState.create({ doc })
  const change = { kind: 'media', fromId: a ?? '', toId: c ?? '' } as const
  const written = writePage(planReplacement(tr, change).doc, origin)
  expect(listItems(written)).toEqual([term(a), media(c), media(b), term(b)])
  expect(written[1]).toEqual({ ...blocks[1], references: [media(c)] })
  expect(written[2]).toBe(blocks[2])
})
