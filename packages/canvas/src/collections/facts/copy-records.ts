import type { AssetKind, CopiedAssets, CopyRecord, CourseId } from '@recourse/core'
import { getAssetIdMapping } from '../../migrations/asset-id-mapping.ts'
import type { AssetIdMapping } from '../../wire/asset-id-mapping.ts'
import type { FinishedCopy } from './judge-copies.ts'
import { migrationKeysOf } from './migration-keys.ts'
import { readUnlessDenied, type Survey } from './survey.ts'

/** A finished copy whose source is known. */
export type KnownCopy = FinishedCopy & { readonly from: { readonly courseId: CourseId } }

/** So many sources are asked about; a course fed by more is no course copy. */
const MAX_RECORDS = 10

export function hasKnownSource(copy: FinishedCopy): copy is KnownCopy {
  return copy.from.courseId !== null
}

/** The newest copy of each source and kind: any of them gives the same record (canvas-api §2.7, *cumulative*). */
export function newestPerSource(copies: readonly KnownCopy[]): readonly KnownCopy[] {
  const newest = new Map<string, KnownCopy>()
  for (const copy of copies) {
    const key = `${copy.from.courseId} ${copy.toCourseId} ${copy.kind}`
    if (!newest.has(key)) newest.set(key, copy)
  }
  return [...newest.values()].slice(0, MAX_RECORDS)
}

/** What Canvas recorded of these copies. `withKeys`: a page holds leaked tokens, so that migration ids are needed. */
export function readRecords(
  survey: Survey,
  copies: readonly KnownCopy[],
  withKeys: boolean,
): Promise<readonly CopyRecord[]> {
  return Promise.all(
    copies.map(async copy => toRecord(copy, await readAssets(survey, copy, copy.from.courseId, withKeys))),
  )
}

export function toRecord(copy: KnownCopy, assets: CopiedAssets | null): CopyRecord {
  const { from, toCourseId, kind, startedAt, finishedAt } = copy
  return { fromCourseId: from.courseId, toCourseId, kind, startedAt, finishedAt, assets }
}

/** When a copy ran, as a record without contents: what was saved meanwhile was saved by it. */
export function toTimes(copy: FinishedCopy): CopyRecord {
  return toRecord({ ...copy, from: { ...copy.from, courseId: copy.from.courseId ?? copy.toCourseId } }, null)
}

export async function readAssets(
  survey: Survey,
  { migrationId, toCourseId }: FinishedCopy,
  from: CourseId | null,
  withKeys: boolean,
): Promise<CopiedAssets | null> {
  const source = from === null ? 'a package' : `course ${from}`
  const sentence = `Canvas's record of the copy from ${source} into course ${toCourseId} cannot be read.`
  const outcome = await readUnlessDenied(survey, sentence, null, () =>
    getAssetIdMapping(survey.canvas, toCourseId, migrationId, survey.call),
  )
  if (outcome?.ok === true) return toAssets(outcome.mapping, withKeys)
  survey.unread.add(sentence)
  return null
}

const KIND_OF_TYPE: Readonly<Record<string, AssetKind>> = {
  modules: 'modules',
  module_items: 'moduleItems',
  files: 'files',
  pages: 'pages',
  assignments: 'assignments',
  quizzes: 'quizzes',
  discussion_topics: 'discussionTopics',
  announcements: 'announcements',
}

function toAssets(mapping: AssetIdMapping, withKeys: boolean): CopiedAssets {
  const listed = [...mapping.byMigrationId].flatMap(([key, { type, destinationId: id }]) => {
    const kind = Object.hasOwn(KIND_OF_TYPE, type) ? KIND_OF_TYPE[type] : undefined
    return kind === undefined ? [] : [[key, { kind, id }] as const]
  })
  return {
    modules: Object.fromEntries(mapping.modules),
    moduleItems: Object.fromEntries(mapping.moduleItems),
    files: Object.fromEntries(mapping.files),
    pages: Object.fromEntries(mapping.pages),
    assignments: Object.fromEntries(mapping.assignments),
    quizzes: Object.fromEntries(mapping.quizzes),
    discussionTopics: Object.fromEntries(mapping.discussionTopics),
    announcements: Object.fromEntries(mapping.announcements),
    // Canvas's own keys last: they win over computed ones.
    byMigrationId: { ...(withKeys ? migrationKeysOf(mapping) : {}), ...Object.fromEntries(listed) },
  }
}
