import { type Canvas, findPage, isCanvasError, listModulesWithItems, listPages, type Page } from '@recourse/canvas'
import { type CourseId, canonicalSlug, type HtmlParser } from '@recourse/core'
import { findOwn, knowsModules, searchConfigurations } from '../own-configuration.ts'
import type { CoursePages, IncludedPage, LiveFacts } from './live-facts.ts'
import { toLiveModule } from './to-live-module.ts'

export interface LivePlace {
  readonly canvas: Canvas
  readonly courseId: CourseId
  readonly parseHtml: HtmlParser
  readonly signal: AbortSignal
}

/** What does not change while a page is open. */
export type LiveRights = Pick<LiveFacts, 'isStaff' | 'mayEditPages'>

interface ReadOptions {
  readonly rights: () => Promise<LiveRights>
  /** How it was last time, in this browser: then everything is asked for at once. Else one answer leads to the next. */
  readonly last: { readonly isStaff: boolean } | undefined
}

/**
 * The facts, or `undefined` where there is nothing to draw: no configuration, none that this person may see, none that
 * can be read, or one that waits for its import. A Canvas in trouble is a `CanvasError`.
 */
export function readLive(place: LivePlace, options: ReadOptions): Promise<LiveFacts | undefined> {
  return unlessDenied(() => readFacts(place, options))
}

async function readFacts(place: LivePlace, { rights, last }: ReadOptions): Promise<LiveFacts | undefined> {
  const { canvas, courseId, parseHtml } = place
  const asking = rights()
  const listed = last === undefined ? undefined : listModulesWithItems(canvas, courseId, call(place))
  // Where another answer says no, nobody waits for these.
  for (const each of [asking, listed]) each?.catch(() => undefined)
  const { isStaff } = last ?? (await asking)
  const own = findOwn(await readConfigurationPages(place, isStaff), courseId, parseHtml)
  if (own === undefined) return undefined
  const modules = await (listed ?? listModulesWithItems(canvas, courseId, call(place)))
  if (!knowsModules(own.configuration, modules)) return undefined
  return {
    ...(await asking),
    page: { id: own.page.id, isPublished: own.page.isPublished },
    configuration: own.configuration,
    modules: modules.map(toLiveModule),
  }
}

/** Staff by the search that the import dialog makes too, all others by the one address. */
async function readConfigurationPages(place: LivePlace, isStaff: boolean): Promise<readonly Page[]> {
  const { canvas, courseId } = place
  if (isStaff) return searchConfigurations(canvas, courseId, call(place))
  const page = await findPage(canvas, courseId, { slug: canonicalSlug }, call(place))
  return page === undefined ? [] : [page]
}

/** A page by its title, as Canvas resolves titles: renamed ones and other alphabets included. */
export async function readIncluded(place: LivePlace, title: string): Promise<IncludedPage> {
  const page = await unlessDenied(() => findPage(place.canvas, place.courseId, { title }, call(place)))
  if (page === undefined || page.body === null) return { kind: 'missing', title }
  return { kind: 'page', title: page.title, html: page.body, slug: page.url }
}

/** All pages of the course, for who may know of them; `null` where they cannot be listed. */
export async function readPages(place: LivePlace): Promise<CoursePages | null> {
  const pages = await unlessDenied(() => listPages(place.canvas, place.courseId, {}, call(place)))
  return pages?.map(({ url, title, isPublished }) => ({ slug: url, title, published: isPublished })) ?? null
}

async function unlessDenied<Answer>(read: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await read()
  } catch (error) {
    if (isCanvasError(error, 'denied', 'missing', 'unauthenticated')) return undefined
    throw error
  }
}

const call = ({ signal }: LivePlace): { readonly signal: AbortSignal } => ({ signal })
