import { type CourseId, type ModuleId, toModuleId } from '../../ids.ts'
import type { ModuleEntry } from '../configuration/configuration.ts'
import { planDates } from '../dates/plan-dates.ts'
import { type CopyChain, chainFinder } from '../matching/copy-chain.ts'
import { type FindIdInSource, idInSourceFinder } from '../matching/id-in-source.ts'
import { type Matching, matchModules } from '../matching/match-modules.ts'
import type { MatchQuestion } from '../matching/match-question.ts'
import { normalizeName } from '../matching/names.ts'
import { currentUnmatchedRows, importedUnmatchedRows } from '../matching/unmatched-rows.ts'
import type { CollectionsPage } from '../page/page-reading.ts'
import type { AddressReader } from '../references/addressed-html.ts'
import { findCanvasLink } from '../references/canvas-url.ts'
import { type FileIndex, indexFiles } from '../references/find-file.ts'
import { judgeFiles } from '../references/judge-files.ts'
import { indexLinks, judgeLinks, type LinkIndex } from '../references/judge-links.ts'
import { planPages } from '../references/plan-pages.ts'
import { findReferences } from '../references/references.ts'
import type { ImportChoices } from './import-choices.ts'
import type { ImportFacts, SourceCourse } from './import-facts.ts'
import type { ReadyPlan } from './import-plan.ts'
import type { CurrentUnmatchedRow } from './plan-rows.ts'

/** Every row of a plan, before the outcome is built. */
export interface Judgement
  extends Pick<ReadyPlan, 'matched' | 'importedUnmatched' | 'images' | 'links' | 'pages' | 'dates'> {
  readonly currentUnmatched: readonly Omit<CurrentUnmatchedRow, 'collection'>[]
  /** The course that the page's ids are of; `null` where nothing tells. */
  readonly sourceId: CourseId | null
  readonly chain: CopyChain
  /** What became of the things that addresses lead to. */
  readonly known: { readonly files: FileIndex; readonly links: LinkIndex }
}

export function judgeImport(
  facts: ImportFacts,
  choices: ImportChoices,
  page: CollectionsPage,
  read: AddressReader,
): Judgement {
  const { course, modules, mayLackModules } = facts
  const entries = page.configuration.modules
  const sourceId = findSourceId(page, facts)
  const chainFrom = chainFinder(facts.records, course.id)
  const chain = sourceId === null ? { records: [], assets: null } : chainFrom(sourceId)
  const source = findSource(sourceId, facts)
  const findIdInSource = idInSourceFinder(entries, source)
  const matching = match(facts, choices, page, copiedPairs(entries, chain, findIdInSource))
  const { matched } = matching
  const unmatched = { entries, modules, matching, chain, source, findIdInSource, mayLackModules }
  const staying = stayingEntries(entries, matching)
  const references = findReferences(staying, read)
  const known = {
    files: indexFiles({ facts, page, chain, chainFrom }),
    links: indexLinks({ facts, chain, chainFrom, matched }),
  }
  return {
    sourceId,
    chain,
    known,
    matched,
    importedUnmatched: importedUnmatchedRows(unmatched),
    currentUnmatched: currentUnmatchedRows(unmatched),
    images: judgeFiles(references, known.files, choices.images),
    links: judgeLinks(references, known.links),
    pages: planPages(page.configuration, page, facts),
    dates: planDates({ entries: staying, course, modules, source, matched, choice: choices.dates }),
  }
}

export function findSource(sourceId: CourseId | null, { sources }: ImportFacts): SourceCourse | undefined {
  return sources.find(source => source.courseId === sourceId)
}

/** What the page's tag says; without one, the course of the only copy there was. */
function findSourceId(page: CollectionsPage, { course, records }: ImportFacts): CourseId | null {
  if (page.courseId !== null) return page.courseId
  const copiedFrom = new Set(
    records.filter(record => record.toCourseId === course.id).map(record => record.fromCourseId),
  )
  const [only] = copiedFrom
  return only === undefined || copiedFrom.size > 1 ? null : only
}

/** Entry key → module here, by Canvas's record, which knows ids alone. */
function copiedPairs(
  entries: readonly ModuleEntry[],
  { assets }: CopyChain,
  findIdInSource: FindIdInSource,
): MatchQuestion['copied'] {
  const copied = assets?.modules ?? new Map<string, string>()
  if (entries.every(({ id }) => id !== null)) return copied
  const pairs = new Map<string, string>()
  for (const entry of entries) {
    const id = copied.get(findIdInSource(entry) ?? '')
    if (id !== undefined) pairs.set(entry.key, id)
  }
  return pairs
}

function match(
  facts: ImportFacts,
  choices: ImportChoices,
  page: CollectionsPage,
  copied: MatchQuestion['copied'],
): Matching {
  const carried = new Map<string, ModuleId>()
  for (const { moduleId, href } of page.moduleLinks) {
    const link = findCanvasLink(href)
    if (link?.kind === 'module' && link.courseId === facts.course.id) carried.set(moduleId, toModuleId(link.ref))
  }
  return matchModules({
    entries: page.configuration.modules,
    modules: facts.modules,
    chosen: chosenPairs(choices, page.configuration.modules, facts),
    copied,
    carried,
    ownPage: page.courseId === facts.course.id,
    acceptSimilar: choices.acceptSimilar,
  })
}

/** Pairs said by ids and by names; a name pairs only where it is borne once on either side. */
function chosenPairs(
  { pairs, renames }: ImportChoices,
  entries: readonly ModuleEntry[],
  { modules }: ImportFacts,
): ReadonlyMap<string, ModuleId | null> {
  const byName = Object.entries(renames).flatMap(([oldName, newName]) => {
    const entry = findOnly(entries, oldName)
    const module = findOnly(modules, newName)
    return entry === undefined || module === undefined ? [] : [[entry.key, module.id] as const]
  })
  return new Map<string, ModuleId | null>([...byName, ...Object.entries(pairs)])
}

function findOnly<Named extends { readonly name: string }>(all: readonly Named[], name: string): Named | undefined {
  const exact = all.filter(one => one.name === name)
  const found = exact.length > 0 ? exact : all.filter(one => normalizeName(one.name) === normalizeName(name))
  return found.length === 1 ? found[0] : undefined
}

function stayingEntries(entries: readonly ModuleEntry[], { matched }: Matching): readonly ModuleEntry[] {
  if (matched.length === entries.length) return entries
  const staying = new Set(matched.map(row => row.key))
  return entries.filter(({ key }) => staying.has(key))
}
