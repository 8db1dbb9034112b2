import { ApiError } from '../http/errors.ts'
import type { Page } from '../model.ts'
import { followContent } from '../modules/content.ts'
import { addRevision, createPage, freeTitle, freeUrl, moveTo } from '../pages/change-page.ts'
import { findFrontPage, isFrontPage, setFrontPage, unsetFrontPage } from '../pages/front-page.ts'
import type { PackagedPage } from './course-package.ts'
import { keepBody } from './import-bodies.ts'
import type { ImportRun } from './import-run.ts'
import { addIssue } from './issues.ts'

const LONGEST_TITLE = 255

/** One page (`WikiPageImporter.import_from_migration`, canvas-api §3.3): found by migration id and overwritten, or new. */
export function importPage(run: ImportRun, packaged: PackagedPage): void {
  const { world, destination } = run
  const existing = run.copied.pages.get(packaged.migrationId)
  if (existing && run.sync?.keepsLocalChange(packaged.migrationId, existing)) return
  const row = existing ?? createPage(world, destination.id)
  const title = titleFor(run, row, packaged)
  if (title === undefined) return
  const isBack = existing?.state === 'deleted'
  row.state = stateAfter(run, packaged, existing)
  row.title = title
  addRow(run, row, packaged)
  moveTo(world, row, freeUrl(world, row, packaged.url))
  describePage(run, row, packaged)
  if (isBack || isChanged(row)) revise(run, row)
  takeAsFrontPage(run, row, packaged)
  if (existing) followContent(world, { table: 'pages', row })
  run.imported.pages.push(row)
}

function addRow(run: ImportRun, row: Page, { migrationId }: PackagedPage): void {
  row.migrationId = migrationId
  run.world.rows.pages.set(row.id, row)
  run.copied.pages.set(migrationId, row)
}

/**
 * New and deleted pages follow the source. Of those that are there, published ones stay published and unpublished
 * ones unpublished: a copy never publishes what a teacher has hidden.
 */
function stateAfter(run: ImportRun, packaged: PackagedPage, existing: Page | undefined): Page['state'] {
  const isKept = !run.sync || run.sync.keepsLocalState(packaged.migrationId, existing ?? {})
  if (existing && existing.state !== 'deleted' && isKept) return existing.state
  return packaged.isPublished ? 'active' : 'unpublished'
}

/** Cut to length, numbered where titles must differ; `undefined` for one that Canvas refuses: that page is left out. */
function titleFor(run: ImportRun, row: Page, packaged: PackagedPage): string | undefined {
  const { world, migration } = run
  const whole = packaged.title.trim() === '' ? packaged.url || 'unnamed page' : packaged.title
  const title = [...whole].slice(0, LONGEST_TITLE).join('')
  if (title !== whole) {
    const description = `The title of the following wiki page was truncated: ${whole}`
    addIssue(world, migration, { description })
  }
  try {
    return freeTitle(world, row, title)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    addIssue(world, migration, { description: `Import Error: Wiki Page - "${title.slice(0, 150)}"` })
    return undefined
  }
}

/** Overwrites what a person may have written here; the page has no last editor then (canvas-api §3.3). */
function describePage(run: ImportRun, row: Page, packaged: PackagedPage): void {
  const { editingRoles, todoDate, publishAt } = packaged
  const now = run.world.nowIso()
  Object.assign(row, { editingRoles, todoDate, publishAt, updatedAt: now })
  if (run.sync) row.blueprintLock = run.sync.lockOf(packaged.migrationId)
  if (packaged.body === null) row.body = null
  else keepPageBody(run, row, packaged.body)
}

function keepPageBody(run: ImportRun, row: Page, tokens: string): void {
  keepBody(run, {
    tokens,
    label: 'Wiki Page body',
    fixUrl: () => `/courses/${row.courseId}/pages/${row.url}`,
    write: html => {
      row.body = html
      // The version of this import is rewritten when its links are resolved; no further one appears.
      const revision = row.revisions.at(-1)
      if (run.imported.pages.includes(row) && revision) revision.body = html
    },
  })
}

/** A page in which nothing changed keeps its editor and gets no new version. */
function isChanged(row: Page): boolean {
  const last = row.revisions.at(-1)
  return !last || last.title !== row.title || last.url !== row.url || last.body !== (row.body ?? '')
}

function revise({ world }: ImportRun, row: Page): void {
  row.revisedAt = world.nowIso()
  row.lastEditedBy = null
  addRevision(world, row, null)
}

/** Only where the course has no front page; a blueprint sets and unsets it. */
function takeAsFrontPage(run: ImportRun, row: Page, packaged: PackagedPage): void {
  const { world, destination, sync } = run
  if (sync && !packaged.isFrontPage && isFrontPage(row, destination)) unsetFrontPage(destination)
  if (!packaged.isFrontPage || row.state !== 'active') return
  if (sync || !findFrontPage(world, destination)) setFrontPage(destination, row)
}
