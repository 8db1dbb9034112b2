import { type Canvas, type ClaytonsOutcome, readClaytonsFacts, undoClaytons, writeClaytons } from '@recourse/canvas'
import {
  type ClaytonsPlan,
  type CourseId,
  defaultClaytonsChoices,
  type HtmlParser,
  type PageId,
  planClaytons,
  type ReadyClaytons,
} from '@recourse/core'
import { type ClaytonsStage, type ClaytonsState, firstClaytons, isAtWork } from './claytons-state.ts'
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
  readonly look: () => Promise<void>
  /** Reads anew and writes, the home page first. */
  readonly update: () => Promise<void>
  /** What is written stays; the rest is not reached. */
  readonly cancel: () => void
  /** Takes back what `update` wrote last. */
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
    look: () => start(async () => ({ kind: 'planned', plan: await readClaytonsPlan(place) })),
    update: () => {
      const { replaced } = store.get()
      ending = new AbortController()
      return start(() => update({ ...place, signal: AbortSignal.any([signal, ending.signal]) }, replaced, setStage))
    },
    cancel: () => ending.abort(),
    undo: () => {
      const { stage } = store.get()
      if (stage.kind !== 'done') return running
      const { pages } = stage.outcome
      return start(async () => ({ kind: 'undone', pages: await undoClaytons(canvas, courseId, pages, { signal }) }))
    },
    ended: () => running,
  }
}

export async function readClaytonsPlan(
  { canvas, courseId, parseHtml, iframeHosts, signal }: ClaytonsPlace,
  replaceEdited = false,
): Promise<ClaytonsPlan> {
  const facts = await readClaytonsFacts(canvas, courseId, { parseHtml, signal })
  return planClaytons(facts, { ...defaultClaytonsChoices, iframeHosts, replaceEdited }, parseHtml)
}

type SetStage = (stage: ClaytonsStage) => void

async function update(place: ClaytonsPlace, replaced: readonly PageId[], setStage: SetStage): Promise<ClaytonsStage> {
  const first = await readClaytonsPlan(place)
  if (first.kind !== 'ready') return { kind: 'planned', plan: first }
  const outcome = await write(place, first, setStage)
  const chosen = first.pages.flatMap(({ pageId, state }) =>
    state === 'edited' && pageId !== null && replaced.includes(pageId) ? [pageId] : [],
  )
  const isOver = chosen.length === 0 || outcome.isCancelled
  return {
    kind: 'done',
    // Whatever befalls the second run, the first can be reported and taken back.
    outcome: isOver ? outcome : await replaceEdited(place, { outcome, chosen, setStage }).catch(() => outcome),
    planned: first.pages,
  }
}

interface Replacing {
  readonly outcome: ClaytonsOutcome
  readonly chosen: readonly PageId[]
  readonly setStage: SetStage
}

/** Read anew, because links lead to pages that have been made meanwhile. */
async function replaceEdited(place: ClaytonsPlace, { outcome, chosen, setStage }: Replacing): Promise<ClaytonsOutcome> {
  const second = await readClaytonsPlan(place, true)
  if (second.kind !== 'ready') return outcome
  const pages = second.pages.filter(({ pageId }) => pageId !== null && chosen.includes(pageId))
  const more = await write(place, { ...second, pages }, setStage)
  return {
    ...more,
    pages: outcome.pages.map(page => more.pages.find(({ pageId }) => pageId === page.pageId) ?? page),
  }
}

function write(
  { canvas, parseHtml, signal }: ClaytonsPlace,
  plan: ReadyClaytons,
  setStage: SetStage,
): Promise<ClaytonsOutcome> {
  return writeClaytons(canvas, plan, {
    parseHtml,
    signal,
    onProgress: progress => setStage({ kind: 'writing', progress }),
  })
}
