import type { Configuration, ModuleEntry } from '../configuration/configuration.ts'
import { isEqual } from '../configuration/same-reading.ts'
import type { Judgement } from './judge-import.ts'

/** The sides of a merge that rows are compared with, and what came of it. */
export interface MergedSides {
  readonly ours: Configuration
  readonly theirs: Configuration
  readonly merged: Configuration
}

/**
 * After a merge: only the rows of what the copy brings. Dates are ours wherever there is an entry of ours, and so is what
 * both changed (design *Facts* 3): a plan does not say that those are moved or linked again.
 */
export function writtenRows(judgement: Judgement, { ours, theirs, merged }: MergedSides): Judgement {
  const hereOf = new Map<string, string>(judgement.matched.map(({ key, moduleId }) => [key, moduleId]))
  const [own, copied, joined] = [entriesOf(ours), entriesOf(theirs), entriesOf(merged)]
  const isOwn = (key: string) => own.has(hereOf.get(key) ?? '')
  const isBrought = ({ key, field }: { readonly key: string; readonly field: string }) => {
    const [one, other] = [copied.get(hereOf.get(key) ?? ''), joined.get(hereOf.get(key) ?? '')]
    return one === undefined || other === undefined || isEqual(contentOf(one, field), contentOf(other, field))
  }
  return {
    ...judgement,
    images: judgement.images.filter(isBrought),
    links: judgement.links.filter(isBrought),
    dates: { ...judgement.dates, rows: judgement.dates.rows.filter(({ key }) => !isOwn(key)) },
  }
}

function entriesOf({ modules }: Configuration): ReadonlyMap<string, ModuleEntry> {
  return new Map(modules.map(entry => [entry.key, entry]))
}

/** Of the fields that hold references; metadata is merged as a whole. */
function contentOf(entry: ModuleEntry, field: string): unknown {
  if (field === 'image' || field === 'description' || field === 'fyiText' || field === 'iframe') return entry[field]
  return entry.metadata
}
