import type { ModuleId } from '../../ids.ts'
import type { CourseModule } from '../import/import-facts.ts'
import type { Evidence, ImportedUnmatchedRow, MatchedRow } from '../import/plan-rows.ts'
import type { MatchQuestion } from './match-question.ts'
import { normalizeName, withoutLabel } from './names.ts'
import { asItStands, byEqualNumber, byUniqueName, hearNames, type NameOf, type PairByName } from './pair-by-name.ts'
import { findSimilarNames } from './similar-names.ts'
import { type Rung, TakenPairs } from './taken-pairs.ts'

export interface Matching {
  /** In the order of `entries`. */
  readonly matched: readonly MatchedRow[]
  /** Entry key → suggestion, taken or not. */
  readonly suggestions: ReadonlyMap<string, NonNullable<ImportedUnmatchedRow['suggestion']>>
  /** Keys of entries whose name is borne by several modules, here or there, in unequal number. */
  readonly ambiguous: ReadonlySet<string>
}

/**
 * Pairs imported entries with the modules of this course, best evidence first, each at most once on either side
 * (design *Matching modules*). Where a lower rung points elsewhere the higher one wins and the row says so.
 */
export function matchModules(question: MatchQuestion): Matching {
  const taken = new TakenPairs(question)
  const rungs = idRungs(question)
  const heardName = hearNames()
  for (const rung of rungs) taken.climb(rung)
  for (const rung of nameRungs(question, taken, heardName)) taken.climb(rung())
  const suggestions = suggest(taken, heardName)
  taken.climb({ evidence: 'similar', targets: acceptedOf(suggestions, question.acceptSimilar) })
  return {
    matched: taken.rows(rungs),
    suggestions,
    ambiguous: sharedNames(taken, heardName),
  }
}

function idRungs({ entries, modules, chosen, copied, carried, ownPage }: MatchQuestion): readonly Rung[] {
  const byId = new Map<string, CourseModule>(modules.map(module => [module.id, module]))
  const sameId = new Map<string, ModuleId>()
  for (const { key, id, name } of entries) {
    const module = id === null ? undefined : byId.get(id)
    if (module !== undefined && (ownPage || module.name === name)) sameId.set(key, module.id)
  }
  return [
    { evidence: 'chosen', targets: chosen },
    { evidence: 'copied', targets: copied },
    { evidence: 'carried', targets: carried },
    { evidence: 'same-id', targets: sameId },
    {
      evidence: 'same-name',
      targets: byUniqueName(entries, modules, asItStands),
    },
  ]
}

/**
 * Each later name rung only sees what the earlier ones left: an exact namesake is never lost to a near one. Where no name is borne
 * on both sides, however it is written, only the label in front of it is left to try.
 */
function nameRungs({ entries }: MatchQuestion, taken: TakenPairs, heardName: NameOf): readonly (() => Rung)[] {
  const labels = [...new Set(entries.map(({ label }) => label))].map(normalizeName).filter(label => label !== '')
  const bareName: NameOf = named => labels.reduce(withoutLabel, heardName(named))
  const rung =
    (evidence: Evidence, pair: PairByName, nameOf: NameOf): (() => Rung) =>
    () => ({
      evidence,
      targets: pair(taken.freeEntries(), taken.freeModules(), nameOf),
    })
  const bare = labels.length === 0 ? [] : [rung('same-name-rewritten', byUniqueName, bareName)]
  if (sharedNames(taken, heardName).size === 0) return bare
  return [
    rung('same-name', byUniqueName, asItStands),
    rung('same-name-in-order', byEqualNumber, asItStands),
    rung('same-name-rewritten', byUniqueName, heardName),
    ...bare,
    rung('same-name-in-order', byEqualNumber, heardName),
  ]
}

function suggest(taken: TakenPairs, heardName: NameOf): Matching['suggestions'] {
  const [entries, modules] = [taken.freeEntries(), taken.freeModules()]
  const suggestions = new Map<string, NonNullable<ImportedUnmatchedRow['suggestion']>>()
  for (const { old, current, likeness } of findSimilarNames(entries.map(heardName), modules.map(heardName))) {
    const [entry, module] = [entries[old], modules[current]]
    if (entry === undefined || module === undefined) continue
    suggestions.set(entry.key, { moduleId: module.id, name: module.name, likeness })
  }
  return suggestions
}

function acceptedOf(suggestions: Matching['suggestions'], accept: boolean | readonly string[]): Rung['targets'] {
  if (accept === false) return new Map()
  const isAccepted = (key: string) => accept === true || accept.includes(key)
  return new Map([...suggestions].filter(([key]) => isAccepted(key)).map(([key, { moduleId }]) => [key, moduleId]))
}

/** Keys of unpaired entries of whose name there is an unpaired module. */
function sharedNames(taken: TakenPairs, heardName: NameOf): ReadonlySet<string> {
  const free = new Set(taken.freeModules().map(heardName))
  const entries = taken.freeEntries()
  return new Set(entries.filter(entry => free.has(heardName(entry))).map(({ key }) => key))
}
