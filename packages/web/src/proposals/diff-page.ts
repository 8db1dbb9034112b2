import type { PageContent } from '@recourse/core/library'
import { diffWordsWithSpace } from 'diff'

/** A run of words that stays, comes or goes. */
export interface Run {
  readonly text: string
  readonly kind: 'same' | 'added' | 'removed'
}

export interface BlockDiff {
  readonly id: string
  readonly kind: 'added' | 'removed' | 'edited'
  readonly runs: readonly Run[]
}

export interface PageDiff {
  /** `null`: it stays. */
  readonly title: readonly Run[] | null
  readonly blocks: readonly BlockDiff[]
  readonly isReordered: boolean
}

/** What a change of a page comes to, element by element, word by word. `toText` reads markup. */
export function diffPage(from: PageContent, to: PageContent, toText: (markup: string) => string): PageDiff {
  const before = new Map(from.blocks.map(block => [block.id, block]))
  const after = new Set(to.blocks.map(({ id }) => id))
  const kept = to.blocks.flatMap(({ id, text }): readonly BlockDiff[] => {
    const old = before.get(id)
    if (old === undefined) return [{ id, kind: 'added', runs: toRuns('', toText(text)) }]
    return old.text === text ? [] : [{ id, kind: 'edited', runs: toRuns(toText(old.text), toText(text)) }]
  })
  const gone = from.blocks.filter(({ id }) => !after.has(id))
  const removed = gone.map(({ id, text }): BlockDiff => ({ id, kind: 'removed', runs: toRuns(toText(text), '') }))
  return {
    title: from.title === to.title ? null : toRuns(from.title, to.title),
    blocks: [...kept, ...removed],
    isReordered: isReordered(from, to),
  }
}

function toRuns(from: string, to: string): readonly Run[] {
  return diffWordsWithSpace(from, to).map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }))
}

function isReordered(from: PageContent, to: PageContent): boolean {
  const [inFrom, inTo] = [from, to].map(({ blocks }) => new Set(blocks.map(({ id }) => id)))
  const both = (content: PageContent) =>
    content.blocks.map(({ id }) => id).filter(id => inFrom?.has(id) && inTo?.has(id))
  return both(from).join() !== both(to).join()
}
