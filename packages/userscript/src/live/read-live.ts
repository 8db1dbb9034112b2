import { type Canvas, findPage, isCanvasError, listModulesWithItems, type Page } from '@recourse/canvas'
import {
  type CollectionsPage,
  type CourseId,
  canonicalSlug,
  type HtmlParser,
  readCollectionsPage,
} from '@recourse/core'
import type { IncludedPage, LiveFacts } from './live-facts.ts'
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
  /** Collections were here last time: everything is asked for at once. Else the page decides whether to ask on. */
  readonly isExpected: boolean
}

/**
 * The facts, or `undefined` where there is nothing to draw: no configuration, none that this person may see, none that
 * can be read, or one that waits for its import. A Canvas in trouble is a `CanvasError`.
 */
export async function readLive(place: LivePlace, { rights, isExpected }: ReadOptions): Promise<LiveFacts | undefined> {
  const readRest = () => Promise.all([listModulesWithItems(place.canvas, place.courseId, call(place)), rights()])
  const expected = isExpected ? readRest() : undefined
  // Where the page says no, nobody waits for the rest.
  expected?.catch(() => undefined)
  const page = await unlessDenied(() => findPage(place.canvas, place.courseId, { slug: canonicalSlug }, call(place)))
  const reading = readOwn(place, page)
  if (page === undefined || reading === undefined) return undefined
  const rest = await unlessDenied(() => expected ?? readRest())
  if (rest === undefined) return undefined
  const [modules, held] = rest
  const { configuration } = reading
  return {
    ...held,
    page: { id: page.id, isPublished: page.isPublished },
    configuration,
    modules: modules.map(toLiveModule),
  }
}

/** A configuration that speaks of another course, or of none, waits for its import. */
function readOwn({ courseId, parseHtml }: LivePlace, page: Page | undefined): CollectionsPage | undefined {
  if (page?.url !== canonicalSlug || page.body === null) return undefined
  const reading = readCollectionsPage(parseHtml(page.body))
  return reading.ok && reading.page.courseId === courseId ? reading.page : undefined
}

/** A page by its title, as Canvas resolves titles: renamed ones and other alphabets included. */
export async function readIncluded(place: LivePlace, title: string): Promise<IncludedPage> {
  const page = await unlessDenied(() => findPage(place.canvas, place.courseId, { title }, call(place)))
  if (page === undefined || page.body === null) return { kind: 'missing', title }
  return { kind: 'page', title: page.title, html: page.body, slug: page.url }
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
