import type { ModuleEntry } from '../configuration/configuration.ts'
import { chainFinder } from '../matching/copy-chain.ts'
import type { CollectionsPage } from '../page/page-reading.ts'
import type { AddressReader } from '../references/addressed-html.ts'
import { judgeFiles } from '../references/judge-files.ts'
import { judgeLinks } from '../references/judge-links.ts'
import { findReferences } from '../references/references.ts'
import type { ImportFacts } from './import-facts.ts'
import type { Judgement } from './judge-import.ts'
import type { LinkRow } from './plan-rows.ts'

export type NewLink = Pick<LinkRow, 'key' | 'field' | 'url' | 'newUrl'>

/** The links of entries that are kept for later, and what they become. */
export interface ParkedLinks {
  /** Of entries that were kept already when the page was copied. */
  readonly before: readonly NewLink[]
  /** Of entries that find no module now. */
  readonly now: readonly NewLink[]
}

/**
 * Links of entries that are kept for later, as those of every other: what became of the things they lead to is known
 * now, and hardly when they are given to a module (design *Proceeding*). What is not here stays as it is, unasked.
 */
export function judgeParked(
  facts: ImportFacts,
  page: CollectionsPage,
  { importedUnmatched, matched, chain }: Judgement,
  read: AddressReader,
): ParkedLinks {
  const { parked, modules } = page.configuration
  if (parked.length === 0 && importedUnmatched.length === 0) return { before: [], now: [] }
  const unmatched = new Set(importedUnmatched.map(({ key }) => key))
  const chainFrom = chainFinder(facts.records, facts.course.id)
  const judge = (entries: readonly ModuleEntry[], of: CollectionsPage): readonly NewLink[] => {
    const references = findReferences(entries, read)
    return [
      ...judgeFiles(references, { facts, page: of, chain, chainFrom }, 'keep'),
      ...judgeLinks(references, { facts, chain, chainFrom, matched }),
    ]
  }
  const entriesBefore = parked.map(({ entry }) => entry)
  return {
    // Their keys are of another course: the page's pictures are not theirs.
    before: judge(entriesBefore, { ...page, images: [] }),
    now: judge(
      modules.filter(({ key }) => unmatched.has(key)),
      page,
    ),
  }
}
