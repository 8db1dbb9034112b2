import { type Canvas, readClaytonsFacts, undoClaytons, writeClaytons } from '@recourse/canvas'
import {
  type ClaytonsPlan,
  type CourseId,
  defaultClaytonsChoices,
  type HtmlParser,
  type PageId,
  type PageReading,
  type PlannedClayton,
  planClaytons,
  type ReadyClaytons,
} from '@recourse/core'
import {
  addWritten,
  type ClaytonsStage,
  type ClaytonsState,
  firstClaytons,
  isAtWork,
  toBeWritten,
} from './claytons-state.ts'
import { createStore, type Store } from './store.ts'

export interface ClaytonsPlace {
  readonly canvas: Canvas
  readonly courseId: CourseId
  readonly parseHtml: HtmlParser
  readonly iframeHosts: readonly string[]
  readonly signal: AbortSignal
}

/** The static pages of one course, looked at and written. Nothing throws: that is a stage. */
export interface ClaytonsSession {
  readonly state: Pick<Store<ClaytonsState>, 'get' | 'subscribe'>
  readonly want: (isWanted: boolean) => void
  readonly replace: (pageId: PageId, isReplaced: boolean) => void
  /** What would be written; `after` stands for a configuration that is yet to be imported. */
  readonly look: (after?: PageReading) => Promise<void>
  /** Reads anew and writes, the home page first. */
  readonly update: () => Promise<void>
  /** What is written stays, the page under way is finished; the rest is not reached. */
  readonly cancel: () => void
  /** Takes back what was written here. */
  readonly undo: () => Promise<void>
  /** Resolves once nothing is under way. */
  readonly ended: () => Promise<void>
}

export function createClaytonsSession(place: ClaytonsPlace): ClaytonsSession {
  const { canvas, courseId, signal } = place
  const store = createStore(firstClaytons)
  let running = Promise.resolve()
  let ending = new AbortController()
  const setStage = (stage: ClaytonsStage): void => store.set({ ...store.get(), stage })
  const start = (work: () => Promise<ClaytonsStage>): Promise<void> => {
    if (isAtWork(store.get())) return running
    setStage({ kind: 'reading' })
    running = work().then(setStage, (error: unknown) => setStage({ kind: 'failed', error }))
    return running
  }
  return {
    state: store,
    want: isWanted => store.set({ ...store.get(), isWanted }),
    replace: (pageId, isReplaced) => {
      const others = store.get().replaced.filter(id => id !== pageId)
      store.set({ ...store.get(), replaced: isReplaced ? [...others, pageId] : others })
    },
    look: after => start(async () => ({ kind: 'planned', plan: await readClaytonsPlan(place, { after }) })),
    update: () => {
      ending = new AbortController()
      return start(() => update({ ...place, ...store, stop: ending.signal }))
    },
    cancel: () => {
      ending.abort()
      const { stage } = store.get()
      if (stage.kind === 'writing') setStage({ ...stage, isStopping: true })
    },
    undo: () => {
      const { written } = store.get()
      if (written.every(page => page.undo === null)) return running
      return start(async () => {
        const pages = await undoClaytons(canvas, courseId, written, { signal })
        store.set({ ...store.get(), written: [] })
        return { kind: 'undone', pages }
      })
    },
    ended: () => running,
  }
}

interface PlanOptions {
  readonly after?: PageReading | undefined
  readonly replaceEdited?: boolean
}

export async function readClaytonsPlan(
  { canvas, courseId, parseHtml, iframeHosts, signal }: ClaytonsPlace,
  { after, replaceEdited = false }: PlanOptions = {},
): Promise<ClaytonsPlan> {
  const read = await readClaytonsFacts(canvas, courseId, { parseHtml, signal })
  const page = read.configuration
  const facts = after === undefined || page === null ? read : { ...read, configuration: { ...page, reading: after } }
  return planClaytons(facts, { ...defaultClaytonsChoices, iframeHosts, replaceEdited }, parseHtml)
}

interface Desk extends ClaytonsPlace, Pick<Store<ClaytonsState>, 'get' | 'set'> {
  readonly stop: AbortSignal
}

/** Replaced pages come after all others and are read anew: they may link to pages that have been made meanwhile. */
async function update(desk: Desk): Promise<ClaytonsStage> {
  const { replaced } = desk.get()
  const first = await readClaytonsPlan(desk)
  if (first.kind !== 'ready') return { kind: 'planned', plan: first }
  await write(desk, first)
  const chosen = toBeWritten(first.pages, replaced).filter(({ state }) => state === 'edited')
  if (chosen.length > 0 && !desk.stop.aborted) await replaceEdited(desk, chosen)
  return { kind: 'done' }
}

async function replaceEdited(desk: Desk, chosen: readonly PlannedClayton[]): Promise<void> {
  const plan = await readClaytonsPlan(desk, { replaceEdited: true })
  if (plan.kind !== 'ready') return
  const pages = plan.pages.filter(({ pageId }) => chosen.some(page => page.pageId === pageId))
  await write(desk, { ...plan, pages })
}

/** Noted at once: whatever befalls the next step, this can be reported and taken back. */
async function write({ canvas, parseHtml, signal, stop, get, set }: Desk, plan: ReadyClaytons): Promise<void> {
  const { pages } = await writeClaytons(canvas, plan, {
    parseHtml,
    signal,
    stop,
    onProgress: progress => set({ ...get(), stage: { kind: 'writing', progress } }),
  })
  const now = pages.map(page => ({ ...page, planned: plan.pages.find(({ title }) => title === page.title) }))
  set({ ...get(), written: addWritten(get().written, now) })
}
