import { type Block, type PageContent, type Reference, toReferenceMark } from '@recourse/core/library'
import type { DemoPage } from './demo-course.ts'

/** By `kind:name`, as in `page:Assembly points` or `term:hazard`. */
export type DemoTargets = ReadonlyMap<string, Reference>

/** The page with its `{kind:name}` as references; a name that stands for nothing is a mistake in the text. */
export function writePage({ title, blocks }: DemoPage, targets: DemoTargets): PageContent {
  return { title, blocks: blocks.map((markup, index) => writeBlock(String(index + 1), markup, targets)) }
}

function writeBlock(id: string, markup: string, targets: DemoTargets): Block {
  const references: Reference[] = []
  const text = markup.replace(/\{((?:page|media|resource|term):[^}]+)\}/g, (_, name: string) => {
    const target = targets.get(name)
    if (target === undefined) throw new Error(`Nothing in the demo library is called ${name}.`)
    return toReferenceMark(references.push(target) - 1)
  })
  return { id, kind: 'text', text, references }
}
