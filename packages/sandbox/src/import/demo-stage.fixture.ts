import {
  type Canvas,
  createCanvas,
  findPage,
  isCanvasError,
  type ProceedOutcome,
  proceedImport,
} from '@recourse/canvas'
import {
  type CourseId,
  canonicalSlug,
  type ImportChoices,
  type ImportPlan,
  type PageReading,
  type ReadyPlan,
  readCollectionsPage,
  reasonCodes,
  toCourseId,
} from '@recourse/core'
import { createDemo, type DemoSummary } from '../demo/create-demo.ts'
import type { Page, Rows } from '../model.ts'
import type { SandboxOptions } from '../sandbox.ts'
import { type Bench, createBench, drawPlan, ORIGIN } from './copied-course.fixture.ts'
import { parseHtml } from './parse-html.fixture.ts'

/** The demo, which can be put back to where it began: what is proved request by request starts from it each time. */
export interface DemoStage {
  readonly bench: Bench
  readonly demo: DemoSummary
  /** A teacher, as the program under test: faults and log apply. */
  readonly teacher: Canvas
  readonly reset: () => void
}

export async function setDemoStage(options: SandboxOptions = {}): Promise<DemoStage> {
  const bench = createBench(options)
  const { sandbox } = bench
  const demo = await createDemo(sandbox)
  // People stay who they are: they are signed in.
  const { users: _people, ...changing } = sandbox.world.rows
  const kept = structuredClone(changing)
  const teacher = createCanvas({
    origin: ORIGIN,
    fetch: sandbox.fetch,
    auth: { kind: 'token', token: sandbox.people.teacher.tokens[0] ?? '' },
    timeoutMs: 60,
    sleep: async (_ms, signal) => signal.throwIfAborted(),
  })
  return { bench, demo, teacher, reset: () => putBack(bench, structuredClone(kept)) }
}

/** New tables, not the old ones filled anew: what is found by course is remembered by table. */
function putBack({ sandbox }: Bench, kept: Omit<Rows, 'users'>): void {
  sandbox.faults.clear()
  Object.assign(sandbox.world.rows, kept)
}

/** One course of the demo, and what a person decides there. */
export interface Case {
  readonly stage: DemoStage
  readonly courseId: CourseId
  readonly choices: Partial<ImportChoices>
}

/** Everything seen and taken responsibility for: so does whoever runs an import to its end. */
const wholehearted: Partial<ImportChoices> = {
  accepted: reasonCodes,
  acceptSimilar: true,
  images: 'copy',
  dates: { kind: 'shift', days: null },
  allocate: 'neighbour',
}

export function caseOf(stage: DemoStage, course: 'clean' | 'messy' | 'chained' | 'byNames'): Case {
  return { stage, courseId: toCourseId(String(stage.demo[course].id)), choices: wholehearted }
}

/** The configuration page as it is stored, deleted or not; the one that Collections looks for. */
export function pageRow({ stage, courseId }: Case): Page | undefined {
  const pages = [...stage.bench.sandbox.world.rows.pages.values()]
  const here = pages.filter(page => page.courseId === Number(courseId))
  return here.find(page => page.url === canonicalSlug && page.state !== 'deleted') ?? here.find(isFormer)
}

function isFormer({ url, formerUrls }: Page): boolean {
  return url === canonicalSlug || formerUrls.includes(canonicalSlug)
}

export async function readStored({ stage, courseId }: Case): Promise<PageReading> {
  const page = await findPage(stage.bench.admin, courseId, { slug: canonicalSlug })
  return readCollectionsPage(parseHtml(page?.body ?? ''))
}

/** What became of an attempt: an outcome, the error a person would be told, or a plan with nothing to carry out. */
export type Attempt =
  | { readonly kind: 'outcome'; readonly plan: ReadyPlan; readonly outcome: ProceedOutcome }
  | { readonly kind: 'error'; readonly error: Error }
  | { readonly kind: 'not-ready'; readonly plan: ImportPlan }

/** Reads, plans and proceeds as a door does. Anything else that is thrown is a bug and fails the test. */
export async function attempt({ stage, courseId, choices }: Case, signal?: AbortSignal): Promise<Attempt> {
  try {
    const plan = await drawPlan(stage.teacher, courseId, choices, signal)
    if (plan.kind !== 'ready') return { kind: 'not-ready', plan }
    return { kind: 'outcome', plan, outcome: await proceedImport(stage.teacher, plan, { parseHtml, signal }) }
  } catch (error) {
    if (!(error instanceof Error) || !(isCanvasError(error) || signal?.aborted === true)) throw error
    return { kind: 'error', error }
  }
}

/** In a word, for messages. */
export function wordOf(made: Attempt): string {
  if (made.kind === 'error') return made.error.message
  if (made.kind === 'not-ready') return made.plan.kind
  return made.outcome.ok ? 'done' : made.outcome.reason
}

export function isOwn(subject: Case, reading: PageReading): boolean {
  return reading.ok && reading.page.courseId === subject.courseId
}

/** Runs until there is nothing left to do, as a person would, and once more; says what went wrong, if it did. */
export async function finishImport(subject: Case): Promise<readonly string[]> {
  const { faults } = subject.stage.bench.sandbox
  const told: string[] = []
  for (let round = 0; round < 4; round++) {
    faults.clear()
    const before = pageRow(subject)?.revisions.length
    const made = await attempt(subject)
    told.push(wordOf(made))
    if (made.kind !== 'not-ready') continue
    // Twice is once: nothing is sent that could change anything.
    const isQuiet = faults.log.every(({ method }) => method === 'GET') && pageRow(subject)?.revisions.length === before
    if (!isQuiet) return ['running again changed something']
    return isDone(made.plan) ? [] : [`not finished: ${told.join(', ')}`]
  }
  return [`no end: ${told.join(', ')}`]
}

function isDone(plan: ImportPlan): boolean {
  return plan.kind === 'nothing' && plan.why === 'already-here'
}

/** Lock pages that stand in the course, by their text. */
export function lockTexts({ stage, courseId }: Case): readonly string[] {
  const pages = [...stage.bench.sandbox.world.rows.pages.values()]
  return pages
    .filter(page => page.courseId === Number(courseId) && page.state !== 'deleted' && page.url.startsWith(LOCK_SLUG))
    .map(({ body }) => body ?? '')
}

export const LOCK_SLUG = 'canvas-collections-editing'

/** A request of an import, by its number from 1. */
export interface Place {
  readonly subject: Case
  readonly course: string
  readonly place: number
  readonly request: string
}

/** Every request of an undisturbed import. */
export async function placesOf(subject: Case): Promise<readonly Place[]> {
  const own = await setDemoStage()
  const made = wordOf(await attempt({ ...subject, stage: own }))
  if (made !== 'done') throw new Error(`An undisturbed import ended with: ${made}`)
  const requests = own.bench.sandbox.faults.log.map(({ method, path }) => `${method} ${path.split('?')[0]}`)
  return requests.map((request, index) => ({ subject, course: subject.courseId, place: index + 1, request }))
}
