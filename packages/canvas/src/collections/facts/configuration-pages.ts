import {
  type ConfigurationPage,
  canonicalSlug,
  type EditLock,
  type PageReading,
  readCollectionsPage,
  type UserId,
} from '@recourse/core'
import { findPage, listPagesWithBody } from '../../pages/pages.ts'
import { getSelf } from '../../users.ts'
import type { Page } from '../../wire/page.ts'
import { isLockPage, toEditLock } from '../lock-page.ts'
import { readUnlessDenied, type Survey } from './survey.ts'

/** In the titles of the configuration page and of the lock page alike. */
const SEARCH_TERM = 'Canvas Collections'
/** Where Canvas sends no bodies in lists, so many of the pages found are read one by one. */
const MAX_SINGLE_READS = 10

export interface CandidateRead {
  readonly page: ConfigurationPage
  readonly createdAt: string | null
  /** As Canvas answered it: leaked tokens and links are looked for in it. */
  readonly html: string
}

export interface ConfigurationPages {
  /** The canonical slug first, then the last saved first. */
  readonly candidates: readonly CandidateRead[]
  readonly lockPages: readonly Page[]
}

/** Every page that holds a configuration or should, and the lock page: one search, as a rule. */
export async function readConfigurationPages(survey: Survey): Promise<ConfigurationPages> {
  const found = await searchPages(survey)
  const canonical = found.some(isCanonical) ? undefined : await findCanonical(survey)
  const pages = canonical === undefined ? found : withCanonical(found, canonical)
  const candidates = pages.filter(page => !isLockPage(page)).map(page => toCandidate(survey, page))
  return {
    candidates: candidates.filter(isCandidate).toSorted(canonicalThenNewest),
    lockPages: pages.filter(isLockPage),
  }
}

async function searchPages(survey: Survey): Promise<readonly Page[]> {
  const { canvas, courseId, call } = survey
  const pages = await readUnlessDenied(
    survey,
    'The pages of this course cannot be searched with your rights.',
    [],
    () => listPagesWithBody(canvas, courseId, { searchTerm: SEARCH_TERM }, call),
  )
  const bare = pages.filter(({ body }) => body === null).slice(0, MAX_SINGLE_READS)
  const whole = await Promise.all(bare.map(page => readWhole(survey, page)))
  const byId = new Map([...pages, ...whole].map(page => [page.id, page]))
  return [...byId.values()]
}

/** A page of a list that Canvas sent without its body. What only the list says (the blueprint's lock) is kept. */
async function readWhole(survey: Survey, listed: Page): Promise<Page> {
  const { canvas, courseId, call } = survey
  const sentence = `The text of page "${listed.title}" cannot be read with your rights.`
  const whole = await readUnlessDenied(survey, sentence, undefined, () =>
    findPage(canvas, courseId, { id: listed.id }, call),
  )
  return whole === undefined ? listed : { ...whole, blueprint: whole.blueprint ?? listed.blueprint }
}

/** Asked by its address where no title led to it: a page may have been renamed and keep its address. */
async function findCanonical(survey: Survey): Promise<Page | undefined> {
  const { canvas, courseId, call } = survey
  const sentence = 'The configuration page of this course cannot be read with your rights.'
  return readUnlessDenied(survey, sentence, undefined, () => findPage(canvas, courseId, { slug: canonicalSlug }, call))
}

/** It may be among those found, under the address of its new title: where it is asked for is what counts (canvas-api §2.4). */
function withCanonical(found: readonly Page[], canonical: Page): readonly Page[] {
  const listed = found.find(({ id }) => id === canonical.id)
  const page = { ...canonical, url: canonicalSlug, blueprint: canonical.blueprint ?? listed?.blueprint ?? null }
  return [...found.filter(other => other !== listed), page]
}

function isCanonical({ url }: Pick<Page, 'url'>): boolean {
  return url === canonicalSlug
}

export function toCandidate({ parseHtml, nowMs }: Pick<Survey, 'parseHtml' | 'nowMs'>, page: Page): CandidateRead {
  return {
    createdAt: page.createdAt,
    html: page.body ?? '',
    page: {
      pageId: page.id,
      slug: page.url,
      title: page.title,
      published: page.isPublished,
      updatedAt: page.updatedAt ?? page.createdAt ?? new Date(nowMs).toISOString(),
      blueprintLocked: page.blueprint?.role === 'child' && page.blueprint.isLocked,
      reading: readPage(page.body, parseHtml),
      revisionId: null,
      earlier: [],
    },
  }
}

const WITHHELD: PageReading = {
  ok: false,
  reason: 'broken',
  where: 'Canvas does not give the text of this page: it is locked for you, or was saved by the block editor.',
}

export function readPage(body: string | null, parseHtml: Survey['parseHtml']): PageReading {
  return body === null ? WITHHELD : readCollectionsPage(parseHtml(body))
}

/** Pages that only speak of Collections are none; the canonical one is, whatever it holds: 1.3 would load it. */
function isCandidate({ page, html }: CandidateRead): boolean {
  if (page.slug === canonicalSlug || page.reading.ok) return true
  if (html === '') return page.slug.startsWith(canonicalSlug)
  return page.reading.reason === 'broken'
}

function canonicalThenNewest({ page: one }: CandidateRead, { page: other }: CandidateRead): number {
  const first = Number(other.slug === canonicalSlug) - Number(one.slug === canonicalSlug)
  return first === 0 ? Date.parse(other.updatedAt) - Date.parse(one.updatedAt) : first
}

/** The lock, if there is a lock page: 1.3 goes by the last saved one. Only then it matters who is asking. */
export async function readEditLock(
  survey: Survey,
  lockPages: readonly Page[],
  user: UserId | undefined,
): Promise<EditLock | null> {
  const [newest] = lockPages.toSorted((one, other) => savedAt(other) - savedAt(one))
  if (newest === undefined) return null
  const asking = user ?? (await readUnlessDenied(survey, '', null, () => getSelf(survey.canvas, survey.call)))?.id
  return toEditLock(newest, survey.parseHtml, asking ?? null)
}

function savedAt({ updatedAt, createdAt }: Page): number {
  return Date.parse(updatedAt ?? createdAt ?? '') || 0
}
