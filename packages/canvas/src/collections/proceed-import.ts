import {
  applyImport,
  type CandidatePage,
  canonicalSlug,
  type FileId,
  type HtmlParser,
  type PageReading,
  type ReadyPlan,
  type Reason,
  readCollectionsPage,
  sameReading,
} from '@recourse/core'
import type { Canvas } from '../canvas.ts'
import { isCanvasError } from '../canvas-error.ts'
import { findPage, putPage } from '../pages/pages.ts'
import {
  addressTakenWords,
  changedSourceWords,
  imageNotCopiedWords,
  notAllowedWords,
  tooLargeWords,
} from './outcome-words.ts'
import {
  type CurrentPage,
  changedMeanwhile,
  changePage,
  type PageChange,
  type PageChangeFailure,
  type PageChangeOutcome,
  readCurrent,
  type TooLargeForCanvas,
} from './writing/change-page.ts'
import { type CopiedFile, type CopySteps, copyImages } from './writing/copy-images.ts'
import type { KeepLock, Locked } from './writing/edit-lock.ts'
import { type Editing, type EditingOptions, nowIso } from './writing/editing.ts'
import { takeAddress } from './writing/take-address.ts'
import { type Busy, whileEditing } from './writing/while-editing.ts'

export interface ProceedOptions extends EditingOptions {
  readonly onProgress?: (progress: ProceedProgress) => void
}

/** `done` of `total` counts files, and is 0 of 0 in every other step. */
export interface ProceedProgress {
  readonly step: 'checking' | 'locking' | 'copying-files' | 'writing'
  readonly done: number
  readonly total: number
}

export interface ImportDone {
  readonly ok: true
  /** The revision that holds the import. */
  readonly revisionId: number
  /** What *Undo* restores; `null` where the import was there already. */
  readonly previousRevisionId: number | null
  readonly lengthCharacters: number
  /** By URL of the imported configuration. */
  readonly copiedFiles: Readonly<Record<string, CopiedFile>>
}

export type ImportFailure =
  | Busy
  | Locked
  | Exclude<PageChangeFailure, TooLargeForCanvas>
  | {
      readonly ok: false
      readonly reason: 'not-allowed-by-plan'
      readonly text: string
      /** What stands in the way and is not accepted. */
      readonly reasons: readonly Reason[]
    }
  /** Nothing that a second try would mend: a file is gone or may not be copied, or an address is another page's. */
  | { readonly ok: false; readonly reason: 'image-not-copied' | 'address-taken'; readonly text: string }
  | {
      readonly ok: false
      readonly reason: 'too-large'
      readonly text: string
      readonly length: number
      readonly limit: number
      readonly largest: ReadyPlan['size']['largest']
    }

export type ProceedOutcome = ImportDone | ImportFailure

/**
 * Carries a plan out: *Proceed*, *Refresh* and *Keep this course's own* alike. The page is the old or the new one,
 * whatever fails; a save by somebody else is always noticed; running again finishes, and doing it twice changes
 * nothing. Expected outcomes are returned; a Canvas in trouble throws `CanvasError`, an abort its reason.
 */
export async function proceedImport(canvas: Canvas, plan: ReadyPlan, options: ProceedOptions): Promise<ProceedOutcome> {
  if (!plan.mayProceed || !plan.mayEdit) return notAllowed(plan)
  if (plan.size.length > plan.size.limit) return tooLarge(plan, plan.size)
  const report = reporter(options)
  report('checking')
  const steps = { ...options, onLocking: () => report('locking') }
  return whileEditing(canvas, plan.destination.courseId, steps, (editing, keep) =>
    carryOut(editing, plan, { keep, report }),
  )
}

type Report = (step: ProceedProgress['step'], done?: number, total?: number) => void

function reporter({ onProgress }: ProceedOptions): Report {
  return (step, done = 0, total = 0) => onProgress?.({ step, done, total })
}

interface Steps {
  readonly keep: KeepLock
  readonly report: Report
}

async function carryOut(editing: Editing, plan: ReadyPlan, { keep, report }: Steps): Promise<ProceedOutcome> {
  const changed = await findChange(editing, plan)
  if (changed !== undefined) return changed
  const onFile = (done: number, total: number): void => report('copying-files', done, total)
  const images = await tryCopyImages(editing, plan, { keep, onFile })
  if (!images.ok) return images
  const { copiedFiles } = images
  const at = nowIso(editing)
  const applied = applyImport(plan, { at, copiedFiles }, editing.parseHtml)
  if (!applied.ok) return tooLarge(plan, applied)
  report('writing')
  if (!(await takeAddress(editing, plan.page))) return addressTaken(plan)
  const outcome = await changePage(editing, toPageChange(editing, plan, { copiedFiles, html: applied.html }))
  return toProceedOutcome(outcome, plan, { copiedFiles, length: applied.length })
}

type ImagesCopied = { readonly ok: true; readonly copiedFiles: ImportDone['copiedFiles'] }

/** A file that is gone meanwhile, or a full quota: no fault of Canvas's, and nothing for a second try. */
async function tryCopyImages(
  editing: Editing,
  plan: ReadyPlan,
  steps: CopySteps,
): Promise<ImagesCopied | ImportFailure> {
  try {
    return { ok: true, copiedFiles: await copyImages(editing, plan, steps) }
  } catch (error) {
    if (!isCanvasError(error, 'missing', 'refused', 'too-large')) throw error
    return { ok: false, reason: 'image-not-copied', text: imageNotCopiedWords(error) }
  }
}

/** Before files are copied or the page is moved for nothing: is there still what the plan was drawn from? */
async function findChange(editing: Editing, plan: ReadyPlan): Promise<ImportFailure | undefined> {
  const { contentFrom, pageId, slug } = plan.page
  if (contentFrom !== null && !(await isStill(editing, contentFrom))) {
    return { ok: false, reason: 'changed-meanwhile', text: changedSourceWords(contentFrom.title), found: null }
  }
  if (slug === canonicalSlug && plan.images.every(({ act }) => act !== 'copy')) return undefined
  const current = await readCurrent(editing, { pageId, slug })
  const isFit = current !== undefined && (isAsPlanned(current, plan) || isImported(current, plan))
  return isFit ? undefined : changedMeanwhile(current)
}

/** Of a page that cannot be read only the time tells whether it is the same still. */
function isAsPlanned({ page, reading }: CurrentPage, { page: planned }: ReadyPlan): boolean {
  return sameReading(reading, planned.reading) && (reading.ok || page.updatedAt === planned.updatedAt)
}

async function isStill({ canvas, courseId, call }: Editing, planned: CandidatePage): Promise<boolean> {
  const page = await findPage(canvas, courseId, { slug: planned.slug }, call)
  return page?.id === planned.pageId && page.updatedAt === planned.updatedAt
}

/** Perhaps by an earlier run of this very plan, which `changePage` will see. */
function isImported({ reading }: CurrentPage, { destination }: ReadyPlan): boolean {
  return reading.ok && reading.page.courseId === destination.courseId
}

interface Written {
  readonly copiedFiles: Readonly<Record<string, { readonly fileId: FileId }>>
  readonly html: string
}

function toPageChange(editing: Editing, plan: ReadyPlan, { copiedFiles, html }: Written): PageChange {
  const { canvas, courseId, call, parseHtml } = editing
  const ours = readCollectionsPage(parseHtml(html))
  const isPublished = plan.choices.publish ? { isPublished: true } : {}
  return {
    pageId: plan.page.pageId,
    slug: canonicalSlug,
    isDone: ({ page, reading }) =>
      (page.isPublished || !plan.choices.publish) && isImportOf(plan, reading, copiedFiles, parseHtml),
    isExpected: current => isAsPlanned(current, plan),
    isOurs: saved => sameReading(saved.reading, ours),
    send: ({ page }) =>
      putPage(canvas, courseId, { id: page.id }, { title: page.title, body: html, ...isPublished }, call),
  }
}

/** Whether the page is what this plan makes of it, by an earlier run: only the stamp's time may differ. */
function isImportOf(
  plan: ReadyPlan,
  reading: PageReading,
  copiedFiles: Written['copiedFiles'],
  parseHtml: HtmlParser,
): boolean {
  if (!reading.ok) return false
  const at = reading.page.configuration.imported?.at
  const applied = applyImport(plan, { at: at ?? '', copiedFiles }, parseHtml)
  return applied.ok && sameReading(reading, readCollectionsPage(parseHtml(applied.html)))
}

function toProceedOutcome(
  outcome: PageChangeOutcome,
  plan: ReadyPlan,
  written: { readonly copiedFiles: Readonly<Record<string, CopiedFile>>; readonly length: number },
): ProceedOutcome {
  if (outcome.ok) return { ...outcome, lengthCharacters: written.length, copiedFiles: written.copiedFiles }
  if (outcome.reason !== 'refused-as-too-large') return outcome
  return tooLarge(plan, { length: written.length, largest: plan.size.largest })
}

function addressTaken({ page }: ReadyPlan): ImportFailure {
  return { ok: false, reason: 'address-taken', text: addressTakenWords(page.title) }
}

function notAllowed(plan: ReadyPlan): ImportFailure {
  const reasons = plan.reasons.filter(({ accepted }) => !accepted)
  return { ok: false, reason: 'not-allowed-by-plan', text: notAllowedWords(plan.mayEdit), reasons }
}

function tooLarge(
  { size: { limit } }: ReadyPlan,
  { length, largest }: Pick<ReadyPlan['size'], 'length' | 'largest'>,
): ImportFailure {
  return { ok: false, reason: 'too-large', text: tooLargeWords(length, limit, largest), length, limit, largest }
}
