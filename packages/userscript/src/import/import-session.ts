import {
  type Canvas,
  getPage,
  type PageHistory,
  type ParkedChoices,
  type ParkedOutcome,
  proceedImport,
  type RestoreOptions,
  type RestoreOutcome,
  readHistory,
  readImportFacts,
  restoreRevision,
  settleParked,
  waitForCopy,
} from '@recourse/canvas'
import type { CourseId, HtmlParser, ImportChoices, ImportPlan, PageId, ReadyPlan, UserId } from '@recourse/core'
import { applyImport, planImport, readCollectionsPage } from '@recourse/core'
import { type ClaytonsSession, createClaytonsSession } from './claytons-session.ts'
import { isAnotherCopy } from './entry.ts'
import { firstChoices } from './first-choices.ts'
import { firstState, type ImportState, type Phase } from './import-state.ts'
import { staticPages } from './static-pages.ts'
import { createStore, type Store } from './store.ts'

export interface SessionPlace {
  readonly canvas: Canvas
  readonly courseId: CourseId
  readonly userId: UserId | undefined
  readonly parseHtml: HtmlParser
  /** Hosts whose pages static cards may frame. */
  readonly iframeHosts: readonly string[]
  /** Ends everything. */
  readonly signal: AbortSignal
}

/** One person in front of one course: what was read, what they chose, and what they can do. It never throws for reading or writing: that is a phase. */
export interface ImportSession {
  readonly state: Pick<Store<ImportState>, 'get' | 'subscribe'>
  /** Reads everything anew; choices stay. While Canvas copies it waits and reads again. */
  readonly read: () => Promise<void>
  /** Chooses, and draws the plan anew at once. */
  readonly choose: (change: Partial<ImportChoices>) => void
  readonly choosePage: (pageId: PageId) => void
  /** Ends with the import; static pages are written after it. */
  readonly proceed: () => Promise<void>
  readonly claytons: ClaytonsSession
  /** Looks at the static pages as they would be after the import. */
  readonly lookAhead: (plan: ReadyPlan) => Promise<void>
  /** A page's HTML as Canvas holds it. */
  readonly readPage: (slug: string) => Promise<string>
  readonly history: () => Promise<PageHistory | undefined>
  readonly restore: (revisionId: number, how?: Pick<RestoreOptions, 'undoes' | 'force'>) => Promise<RestoreOutcome>
  readonly settle: (choices: ParkedChoices) => Promise<ParkedOutcome>
}

export function createImportSession(place: SessionPlace): ImportSession {
  const { canvas, courseId, userId, parseHtml, signal } = place
  const store = createStore(firstState)
  const claytons = createClaytonsSession(place)
  const acting = { parseHtml, signal, user: userId }
  return {
    state: store,
    read: () => readUntilStill(place, store),
    choose: change => replan(store, { ...store.get().choices, ...change }, parseHtml),
    choosePage: pageId => {
      const { facts } = store.get()
      if (facts !== null) replan(store, firstChoices(facts, parseHtml, pageId), parseHtml)
    },
    proceed: async () => {
      await proceed(place, store)
      const { phase } = store.get()
      if (phase.kind === 'done' && writesPages(phase.plan, claytons)) void claytons.ended().then(claytons.update)
    },
    claytons,
    lookAhead: plan => {
      const after = applyImport(plan, { at: plan.readAt, copiedFiles: {} }, parseHtml)
      return claytons.look(after.ok ? readCollectionsPage(parseHtml(after.html)) : undefined)
    },
    readPage: async slug => (await getPage(canvas, courseId, { slug }, { signal })).body ?? '',
    history: () => readHistory(canvas, courseId, { parseHtml, signal }),
    restore: (revisionId, how = {}) => restoreRevision(canvas, courseId, revisionId, { ...acting, ...how }),
    settle: choices => settleParked(canvas, courseId, choices, acting),
  }
}

/** At most so often in a row: a course that is copied into again and again is looked at again by hand. */
const COPIES_IN_A_ROW = 20

async function readUntilStill(place: SessionPlace, store: Store<ImportState>): Promise<void> {
  setPhase(store, { kind: 'reading' })
  try {
    for (let time = 0; time < COPIES_IN_A_ROW; time++) if (await readOnce(place, store)) return
  } catch (error) {
    if (!place.signal.aborted) setPhase(store, { kind: 'failed', error, during: 'reading' })
  }
}

/** Whether Canvas was still; where it copies, this ends with the copy. */
async function readOnce(place: SessionPlace, store: Store<ImportState>): Promise<boolean> {
  const { canvas, courseId, userId, parseHtml, signal } = place
  const facts = await readImportFacts(canvas, courseId, { parseHtml, signal, user: userId })
  const choices = isAnotherCopy(store.get().facts, facts) ? firstChoices(facts, parseHtml) : store.get().choices
  const plan = planImport(facts, choices, parseHtml)
  store.set({ facts, choices, phase: toPhase(plan) })
  if (plan.kind !== 'busy') return true
  const onProgress = (copying: typeof plan.copying): void =>
    setPhase(store, { kind: 'copying', copying, destination: plan.destination })
  await waitForCopy(canvas, courseId, { signal, onProgress })
  return false
}

function replan(store: Store<ImportState>, choices: ImportChoices, parseHtml: HtmlParser): void {
  const { facts } = store.get()
  if (facts === null) return
  store.set({ facts, choices, phase: toPhase(planImport(facts, choices, parseHtml)) })
}

function toPhase(plan: ImportPlan): Phase {
  switch (plan.kind) {
    case 'busy':
      return { kind: 'copying', copying: plan.copying, destination: plan.destination }
    case 'nothing':
      return { kind: 'nothing', plan }
    case 'stuck':
      return { kind: 'stuck', plan }
    case 'ready':
      return { kind: 'ready', plan }
    default:
      return plan satisfies never
  }
}

async function proceed(place: SessionPlace, store: Store<ImportState>): Promise<void> {
  const { phase } = store.get()
  const plan = phase.kind === 'ready' ? phase.plan : undefined
  if (plan === undefined) return
  setPhase(store, { kind: 'working', plan, progress: { step: 'checking', done: 0, total: 0 } })
  try {
    await carryOut(place, store, plan)
  } catch (error) {
    if (!place.signal.aborted) setPhase(store, { kind: 'failed', error, during: 'writing' })
  }
}

async function carryOut(place: SessionPlace, store: Store<ImportState>, plan: ReadyPlan): Promise<void> {
  const { canvas, parseHtml, signal, userId } = place
  const outcome = await proceedImport(canvas, plan, {
    parseHtml,
    signal,
    user: userId,
    onProgress: progress => setPhase(store, { kind: 'working', plan, progress }),
  })
  if (outcome.ok) return setPhase(store, { kind: 'done', plan, outcome })
  if (outcome.reason === 'busy') return readUntilStill(place, store)
  setPhase(store, { kind: 'refused', plan, failure: outcome })
}

function writesPages(plan: ReadyPlan, { state }: ClaytonsSession): boolean {
  return state.get().isWanted && plan.choices.action !== 'refresh' && staticPages(plan).length > 0
}

function setPhase(store: Store<ImportState>, phase: Phase): void {
  store.set({ ...store.get(), phase })
}
