import type { CourseId } from '../../ids.ts'
import type { AssetKind, CopiedAssets, CopyRecord } from '../import/import-facts.ts'

/** At most so many copies lie between the course of the page's tag and this one. */
const maxSteps = 5

/** What became of a course's things on their way here. */
export interface CopyChain {
  /** From the oldest copy to the one into this course; empty where no way is known. */
  readonly records: readonly CopyRecord[]
  /** Source id → id here; `null` where one record of the way cannot be read. */
  readonly assets: Readonly<Record<AssetKind, ReadonlyMap<string, string>>> | null
}

/** The shortest way of copies from one course to another, and its records composed: A→B→C gives A's ids ↦ C's. */
export function composeChain(records: readonly CopyRecord[], from: CourseId, to: CourseId): CopyChain {
  const way = findWay(records, from, to)
  const readable = way.flatMap(record => record.assets ?? [])
  if (way.length === 0 || readable.length < way.length) return { records: way, assets: null }
  return { records: way, assets: composeAssets(readable) }
}

/** The same to one course, from whatever course; each way is composed once, however many ask. */
export type ChainFrom = (courseId: CourseId) => CopyChain

export function chainFinder(records: readonly CopyRecord[], to: CourseId): ChainFrom {
  const known = new Map<CourseId, CopyChain>()
  return from => {
    const before = known.get(from)
    if (before !== undefined) return before
    const chain = composeChain(records, from, to)
    known.set(from, chain)
    return chain
  }
}

function findWay(records: readonly CopyRecord[], from: CourseId, to: CourseId): readonly CopyRecord[] {
  let ways: readonly (readonly CopyRecord[])[] = records
    .filter(record => record.toCourseId === to)
    .map(record => [record])
  for (let step = 0; step < maxSteps && ways.length > 0; step += 1) {
    const arrived = ways.find(([first]) => first?.fromCourseId === from)
    if (arrived !== undefined) return arrived
    ways = ways.flatMap(way => longerWays(way, records))
  }
  return []
}

function longerWays(way: readonly CopyRecord[], records: readonly CopyRecord[]): readonly (readonly CopyRecord[])[] {
  const visited = new Set(way.map(record => record.toCourseId))
  return records
    .filter(record => record.toCourseId === way[0]?.fromCourseId && !visited.has(record.fromCourseId))
    .map(record => [record, ...way])
}

function composeAssets(steps: readonly CopiedAssets[]): NonNullable<CopyChain['assets']> {
  const through = (kind: AssetKind) => steps.map(assets => new Map(Object.entries(assets[kind]))).reduce(composeMaps)
  return {
    modules: through('modules'),
    moduleItems: through('moduleItems'),
    files: through('files'),
    pages: through('pages'),
    assignments: through('assignments'),
    quizzes: through('quizzes'),
    discussionTopics: through('discussionTopics'),
    announcements: through('announcements'),
  }
}

function composeMaps(first: ReadonlyMap<string, string>, second: ReadonlyMap<string, string>): Map<string, string> {
  const composed = new Map<string, string>()
  for (const [id, middle] of first) {
    const target = second.get(middle)
    if (target !== undefined) composed.set(id, target)
  }
  return composed
}
