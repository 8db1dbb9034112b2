import {
  type ClaytonsFacts,
  type CourseId,
  canonicalSlug,
  type HtmlParser,
  type LiveModule,
  pagesOf,
  type StoredPage,
} from '@recourse/core'
import type { Canvas } from '../../canvas.ts'
import { listModules } from '../../modules.ts'
import { findPage, listPages } from '../../pages/pages.ts'
import type { Module } from '../../wire/module.ts'
import type { Page, PageSummary } from '../../wire/page.ts'
import { toCandidate } from '../facts/configuration-pages.ts'
import { readRights } from '../facts/course-facts.ts'
import { readCopies } from '../facts/read-copies.ts'
import type { Survey } from '../facts/survey.ts'

export interface ReadClaytonsOptions {
  /** The door's parser. */
  readonly parseHtml: HtmlParser
  readonly now?: () => number
  readonly signal?: AbortSignal | undefined
}

/**
 * Everything that static pages are planned from: the configuration, the modules, the list of pages, and the text of
 * those that collections name. Faults of Canvas are thrown; half of the pages would be a wrong plan.
 */
export async function readClaytonsFacts(
  canvas: Canvas,
  courseId: CourseId,
  { parseHtml, now = canvas.now, signal }: ReadClaytonsOptions,
): Promise<ClaytonsFacts> {
  const survey: Survey = { canvas, courseId, call: { signal }, parseHtml, nowMs: now(), unread: new Set() }
  const { call, nowMs } = survey
  const [{ copying }, rights, configurationPage, modules, listed] = await Promise.all([
    readCopies(survey),
    readRights(survey),
    findPage(canvas, courseId, { slug: canonicalSlug }, call),
    listModules(canvas, courseId, call),
    listPages(canvas, courseId, {}, call),
  ])
  const configuration = toConfiguration(survey, configurationPage, listed)
  return {
    courseId,
    origin: canvas.origin,
    readAt: new Date(nowMs).toISOString(),
    copying,
    mayEdit: rights.editPages,
    configuration,
    modules: modules.map(toLiveModule),
    pages: copying === null ? await readBodies(survey, configuration, listed) : [],
  }
}

function toConfiguration(
  survey: Survey,
  page: Page | undefined,
  listed: readonly PageSummary[],
): ClaytonsFacts['configuration'] {
  if (page === undefined) return null
  const blueprint = page.blueprint ?? listed.find(({ id }) => id === page.id)?.blueprint ?? null
  return toCandidate(survey, { ...page, blueprint }).page
}

/** Claytons are the same for everybody: nobody's own progress is in them. */
function toLiveModule({ id, name, isPublished, unlockAt, prerequisiteModuleIds }: Module): LiveModule {
  return {
    id,
    name,
    published: isPublished ?? true,
    unlockAt,
    prerequisiteIds: prerequisiteModuleIds,
    state: null,
    requirements: null,
  }
}

/** One request for each page that a collection is written to or includes, a few at a time. */
async function readBodies(
  survey: Survey,
  configuration: ClaytonsFacts['configuration'],
  listed: readonly PageSummary[],
): Promise<readonly StoredPage[]> {
  const { canvas, courseId, call } = survey
  const collections = configuration?.reading.ok === true ? configuration.reading.page.configuration.collections : []
  const titles = collections.flatMap(({ includePage, outputPage }) => [includePage, outputPage]).filter(Boolean)
  const stored = listed.map(({ url, ...page }) => ({ ...page, slug: url }))
  const needed = new Set(titles.flatMap(title => pagesOf(title, stored)).map(({ id }) => id))
  return Promise.all(
    listed.map(async page => {
      if (!needed.has(page.id)) return toStored(page, null)
      const found = await findPage(canvas, courseId, { id: page.id }, call)
      return toStored(page, found?.body ?? null)
    }),
  )
}

export function toStored(page: PageSummary, body: string | null): StoredPage {
  return {
    id: page.id,
    slug: page.url,
    title: page.title,
    isPublished: page.isPublished,
    isFrontPage: page.isFrontPage,
    isLockedByBlueprint: page.blueprint?.role === 'child' && page.blueprint.isLocked,
    body,
  }
}
