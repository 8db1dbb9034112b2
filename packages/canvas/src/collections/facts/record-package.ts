import type { CollectionsPage, CopiedAssets, CopyRecord, CourseId } from '@recourse/core'
import { type KnownCopy, readAssets, toRecord } from './copy-records.ts'
import type { FinishedCopy } from './judge-copies.ts'
import type { Survey } from './survey.ts'

/**
 * Canvas does not name the course a package was exported from; but where it recognised that course, its record of the
 * import speaks of the very modules the page was written for. Then the page's tag is that course.
 */
export async function readPackageRecord(
  survey: Survey,
  copies: readonly FinishedCopy[],
  pages: readonly CollectionsPage[],
  withKeys: boolean,
): Promise<readonly CopyRecord[]> {
  const [newest] = copies.filter(({ from }) => from.courseId === null)
  const page = pages.find(({ courseId }) => courseId !== null)
  if (newest === undefined || page?.courseId == null) return []
  // Most packages have no record; that is no gap in what could be read.
  const assets = await readAssets({ ...survey, unread: new Set() }, newest, null, withKeys)
  if (assets === null || !speaksOf(assets, page)) return []
  return [toRecord(withSource(newest, page.courseId), assets)]
}

function speaksOf({ modules }: CopiedAssets, { configuration }: CollectionsPage): boolean {
  return configuration.modules.some(({ id }) => id !== null && Object.hasOwn(modules, id))
}

function withSource(copy: FinishedCopy, courseId: CourseId): KnownCopy {
  return { ...copy, from: { courseId, name: copy.from.name } }
}
