import type { ModuleId } from '@recourse/core'
import type { LiveSession } from './live-session.ts'
import { collectionHash, parsePageHash } from './page-hash.ts'
import { showModule } from './show-module.ts'

/** Deep links, in the address, on the page and on cards: they choose the collection and bring the module into sight. */
export function followAddress(session: LiveSession, host: HTMLElement, signal: AbortSignal): void {
  const follow = (hash: string): void => {
    const there = parsePageHash(hash)
    if (there.kind === 'collection') void session.choose(there.index)
    if (there.kind === 'module') void showInCollection(session, there.moduleId, signal)
  }
  addEventListener('hashchange', () => follow(location.hash), { signal })
  // A link to where one is already changes no hash.
  host.shadowRoot?.addEventListener('click', event => followSamePlace(event, follow), { signal })
  if (parsePageHash(location.hash).kind === 'module') follow(location.hash)
}

function followSamePlace(event: Event, follow: (hash: string) => void): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (link !== null && link.href === location.href && link.hash !== '') follow(link.hash)
}

async function showInCollection(session: LiveSession, moduleId: ModuleId, signal: AbortSignal): Promise<void> {
  const state = session.state.get()
  const holder = session.findByModule(moduleId)
  if (state.kind === 'drawn' && holder !== undefined && holder !== state.chosen) await session.choose(holder.index)
  if (!signal.aborted) showModule(moduleId, signal)
}

/** The tab somebody chose, in the address: it can be sent to others, and a reload stays there. */
export function writeAddress(index: number): void {
  history.replaceState(history.state, '', collectionHash(index))
}
