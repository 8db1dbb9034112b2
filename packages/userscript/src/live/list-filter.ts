import type { ModuleId } from '@recourse/core'
import { selectors } from '../page.ts'
import { hiddenModules, hideModulesCss, showModulesCss } from './filter-css.ts'
import type { Layout } from './layout-memory.ts'
import type { LiveSession } from './live-session.ts'
import type { LiveState } from './live-state.ts'

interface ListFilterOptions {
  readonly session: LiveSession
  readonly kept: Layout | undefined
  /** What 1.3 draws, and shows and hides, gives way. */
  readonly takesOver: boolean
  readonly signal: AbortSignal
}

/** A sheet of rules on Canvas's page, taken off with the signal. */
function addSheet(signal: AbortSignal): (css: string) => void {
  const sheet = new CSSStyleSheet()
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  signal.addEventListener('abort', () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== sheet)
  })
  let current = ''
  return css => {
    if (css !== current) sheet.replaceSync(css)
    current = css
  }
}

/**
 * Canvas's own list shows the modules of the chosen collection, by a sheet of ours and in step with the view. While a
 * view is awaited, it shows those of last time; `settle` ends the waiting.
 */
export function filterList({ session, kept, takesOver, signal }: ListFilterOptions): { readonly settle: () => void } {
  const set = addSheet(signal)
  let awaited = kept
  let isAway = false
  let hasMoved = false
  const update = (): void => {
    const state = session.state.get()
    const css = awaited === undefined ? listCss(state, takesOver) : hideModulesCss(awaited.hidden)
    set(isAway ? css + AWAY : css)
  }
  const follow = (): void => {
    if (session.state.get().kind === 'drawn') awaited = undefined
    const moves = !hasMoved && (awaited !== undefined || session.state.get().kind === 'drawn')
    if (moves) {
      hasMoved = true
      isAway = true
      afterTwoFrames(() => {
        isAway = false
        update()
      })
    }
    update()
  }
  signal.addEventListener('abort', session.state.subscribe(follow))
  follow()
  return {
    settle: () => {
      awaited = undefined
      update()
    },
  }
}

/** When space is made for the view, the list is out of sight for the moment in which it moves: it is another list then. */
const AWAY = `${selectors.legacyList.css},${selectors.rewrittenModules.css}{visibility:hidden}`

/** A page in the background draws no frames, and nobody sees it. */
function afterTwoFrames(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act))
}

function listCss(state: LiveState, takesOver: boolean): string {
  if (state.kind !== 'drawn') return ''
  const all = state.facts.modules.map(({ id }) => id)
  const hidden = hideModulesCss(hiddenModules(all, state.chosen.moduleIds))
  return takesOver ? `${hidden}${olderCss(state.chosen.moduleIds)}` : hidden
}

function olderCss(shown: readonly ModuleId[]): string {
  return `${selectors.olderCollections.css}{display:none!important}${showModulesCss(shown)}`
}
