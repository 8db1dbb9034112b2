import { putPage } from '@recourse/canvas'
import { type CollectionView, type ModuleId, type StaticPage, viewCollections } from '@recourse/core'
import { createStore, type Store } from '../import/store.ts'
import type { CoursePages, IncludedPage, LiveFacts } from './live-facts.ts'
import type { LiveState } from './live-state.ts'
import { type LivePlace, type LiveRights, readIncluded, readLive, readPages } from './read-live.ts'
import { readStaticPages } from './read-static-pages.ts'

interface SessionOptions extends LivePlace {
  readonly rights: () => Promise<LiveRights>
  /** Hosts whose pages static cards may frame. */
  readonly iframeHosts: readonly string[]
  readonly last: { readonly isStaff: boolean } | undefined
  /** Which collection is shown where none has been chosen yet. */
  readonly pickFirst: (collections: readonly CollectionView[]) => CollectionView | undefined
}

/** One person in front of one course's Collections: what was read, and which of them they look at. */
export interface LiveSession {
  readonly state: Pick<Store<LiveState>, 'get' | 'subscribe'>
  /** Reads everything anew. Throws where Canvas is in trouble; what is drawn stays. */
  readonly refresh: () => Promise<void>
  /** Resolves when the page it includes, if any, is there too. */
  readonly choose: (index: number) => Promise<void>
  /** The collection that shows a module, the chosen one before others. */
  readonly findByModule: (moduleId: ModuleId) => CollectionView | undefined
  readonly publish: () => Promise<void>
  readonly readStaticPages: () => Promise<readonly StaticPage[]>
  /** Leaves the page to 1.3, for good. */
  readonly stepAside: () => void
}

export function createLiveSession(options: SessionOptions): LiveSession {
  const store = createStore<LiveState>({ kind: 'nothing' })
  const included = createIncluded(options)
  let pages: CoursePages | null = null
  let { last } = options
  let isAside = false
  const refresh = async (): Promise<void> => {
    if (isAside) return
    const facts = await readLive(options, { rights: options.rights, last })
    last = facts
    included.forget()
    await draw(facts)
    if (facts?.isStaff === true) await addPages()
  }
  const addPages = async (): Promise<void> => {
    pages = await readPages(options)
    const state = store.get()
    if (state.kind === 'drawn' || state.kind === 'off') store.set({ ...state, pages })
  }
  const draw = async (facts: LiveFacts | undefined): Promise<void> => {
    const collections = facts === undefined ? undefined : viewFor(facts, options.canvas.now())
    if (facts === undefined || collections === undefined) return store.set(withoutView(facts, pages))
    const chosen = stayOr(store.get(), collections) ?? options.pickFirst(collections) ?? collections[0]
    if (chosen === undefined) return store.set(withoutView(facts, pages))
    const page = await included.read(chosen)
    if (isAside) return
    // Somebody may have chosen another meanwhile.
    const now = stayOr(store.get(), collections) ?? chosen
    store.set({ kind: 'drawn', facts, pages, collections, chosen: now, included: now === chosen ? page : null })
    if (now !== chosen) await choose(now.index)
  }
  const choose = async (index: number): Promise<void> => {
    const state = store.get()
    const chosen = state.kind === 'drawn' ? state.collections.find(each => each.index === index) : undefined
    if (state.kind !== 'drawn' || chosen === undefined) return
    store.set({ ...state, chosen, included: included.known(chosen) ?? null })
    const page = await included.read(chosen)
    const now = store.get()
    if (now.kind === 'drawn' && now.chosen === chosen && now.included !== page) store.set({ ...now, included: page })
  }
  return {
    state: store,
    refresh: oneAtATime(refresh),
    choose,
    findByModule: moduleId => {
      const state = store.get()
      if (state.kind !== 'drawn') return undefined
      return [state.chosen, ...state.collections].find(({ moduleIds }) => moduleIds.includes(moduleId))
    },
    publish: async () => {
      const state = store.get()
      if (state.kind === 'nothing' || state.kind === 'aside') return
      const { canvas, courseId, signal } = options
      await putPage(canvas, courseId, { id: state.facts.page.id }, { isPublished: true }, { signal })
      await refresh()
    },
    readStaticPages: () => readStaticPages(options),
    stepAside: () => {
      if (isAside) return
      isAside = true
      store.set({ kind: 'aside', isStaff: false })
      options.rights().then(
        ({ isStaff }) => store.set({ kind: 'aside', isStaff }),
        () => undefined,
      )
    },
  }
}

function viewFor(
  { isStaff, page, configuration, modules }: LiveFacts,
  now: number,
): readonly CollectionView[] | undefined {
  const view = viewCollections({
    configuration,
    modules,
    viewer: isStaff ? 'staff' : 'student',
    isPagePublished: page.isPublished,
    now: new Date(now).toISOString(),
  })
  return view.kind === 'on' ? view.collections : undefined
}

function withoutView(facts: LiveFacts | undefined, pages: CoursePages | null): LiveState {
  const isTold = facts?.isStaff === true && facts.configuration.collections.length > 0
  return isTold ? { kind: 'off', facts, pages } : { kind: 'nothing' }
}

/** Collections are told by their names: places change when somebody moves them. */
function stayOr(state: LiveState, collections: readonly CollectionView[]): CollectionView | undefined {
  return state.kind === 'drawn' ? collections.find(({ name }) => name === state.chosen.name) : undefined
}

interface Included {
  readonly read: (collection: CollectionView) => Promise<IncludedPage | null>
  readonly known: (collection: CollectionView) => IncludedPage | undefined
  readonly forget: () => void
}

/** Included pages, each asked for when its collection is looked at, and once until everything is read anew. */
function createIncluded(place: LivePlace): Included {
  const asked = new Map<string, Promise<IncludedPage>>()
  const known = new Map<string, IncludedPage>()
  return {
    read: async ({ includePage }) => {
      if (includePage === null) return null
      const { title } = includePage
      const reading = asked.get(title) ?? readIncluded(place, title)
      asked.set(title, reading)
      try {
        const page = await reading
        known.set(title, page)
        return page
      } catch {
        // Canvas in trouble: the cards are worth showing without it, and the next reading asks again.
        asked.delete(title)
        return known.get(title) ?? null
      }
    },
    known: ({ includePage }) => (includePage === null ? undefined : known.get(includePage.title)),
    forget: () => asked.clear(),
  }
}

/** Who asks while it runs is served by one more run after it. */
function oneAtATime(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  const start = (): Promise<void> => {
    running = run().finally(() => {
      running = undefined
    })
    return running
  }
  return () => {
    if (running === undefined) return start()
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined
        return start()
      })
    return next
  }
}
