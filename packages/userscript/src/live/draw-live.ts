import { type CollectionView, pickInitialCollection } from '@recourse/core'
import { recall, remember } from '../memory.ts'
import { type HostPage, readDirection, readLanguage, seesOlderCollections } from '../page.ts'
import type { Settings } from '../settings.ts'
import { pickTexts } from '../texts/pick-texts.ts'
import { followAddress, writeAddress } from './follow-address.ts'
import { keepFresh } from './keep-fresh.ts'
import { fitsWidth, type Layout, readLayout, writeLayout } from './layout-memory.ts'
import { createLiveSession, type LiveSession } from './live-session.ts'
import { mountLive } from './mount-live.tsx'
import { parsePageHash } from './page-hash.ts'
import type { LivePlace, LiveRights } from './read-live.ts'

interface DrawOptions {
  readonly place: LivePlace & { readonly rights: () => Promise<LiveRights> }
  readonly page: HostPage
  readonly settings: Settings
  /** Takes everything off the page again. */
  readonly ending: AbortController
}

/** Reads, draws, and keeps what is drawn right. */
export async function drawLive({ place, page, settings, ending }: DrawOptions): Promise<void> {
  const { signal } = ending
  const key = `recourse-live-${page.courseId}-${page.userId ?? ''}`
  const layout = readLayout(recall(key))
  const pickFirst = (collections: readonly CollectionView[]): CollectionView | undefined =>
    pickInitialCollection(collections, { hash: location.hash, lastViewed: readLayout(recall(key))?.collection ?? null })
  const session = createLiveSession({
    ...place,
    rights: once(place.rights),
    iframeHosts: settings.iframeHosts,
    last: layout,
    pickFirst,
  })
  const view = mountLive({
    session,
    signal,
    direction: readDirection(),
    takesOver: settings.takesOver,
    kept: keptLayout(layout),
    ui: {
      ...pickTexts(readLanguage()),
      here: location.href.replace(/#.*/, ''),
      courseUrl: `${location.origin}/courses/${page.courseId}`,
      iframeHosts: settings.iframeHosts,
    },
    onChoose: index => {
      writeAddress(index)
      void session.choose(index)
    },
    onFault: error => ending.abort(error),
    onLayout: now => remember(key, writeLayout(now)),
  })
  if (!settings.takesOver) seesOlderCollections(() => session.stepAside(), signal)
  await session.refresh()
  view.settle()
  if (session.state.get().kind === 'nothing') remember(key, null)
  followAddress(session, view.host, signal)
  keepFresh({ refresh: session.refresh, isDrawn: () => isDrawn(session), signal })
}

const isDrawn = ({ state }: LiveSession): boolean => state.get().kind !== 'nothing' && state.get().kind !== 'aside'

/** Space is kept for what will stand there: not for another collection, nor for a window of another width. */
function keptLayout(layout: Layout | undefined): Layout | undefined {
  const isSame = layout !== undefined && fitsWidth(layout, innerWidth) && parsePageHash(location.hash).kind === 'other'
  return isSame ? layout : undefined
}

function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | undefined
  return () => {
    asked ??= ask()
    return asked
  }
}
