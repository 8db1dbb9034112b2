import type { Locator, Page } from '@playwright/test'
import type { Generation } from '../packages/userscript/src/page.ts'
import type { BareStage } from './stage.ts'

export const generations = ['legacy', 'lazy', 'v2'] as const satisfies readonly Generation[]

/** What the live view puts on a page, found as people find it. */
export interface Live {
  readonly host: Locator
  readonly tabs: Locator
  readonly panel: Locator
  readonly status: Locator
  readonly tab: (name: string | RegExp) => Locator
  readonly cards: Locator
  /** Modules of Canvas's own list that are seen. */
  readonly modules: Locator
}

export function live(page: Page): Live {
  const host = page.locator('#recourse-live')
  return {
    host,
    tabs: host.getByRole('tab'),
    panel: host.getByRole('tabpanel'),
    status: host.getByRole('region', { name: 'Collections status' }),
    tab: name => host.getByRole('tab', { name }),
    cards: host
      .getByRole('tabpanel')
      .getByRole('listitem')
      .filter({ has: page.locator('.title') }),
    modules: page.locator('.context_module:not(#context_module_blank):visible'),
  }
}

/** Opens the Modules page that the stage shows, or the one of `kind`. */
export async function openModules(
  page: Page,
  { url }: BareStage,
  to: { readonly as: string; readonly course: number; readonly kind?: Generation; readonly more?: string },
): Promise<void> {
  const { as, course, kind, more = '' } = to
  const query = kind === undefined ? more.replace(/^&/, '?') : `?modules_page=${kind}${more}`
  const path = `/courses/${course}/modules${query}`
  await page.goto(`${url}/sandbox/sign-in?as=${as}&return_to=${encodeURIComponent(path)}`)
}

/** Adds up how far the page moves under who reads it; call it before the page opens. */
export async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    Reflect.set(window, 'shifted', 0)
    new PerformanceObserver(list => {
      for (const entry of list.getEntries())
        if (Reflect.get(entry, 'hadRecentInput') === false)
          Reflect.set(window, 'shifted', Reflect.get(window, 'shifted') + Reflect.get(entry, 'value'))
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return () => page.evaluate(() => Number(Reflect.get(window, 'shifted')))
}

/** What scripts asked Canvas's API for; what the page asks itself is marked (its README). */
export function watchRequests(page: Page): readonly string[] {
  const asked: string[] = []
  page.on('request', request => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/v1/') && request.headers()['x-requested-with'] === undefined)
      asked.push(`${request.method()} ${pathname}`)
  })
  return asked
}
