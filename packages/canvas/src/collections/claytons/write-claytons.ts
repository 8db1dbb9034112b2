import {
  type ClaytonsFacts,
  type HtmlParser,
  type PlannedClayton,
  planClaytons,
  type ReadyClaytons,
  type StoredPage,
} from '@recourse/core'
import type { Canvas } from '../../canvas.ts'
import { isCanvasError } from '../../canvas-error.ts'
import { createPage } from '../../pages/pages.ts'
import type { ClaytonOutcome, ClaytonResult, ClaytonsOutcome } from './clayton-outcome.ts'
import { calledOffWords, notReachedWords } from './clayton-words.ts'
import { toStored } from './read-claytons-facts.ts'
import { type ClaytonsDesk, type ClaytonToWrite, none, writeClayton } from './write-clayton.ts'

export interface WriteClaytonsOptions {
  readonly parseHtml: HtmlParser
  /** Ends everything at once: nobody knows then whether the page under way was saved, and that is said. */
  readonly signal?: AbortSignal | undefined
  /** Ends between two pages: the one under way is finished, so that it can be told and taken back. */
  readonly stop?: AbortSignal | undefined
  /** Told before each page. */
  readonly onProgress?: (progress: ClaytonsProgress) => void
}

export interface ClaytonsProgress {
  readonly done: number
  readonly total: number
  /** The page that comes now. */
  readonly title: string
}

/**
 * Carries a plan out page by page, the home page first. Never throws for what befalls a page: each has its result.
 * Where Canvas is lost or it is called off, the rest is not reached, and another run finishes.
 */
export async function writeClaytons(
  canvas: Canvas,
  plan: ReadyClaytons,
  { parseHtml, signal, stop, onProgress }: WriteClaytonsOptions,
): Promise<ClaytonsOutcome> {
  const desk: ClaytonsDesk = { canvas, courseId: plan.courseId, call: { signal }, parseHtml }
  const isStopped = () => signal?.aborted === true || stop?.aborted === true
  const made = await makePages(desk, plan, isStopped)
  const next = made.pages.length === 0 ? plan : replan(plan, made.pages, parseHtml)
  const total = next.pages.length
  const outcomes: ClaytonOutcome[] = []
  let isLost = made.isLost
  for (const page of next.pages) {
    const failure = made.failures.get(page.title)
    if (failure !== undefined) outcomes.push(failure)
    else if (isLost || isStopped()) outcomes.push(notReached(page))
    else {
      onProgress?.({ done: outcomes.length, total, title: page.title })
      const { outcome, isLost: isOver } = await writeOne(desk, page, made.pages)
      outcomes.push(outcome)
      isLost = isOver
    }
  }
  return { pages: outcomes, isCancelled: isStopped() }
}

interface Made {
  readonly pages: readonly StoredPage[]
  readonly failures: ReadonlyMap<string, ClaytonOutcome>
  readonly isLost: boolean
}

/** Missing pages are made empty first: only then their addresses are known, which others link to. */
async function makePages(desk: ClaytonsDesk, plan: ReadyClaytons, isStopped: () => boolean): Promise<Made> {
  const { canvas, courseId, call } = desk
  const pages: StoredPage[] = []
  const failures = new Map<string, ClaytonOutcome>()
  let isLost = false
  for (const page of plan.pages.filter(({ state }) => state === 'create')) {
    if (isLost || isStopped()) break
    try {
      const made = await createPage(canvas, courseId, { title: page.title, body: '' }, call)
      pages.push(toStored(made, made.body ?? ''))
    } catch (error) {
      failures.set(page.title, toFailure(page, error, call.signal))
      isLost = isOver(error)
    }
  }
  return { pages, failures, isLost }
}

/** Pages that a door took out of its plan stay out. */
function replan(plan: ReadyClaytons, made: readonly StoredPage[], parseHtml: HtmlParser): ReadyClaytons {
  const facts: ClaytonsFacts = { ...plan.facts, pages: [...plan.facts.pages, ...made] }
  const next = planClaytons(facts, plan.choices, parseHtml)
  if (next.kind !== 'ready') return plan
  const titles = new Set(plan.pages.map(({ title }) => title))
  return { ...next, pages: next.pages.filter(({ title }) => titles.has(title)) }
}

interface Written {
  readonly outcome: ClaytonOutcome
  /** Nothing more can be done with this Canvas now. */
  readonly isLost: boolean
}

async function writeOne(desk: ClaytonsDesk, page: PlannedClayton, made: readonly StoredPage[]): Promise<Written> {
  const isNew = made.some(({ id }) => id === page.pageId)
  const toWrite = toWritable(page, isNew)
  if (toWrite === undefined) return { outcome: asPlanned(page), isLost: false }
  try {
    return { outcome: await writeClayton(desk, toWrite), isLost: false }
  } catch (error) {
    return { outcome: toFailure(page, error, desk.call.signal), isLost: isOver(error) }
  }
}

function toWritable(page: PlannedClayton, isNew: boolean): ClaytonToWrite | undefined {
  const { pageId, slug, before, body } = page
  if (pageId === null || slug === null || before === null || body === null) return undefined
  return { ...page, pageId, slug, before, body, isNew }
}

function asPlanned(page: PlannedClayton): ClaytonOutcome {
  const { state, text } = page
  switch (state) {
    case 'unchanged':
    case 'edited':
    case 'blocked':
      return { ...none(page), result: state, text }
    case 'create':
    case 'write':
      return notReached(page)
    default:
      return state satisfies never
  }
}

function notReached(page: PlannedClayton): ClaytonOutcome {
  return { ...none(page), result: 'not-reached', text: notReachedWords() }
}

/** A page under way when it was called off, or when Canvas was lost, may have been saved; the next run sees it. */
function toFailure(page: PlannedClayton, error: unknown, signal: AbortSignal | undefined): ClaytonOutcome {
  const result = (result: ClaytonResult, text: string): ClaytonOutcome => ({ ...none(page), result, text })
  if (signal?.aborted === true) return result('not-reached', calledOffWords())
  if (!isCanvasError(error)) throw error
  const unsure = error.mayHaveActed ? ' It may have been saved: run again, and it is seen.' : ''
  return result(error.kind === 'denied' ? 'denied' : 'failed', `${error.message}${unsure}`)
}

function isOver(error: unknown): boolean {
  return isCanvasError(error, 'unauthenticated', 'down', 'throttled')
}
