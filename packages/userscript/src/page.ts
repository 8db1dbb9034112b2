import { type CourseId, type ModuleId, toCourseId, toUserId, type UserId } from '@recourse/core'

/** The door to Canvas's own page: every selector, and everything read from it, stands in this file. */

/** The three Modules pages (canvas-api §5). */
export type Generation = 'legacy' | 'lazy' | 'v2'

export interface PageSelector {
  readonly css: string
  /** How many there are on a Modules page as staff see it; a walk over the sandbox's pages checks it. */
  readonly count: Readonly<Record<Generation, number>>
}

export const selectors = {
  legacyModules: { css: '#context_modules', count: { legacy: 1, lazy: 1, v2: 0 } },
  rewrittenModules: {
    css: '[data-testid="modules-rewrite-container"], [data-testid="modules-rewrite-student-container"]',
    count: { legacy: 0, lazy: 0, v2: 1 },
  },
  /** What holds Canvas's list: what is ours stands before it. */
  legacyList: { css: '#context_modules_sortable_container', count: { legacy: 1, lazy: 1, v2: 0 } },
  /** What Canvas Collections 1.3 puts on a page (collections-1.3 §6.1). */
  olderCollections: {
    css: '.canvas-collections, #canvas-collections-representation, #cc-switch',
    count: { legacy: 0, lazy: 0, v2: 0 },
  },
  silencedDialog: { css: '[data-recourse-silenced]', count: { legacy: 0, lazy: 0, v2: 0 } },
  olderDialog: { css: 'sl-dialog.cc-dialog', count: { legacy: 0, lazy: 0, v2: 0 } },
} as const satisfies Record<string, PageSelector>

export function maybe({ css }: PageSelector): HTMLElement | undefined {
  return document.querySelector<HTMLElement>(css) ?? undefined
}

export function all({ css }: PageSelector): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(css)]
}

const COURSE_PATH = /^\/courses\/(\d+(?:~\d+)?)(\/modules)?\/*$/

export function isModulesPage(): boolean {
  return COURSE_PATH.exec(location.pathname)?.[2] !== undefined
}

/** The home page of a course, which may be its modules; whether it is shows when they are drawn. */
export function isCourseHome(): boolean {
  const found = COURSE_PATH.exec(location.pathname)
  return found !== null && found[2] === undefined
}

export function isOlderCollectionsHere(): boolean {
  return maybe(selectors.olderCollections) !== undefined
}

/** Tells once that 1.3 is here: now, or when it comes. */
export function seesOlderCollections(listener: () => void, signal: AbortSignal): void {
  const look = (): void => {
    if (!isOlderCollectionsHere()) return
    observer.disconnect()
    listener()
  }
  const observer = new MutationObserver(look)
  signal.addEventListener('abort', () => observer.disconnect(), { once: true })
  observer.observe(document.documentElement, { childList: true, subtree: true })
  look()
}

/** We have put its import dialog out of reach (`older-dialog`). */
export function isOlderDialogSilenced(): boolean {
  return maybe(selectors.silencedDialog) !== undefined
}

export interface HostPage {
  readonly courseId: CourseId
  /** `undefined` where the page does not say: Canvas is asked when it matters. */
  readonly userId: UserId | undefined
}

/** The course and the person of this page; the address is what counts, `ENV` has the ids of this shard. */
export function readHostPage(): HostPage | undefined {
  const inAddress = COURSE_PATH.exec(location.pathname)?.[1]
  if (inAddress === undefined) return undefined
  const userId = readEnvId('current_user_id')
  return {
    courseId: toCourseId(readEnvId('COURSE_ID') ?? readEnvId('course_id') ?? inAddress),
    userId: userId === undefined ? undefined : toUserId(userId),
  }
}

/** `ENV` is Canvas's, and anybody's on this page: ids may be numbers or texts, or something else. */
function readEnvId(name: string): string | undefined {
  const env: unknown = Reflect.get(globalThis, 'ENV')
  const value: unknown = typeof env === 'object' && env !== null ? Reflect.get(env, name) : undefined
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  return /^\d+(~\d+)?$/.test(text) ? text : undefined
}

/** Rails's token for writes, as it stands in its cookie, decoded. */
export function readCsrfToken(): string | undefined {
  const pair = document.cookie.split('; ').find(each => each.startsWith('_csrf_token='))
  if (pair === undefined) return undefined
  const value = pair.slice('_csrf_token='.length)
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

export function readLanguage(): string {
  return document.documentElement.lang || 'en'
}

export function readDirection(): 'ltr' | 'rtl' {
  return getComputedStyle(document.documentElement).direction === 'rtl' ? 'rtl' : 'ltr'
}

/** Resolves with whether modules are drawn on this page, now or within a while. */
export function seesModules(signal: AbortSignal): Promise<boolean> {
  const isDrawn = (): boolean =>
    maybe(selectors.legacyModules) !== undefined || maybe(selectors.rewrittenModules) !== undefined
  return new Promise(resolve => {
    const end = (answer: boolean): void => {
      observer.disconnect()
      clearTimeout(timer)
      resolve(answer)
    }
    const observer = new MutationObserver(() => isDrawn() && end(true))
    const timer = setTimeout(() => end(false), DRAWN_WITHIN_MS)
    signal.addEventListener('abort', () => end(false), { once: true })
    observer.observe(document.documentElement, { childList: true, subtree: true })
    if (isDrawn()) end(true)
  })
}

const DRAWN_WITHIN_MS = 10_000

/** The whole list of modules, whichever page this is. */
export function findModuleList(): HTMLElement | undefined {
  return maybe(selectors.legacyList) ?? maybe(selectors.legacyModules) ?? maybe(selectors.rewrittenModules)
}

/** A module's block, the same on all three pages (canvas-api §5.4). */
export function findModule(moduleId: ModuleId): HTMLElement | undefined {
  return document.getElementById(`context_module_${moduleId}`) ?? undefined
}

/** What folds a module and unfolds it: of two, as the legacy page has them, the one that is seen. */
export function findModuleToggle(module: HTMLElement): HTMLElement | undefined {
  const toggles = [...module.querySelectorAll<HTMLElement>('[aria-expanded][role="button"], button[aria-expanded]')]
  return toggles.find(toggle => toggle.getClientRects().length > 0)
}

/** Which modules stand on the page, in which order, how they are called, and published or not: `''` for none. */
export function describeModuleList(): string {
  const modules = [...document.querySelectorAll<HTMLElement>('.context_module:not(#context_module_blank)')]
  return modules.map(describeModule).join('\n')
}

function describeModule(module: HTMLElement): string {
  const heading = module.querySelector('h2')
  const states = [
    ...(heading?.parentElement?.querySelectorAll('[data-published], button:not([aria-expanded], [role])') ?? []),
  ]
  const words = states.map(state => `${state.getAttribute('data-published') ?? ''}${state.textContent}`)
  return [module.id, heading?.textContent, module.dataset.workflowState, ...words].join('|')
}
