import { isBlank } from '../configuration/blank-configuration.ts'
import { parseInstant } from '../dates/instant.ts'
import type { CollectionsPage } from '../page/page-reading.ts'
import type { ImportChoices } from './import-choices.ts'
import type { ConfigurationPage, ImportFacts } from './import-facts.ts'
import type { CandidatePage } from './import-plan.ts'

/** The slug at which Collections looks for its configuration, and nowhere else (collections-1.3 §2.1). */
export const canonicalSlug = 'canvas-collections-configuration'

/** The title that Canvas makes that slug of. */
export const canonicalTitle = 'Canvas Collections Configuration'

export interface ReadablePage extends ConfigurationPage {
  readonly reading: { readonly ok: true; readonly page: CollectionsPage }
}

/** Which page the plan is about. */
export type PickedPage =
  | { readonly kind: 'none' }
  | { readonly kind: 'blank'; readonly candidate: ConfigurationPage }
  | { readonly kind: 'broken'; readonly candidate: ConfigurationPage; readonly where: string }
  | { readonly kind: 'several'; readonly candidates: readonly ReadablePage[] }
  | { readonly kind: 'one'; readonly candidate: ReadablePage }

/**
 * The page whose configuration is to be imported: the only real one, or the chosen one. Blank ones (a template's)
 * do not count; of several real ones a person chooses (design *Facts* 2).
 */
export function pickPage({ candidates }: ImportFacts, { pageId }: ImportChoices): PickedPage {
  const considered = pageId === null ? candidates : candidates.filter(candidate => candidate.pageId === pageId)
  const real = considered.filter(isReadable).filter(candidate => !isBlank(candidate.reading.page.configuration))
  const open = real.filter(candidate => !real.some(other => hasTakenOver(other, candidate)))
  const [first, second] = open
  if (first !== undefined)
    return second === undefined ? { kind: 'one', candidate: first } : { kind: 'several', candidates: open }
  const broken = considered.find(candidate => !candidate.reading.ok)
  if (broken !== undefined && !broken.reading.ok)
    return { kind: 'broken', candidate: broken, where: broken.reading.where }
  const [blank] = considered
  return blank === undefined ? { kind: 'none' } : { kind: 'blank', candidate: blank }
}

export function isReadable(candidate: ConfigurationPage): candidate is ReadablePage {
  return candidate.reading.ok
}

/** The canonical page already holds what was imported from that other page, and nobody saved that one since. */
function hasTakenOver(taker: ReadablePage, other: ReadablePage): boolean {
  const { imported } = taker.reading.page.configuration
  if (taker === other || taker.slug !== canonicalSlug || imported === null) return false
  const [importedAt, savedAt] = [parseInstant(imported.at), parseInstant(other.updatedAt)]
  const isFromThere = imported.fromCourseId === other.reading.page.courseId
  return isFromThere && importedAt !== undefined && savedAt !== undefined && savedAt <= importedAt
}

export function describeCandidate({ pageId, slug, title, updatedAt, reading }: ConfigurationPage): CandidatePage {
  return {
    pageId,
    slug,
    title,
    updatedAt,
    courseId: reading.ok ? reading.page.courseId : null,
    collections: reading.ok ? reading.page.configuration.collections.length : 0,
    modules: reading.ok ? reading.page.configuration.modules.length : 0,
    broken: reading.ok ? null : reading.where,
  }
}
