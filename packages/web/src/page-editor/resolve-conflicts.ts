import { type Block, mergePage, type PageContent } from '@recourse/core/library'

export interface Sides {
  /** What both began with. */
  readonly base: PageContent
  /** As somebody else has saved it. */
  readonly theirs: PageContent
  readonly mine: PageContent
}

/** Where both changed the same: `title`, `order`, or the id of an element. */
export function listConflicts({ base, theirs, mine }: Sides): readonly string[] {
  const merged = mergePage(base, theirs, mine)
  return merged.ok ? [] : merged.conflicts.map(({ at }) => at)
}

/** Both edits in one, with what was chosen where they meet. `takesMine` is asked about each conflict. */
export function resolveConflicts(sides: Sides, takesMine: (at: string) => boolean): PageContent {
  const conflicts = listConflicts(sides)
  const mineWins = conflicts.filter(takesMine)
  const theirsWins = conflicts.filter(at => !takesMine(at))
  // Where mine wins they count as not having changed it; where theirs wins, I do.
  const base = adopt(sides.base, sides.theirs, mineWins)
  const mine = adopt(sides.mine, sides.theirs, theirsWins)
  const merged = mergePage(base, sides.theirs, mine)
  if (merged.ok) return merged.value
  // What comes back by a choice may be in nobody's order: then theirs, which loses no element.
  const ordered = mergePage(base, sides.theirs, adopt(mine, sides.theirs, ['order']))
  return ordered.ok ? ordered.value : mine
}

/** The content as it would be had these places been as in the other one. */
function adopt(content: PageContent, other: PageContent, places: readonly string[]): PageContent {
  const title = places.includes('title') ? other.title : content.title
  const blocks = places.reduce(
    (all, at) => (at === 'title' || at === 'order' ? all : adoptBlock(all, other.blocks, at)),
    content.blocks,
  )
  return { title, blocks: places.includes('order') ? inOrderOf(blocks, other.blocks) : blocks }
}

function adoptBlock(blocks: readonly Block[], others: readonly Block[], id: string): readonly Block[] {
  const at = others.findIndex(each => each.id === id)
  const other = others[at]
  if (other === undefined) return blocks.filter(each => each.id !== id)
  if (blocks.some(each => each.id === id)) return blocks.map(each => (each.id === id ? other : each))
  const before = others.slice(0, at).findLast(each => blocks.some(own => own.id === each.id))
  const index = before === undefined ? 0 : blocks.findIndex(each => each.id === before.id) + 1
  return blocks.toSpliced(index, 0, other)
}

/** What both have stands as in the other one; what only this has keeps its place among it. */
function inOrderOf(blocks: readonly Block[], others: readonly Block[]): readonly Block[] {
  const ids = new Set(blocks.map(({ id }) => id))
  const common = others.map(({ id }) => id).filter(id => ids.has(id))
  const isCommon = new Set(common)
  const byId = new Map(blocks.map(block => [block.id, block]))
  let next = 0
  return blocks.map(block => {
    if (!isCommon.has(block.id)) return block
    const id = common[next] ?? block.id
    next += 1
    return byId.get(id) ?? block
  })
}
