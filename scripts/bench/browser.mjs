import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { createSandbox, serveSandbox } from '@recourse/sandbox'
import { prepareChromium } from '../journeys.mjs'
import { root } from '../prepare.mjs'

export const script = join(root, 'packages/userscript/dist/recourse.user.js')
/** What nobody sees; Chrome calls anything below 0.1 good. */
export const shiftBudget = 0.01
/** A visit that has not come so far by then is reported as that; every bench ends. */
const visitLimitMs = 60_000
/** What moves the page after it was there still counts. */
const settleMs = 700

/** What `act` finds out for courses of each size, in one Chromium; where there is none, that is said. */
export async function inChromium(act) {
  const executablePath = prepareChromium()
  if (executablePath === undefined)
    return { leftOut: 'There is no Chromium here. Install it, or name it in the variable CHROMIUM.' }
  const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] })
  try {
    const courses = []
    for (const modules of [20, 100, 1000]) courses.push(...[await act(browser, modules)].flat())
    return { browser: browser.version(), courses }
  } finally {
    await browser.close()
  }
}

/** A served sandbox whose pages carry the script, for as long as `act` lasts. */
export async function onSandbox(options, act) {
  const sandbox = createSandbox({ ...options, site: { themeJs: script } })
  const { url, close } = await serveSandbox(sandbox, { port: 0 })
  try {
    return await act({ sandbox, url })
  } finally {
    await close()
  }
}

/**
 * As somebody who comes for the first time: signed in, and nothing remembered. `ms` is what `isReady`, which runs in the
 * page, answers at last, or `null` where it did not come; `requests` are those of the script, not of the page.
 */
export async function visit(browser, { url, login, path, isReady }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  context.setDefaultTimeout(visitLimitMs)
  try {
    const page = await context.newPage()
    await page.addInitScript(watchShifts)
    await page.goto(`${url}/sandbox/sign-in?as=${login}&return_to=/profile/settings?global_includes=0`)
    let requests = 0
    page.on('request', request => {
      if (isOfScript(request)) requests += 1
    })
    const ms = await measureUntil(page, url + path, isReady)
    await page.waitForTimeout(settleMs)
    return { ms, requests, shift: await page.evaluate(() => Reflect.get(window, 'shifted')) }
  } finally {
    await context.close()
  }
}

/** The page as it is and with the script, in turns; after a visit that did not come to its end there are no more. */
export async function inTurns(runs, visitPlain, visitOurs) {
  const [plain, ours] = [[], []]
  while (plain.length < runs && ![...plain, ...ours].some(({ ms }) => ms === null)) {
    plain.push(await visitPlain())
    ours.push(await visitOurs())
  }
  return [plain, ours]
}

async function measureUntil(page, address, isReady) {
  try {
    await page.goto(address, { waitUntil: 'commit' })
    return await (await page.waitForFunction(isReady, null)).jsonValue()
  } catch (error) {
    if (error.name === 'TimeoutError') return null
    throw error
  }
}

/** The sandbox's own pages mark what they ask. */
function isOfScript(request) {
  return request.headers()['x-requested-with'] === undefined && new URL(request.url()).pathname.startsWith('/api/v1/')
}

/** Runs in the page. */
function watchShifts() {
  Reflect.set(window, 'shifted', 0)
  new PerformanceObserver(list => {
    for (const entry of list.getEntries())
      Reflect.set(window, 'shifted', Reflect.get(window, 'shifted') + Reflect.get(entry, 'value'))
  }).observe({ type: 'layout-shift', buffered: true })
}

/** Runs in the page: the time since the visit began, once Canvas's own list is there. */
export function areModulesDrawn() {
  const isDrawn = document.readyState === 'complete' && document.querySelector('.context_module[data-module-id]')
  return isDrawn ? performance.now() : false
}

/** Of whole milliseconds; `null` where one of the visits did not come to its end. */
export function medianMs(visits) {
  const times = visits.map(({ ms }) => ms)
  if (times.includes(null)) return null
  return Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)])
}

/** The worst of several visits. */
export function most(visits, what) {
  return Math.max(...visits.map(each => each[what]))
}
