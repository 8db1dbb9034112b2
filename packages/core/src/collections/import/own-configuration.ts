import { isBlank } from '../configuration/blank-configuration.ts'
import type { Configuration } from '../configuration/configuration.ts'
import type { PageReading } from '../page/page-reading.ts'
import type { ConfigurationPage, ImportFacts, PageRevision } from './import-facts.ts'
import { canonicalSlug } from './pick-page.ts'

/** This course's own Collections from before the copy, and what the import before that had written. */
export interface OwnConfiguration {
  /** `null` where it still stands on the canonical page, beside the page that the copy made. */
  readonly revisionId: number | null
  readonly updatedAt: string
  readonly configuration: Configuration
  readonly base: Configuration | null
}

/**
 * The Collections of this course that a second copy replaced (an earlier revision of the page, tagged with this
 * course), or that stand on the canonical page while the copy made another (design *Facts* 3).
 */
export function findOwnConfiguration(
  candidate: ConfigurationPage,
  { candidates, course }: ImportFacts,
): OwnConfiguration | null {
  const canonical = candidates.find(({ slug }) => slug === canonicalSlug)
  const own = (reading: PageReading) => ownConfiguration(reading, course.id)
  const beside = canonical === undefined || canonical === candidate ? null : own(canonical.reading)
  if (canonical !== undefined && beside !== null) {
    return { revisionId: null, updatedAt: canonical.updatedAt, configuration: beside, base: null }
  }
  if (own(candidate.reading) !== null) return null
  const { earlier } = canonical !== undefined && !isOfCourse(canonical.reading, course.id) ? canonical : candidate
  const replaced = earlier.find(({ reading }) => own(reading) !== null)
  const configuration = replaced === undefined ? null : own(replaced.reading)
  if (replaced === undefined || configuration === null) return null
  return {
    revisionId: replaced.revisionId,
    updatedAt: replaced.updatedAt,
    configuration,
    base: findBase(configuration, earlier, course.id),
  }
}

function ownConfiguration(reading: PageReading, courseId: string): Configuration | null {
  return isOfCourse(reading, courseId) && !isBlank(reading.page.configuration) ? reading.page.configuration : null
}

function isOfCourse(reading: PageReading, courseId: string): reading is Extract<PageReading, { ok: true }> {
  return reading.ok && reading.page.courseId === courseId
}

/** The oldest revision with the same stamp is what that import wrote; 1.3 keeps the stamp through its own saves. */
function findBase(
  { imported }: Configuration,
  earlier: readonly PageRevision[],
  courseId: string,
): Configuration | null {
  if (imported === null) return null
  const grownFromIt = earlier.flatMap(({ reading }) => {
    const configuration = ownConfiguration(reading, courseId)
    return configuration?.imported?.at === imported.at ? [configuration] : []
  })
  return grownFromIt.at(-1) ?? null
}
