import { type Merged, mergeEntries, mergeValue } from './merge-values.ts'
import type { PageContent } from './page-content.ts'

/** Two edits of one page, block by block; where both changed the same, nothing is decided (library §1.5 *A4*). */
export function mergePage(base: PageContent, ours: PageContent, theirs: PageContent): Merged<PageContent> {
  const title = mergeValue('title', base.title, ours.title, theirs.title)
  const blocks = mergeEntries(base.blocks, ours.blocks, theirs.blocks)
  if (title.ok && blocks.ok) return { ok: true, value: { title: title.value, blocks: blocks.value } }
  return { ok: false, conflicts: [title, blocks].flatMap(each => (each.ok ? [] : each.conflicts)) }
}
