import {
  type CollectionsPage,
  type Configuration,
  type CourseId,
  type CourseModule,
  canonicalSlug,
  defaultChoices,
  type ModuleId,
  type PageReading,
  type ParkedRow,
  parkedKey,
  parkedRows,
  readCollectionsPage,
  sameReading,
  settleConfiguration,
  writeCollectionsPage,
} from '@recourse/core'
import type { Canvas } from '../canvas.ts'
import { findPage, putPage } from '../pages/pages.ts'
import type { Page } from '../wire/page.ts'
import { readPage } from './facts/configuration-pages.ts'
import { readModules } from './facts/course-facts.ts'
import { isAtHome } from './facts/needs.ts'
import type { Survey } from './facts/survey.ts'
import { noPageWords, notImportedWords, notPossibleWords } from './outcome-words.ts'
import { changePage, type PageChangeOutcome } from './writing/change-page.ts'
import type { Locked } from './writing/edit-lock.ts'
import { type Editing, type EditingOptions, toSurvey } from './writing/editing.ts'
import { type Busy, type Denied, whileEditing } from './writing/while-editing.ts'

/** What is to become of kept-for-later entries, by `parkedKey`: a module to give it to, or `null` to discard it. */
export type ParkedChoices = Readonly<Record<string, ModuleId | null>>

export type ParkedList =
  | { readonly ok: true; readonly rows: readonly ParkedRow[]; readonly modules: readonly CourseModule[] }
  | NoOwnPage

export interface NoOwnPage {
  readonly ok: false
  readonly reason: 'no-configuration' | 'unreadable' | 'not-imported'
  readonly text: string
}

export type ParkedOutcome =
  | PageChangeOutcome
  | Busy
  | Locked
  | Denied
  | NoOwnPage
  /** Nothing was written: these keys name no entry, no module, or a module that has settings of its own. */
  | { readonly ok: false; readonly reason: 'not-possible'; readonly text: string; readonly keys: readonly string[] }

/** The entries that imports kept for later, each with the module it could go to. */
export async function listParked(
  canvas: Canvas,
  courseId: CourseId,
  options: Pick<EditingOptions, 'parseHtml' | 'signal'>,
): Promise<ParkedList> {
  const { parseHtml, signal } = options
  const found = await findOwnPage({ canvas, courseId, parseHtml, call: { signal }, nowMs: 0, unread: new Set() })
  if (!found.ok) return found
  const { own, modules } = found
  return { ok: true, rows: parkedRows(own.configuration, modules), modules }
}

/** Gives kept-for-later entries to modules without settings, or discards them; watched for conflicts like an import. */
export async function settleParked(
  canvas: Canvas,
  courseId: CourseId,
  choices: ParkedChoices,
  options: EditingOptions,
): Promise<ParkedOutcome> {
  return whileEditing(canvas, courseId, options, editing => settle(editing, choices))
}

async function settle(editing: Editing, choices: ParkedChoices): Promise<ParkedOutcome> {
  const found = await findOwnPage(toSurvey(editing))
  if (!found.ok) return found
  const { page, reading, own, modules } = found
  const settled = settleConfiguration(own.configuration, modules, { ...defaultChoices, parked: choices })
  const refused = findRefused(own.configuration, settled, choices)
  if (refused.length > 0) return notPossible(refused)
  const { canvas, courseId, call, parseHtml } = editing
  const { html } = writeCollectionsPage({
    configuration: settled,
    courseId,
    origin: canvas.origin,
    moduleLinks: settled.modules.flatMap(({ id }) => id ?? []),
    pageLinks: pageLinksOf(own),
  })
  const ours = readCollectionsPage(parseHtml(html))
  return changePage(editing, {
    pageId: page.id,
    slug: page.url,
    isDone: current => sameReading(current.reading, ours),
    isExpected: current => sameReading(current.reading, reading),
    isOurs: saved => sameReading(saved.reading, ours),
    send: current => putPage(canvas, courseId, { id: page.id }, { title: current.page.title, body: html }, call),
  })
}

interface OwnPage {
  readonly ok: true
  readonly page: Page
  readonly reading: PageReading
  readonly own: CollectionsPage
  readonly modules: readonly CourseModule[]
}

async function findOwnPage(survey: Survey): Promise<OwnPage | NoOwnPage> {
  const { canvas, courseId, call, parseHtml } = survey
  const [page, modules] = await Promise.all([
    findPage(canvas, courseId, { slug: canonicalSlug }, call),
    readModules(survey),
  ])
  if (page === undefined) return noOwnPage('no-configuration', noPageWords())
  const reading = readPage(page.body, parseHtml)
  if (!reading.ok) return noOwnPage('unreadable', reading.where)
  if (!isAtHome(reading, { courseId, modules })) return noOwnPage('not-imported', notImportedWords())
  return { ok: true, page, reading, own: reading.page, modules }
}

function noOwnPage(reason: NoOwnPage['reason'], text: string): NoOwnPage {
  return { ok: false, reason, text }
}

/** What was chosen and did not happen: an entry that is not there, or one that was to be given and is kept still. */
function findRefused(before: Configuration, after: Configuration, choices: ParkedChoices): readonly string[] {
  const known = new Set(before.parked.map(parkedKey))
  const kept = new Set(after.parked.map(parkedKey))
  return Object.keys(choices).filter(key => !known.has(key) || kept.has(key))
}

function notPossible(keys: readonly string[]): ParkedOutcome {
  return { ok: false, reason: 'not-possible', text: notPossibleWords(), keys }
}

/** The links the page carries already: their addresses end in the slug. */
function pageLinksOf({ pageLinks }: CollectionsPage): readonly { readonly title: string; readonly slug: string }[] {
  return pageLinks.flatMap(({ title, href }) => {
    const slug = /\/pages\/([^/?#]+)/.exec(href)?.[1]
    return slug === undefined ? [] : [{ title, slug: decodeSlug(slug) }]
  })
}

function decodeSlug(slug: string): string {
  try {
    return decodeURIComponent(slug)
  } catch {
    return slug
  }
}
