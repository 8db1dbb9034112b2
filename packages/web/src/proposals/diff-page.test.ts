import type { PageContent } from '@recourse/core/library'
import { describe, expect, test } from 'vitest'
import { diffPage } from './diff-page.ts'

const page = (title: string, blocks: Readonly<Record<string, string>>): PageContent => ({
  title,
  blocks: Object.entries(blocks).map(([id, text]) => ({ id, kind: 'text', text, references: [] })),
})
const asItIs = (markup: string) => markup

describe('the difference of two pages', () => {
  test('is nothing where they are the same', () => {
    const same = page('T', { a: 'x' })
    expect(diffPage(same, same, asItIs)).toEqual({ title: null, blocks: [], isReordered: false })
  })

  test('is told word by word', () => {
    const { blocks, title } = diffPage(
      page('Exits', { a: 'Take the lift down' }),
      page('Exits', { a: 'Take the stairs down' }),
      asItIs,
    )
    expect(title).toBeNull()
    expect(blocks).toEqual([
      {
        id: 'a',
        kind: 'edited',
        runs: [
          { text: 'Take the ', kind: 'same' },
          { text: 'lift', kind: 'removed' },
          { text: 'stairs', kind: 'added' },
          { text: ' down', kind: 'same' },
        ],
      },
    ])
  })

  test('names elements that come and go, and another order', () => {
    const from = page('T', { a: 'x', b: 'y', c: 'z' })
    const to = page('U', { c: 'z', b: 'y', d: 'new' })
    const diff = diffPage(from, to, asItIs)
    expect(diff.blocks.map(({ id, kind }) => `${kind} ${id}`)).toEqual(['added d', 'removed a'])
    expect(diff.isReordered).toBe(true)
    expect(diff.title).toHaveLength(2)
  })

  test.each(['& <b>"$\'', '😀 👷', 'שלום עולם', 'x'.repeat(255)])('keeps every character of %s', text => {
    const { blocks } = diffPage(page('T', { a: 'old' }), page('T', { a: text }), asItIs)
    const shown = blocks[0]?.runs.filter(({ kind }) => kind !== 'removed').map(run => run.text)
    expect(shown?.join('')).toBe(text)
  })
})
