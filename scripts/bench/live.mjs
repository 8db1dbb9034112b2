import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { createSandbox, serveSandbox } from '@recourse/sandbox'
import { prepareChromium } from '../journeys.mjs'
import { root } from '../prepare.mjs'
import { createCourseWithCards } from './copied-course.mjs'

const script = join(root, 'packages/userscript/dist/recourse.user.js')
/** A thousand modules take a browser long to lay out. */
const runsOf = modules => (modules < 1000 ? 3 : 1)
/** Canvas Collections 1.3's requests, before pages of a hundred. */
const requestBudget = { staff: 5, student: 6 }
const pageLength = 100
const shiftBudget = 0.01
/** The lazy page's own items move it: what is left of that with us is no measure of ours. */
const generations = ['legacy', 'lazy', 'v2']

/**
 * The collections in Chromium, on each Modules page: time to the first card and requests of a first visit, beside the
 * same page without the script, in turns; and what they move of a page whose own parts are there from the start.
 */
export async function benchLive() {
  const executablePath = prepareChromium()
  if (executablePath === undefined) return { leftOut: 'There is no Chromium here.' }
  const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] })
  try {
    const courses = []
    for (const modules of [20, 100, 1000]) courses.push(...(await benchCourse(browser, modules)))
    return { browser: browser.version(), courses }
  } finally {
    await browser.close()
  }
}

async function benchCourse(browser, modules) {
  const sandbox = createSandbox({ site: { themeJs: script } })
  const { url, close } = await serveSandbox(sandbox, { port: 0 })
  try {
    const courseId = await createCourseWithCards(sandbox, { origin: url, modules })
    const results = []
    for (const page of generations)
      for (const viewer of ['staff', 'student'])
        results.push(await measure({ browser, sandbox, url, modules, page, viewer, courseId }))
    return results
  } finally {
    await close()
  }
}

async function measure({ browser, sandbox, url, modules, page, viewer, courseId }) {
  const path = `/courses/${courseId}/modules?modules_page=${page}`
  const at = { sandbox, url, login: viewer === 'staff' ? 'admin' : 'student' }
  const [plain, withCards] = [[], []]
  for (let n = 0; n < runsOf(modules); n += 1) {
    plain.push(await visit(browser, { ...at, path: `${path}&global_includes=0`, isReady: areModulesDrawn }))
    withCards.push(await visit(browser, { ...at, path, isReady: isCardDrawn }))
  }
  const [plainPageMs, cardsMs] = [plain, withCards].map(visits => Math.round(median(visits.map(({ ms }) => ms))))
  const requests = Math.max(...withCards.map(each => each.requests))
  const allowed = requestBudget[viewer] + Math.ceil(modules / pageLength) - 1
  const layoutShift = Math.max(...withCards.map(({ shift }) => shift))
  return {
    ...{ modules, page, viewer, requests, allowed, withinBudget: requests <= allowed, plainPageMs, cardsMs },
    ...{ layoutShift, layoutShiftOfPlainPage: Math.max(...plain.map(({ shift }) => shift)) },
    ...(page !== 'lazy' && { movesNothing: layoutShift <= shiftBudget }),
  }
}

/** As somebody who comes for the first time: signed in, and nothing remembered. */
async function visit(browser, { sandbox, url, login, path, isReady }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  try {
    const page = await context.newPage()
    await page.addInitScript(watchShifts)
    let requests = 0
    page.on('request', request => {
      const isOurs = request.headers()['x-requested-with'] === undefined
      if (isOurs && new URL(request.url()).pathname.startsWith('/api/v1/')) requests += 1
    })
    await page.goto(`${url}/sandbox/sign-in?as=${login}&return_to=/profile/settings?global_includes=0`)
    requests = 0
    sandbox.faults.clear()
    await page.goto(url + path)
    const ms = await (await page.waitForFunction(isReady, null, { timeout: 180_000 })).jsonValue()
    await page.waitForTimeout(700)
    return { ms, requests, shift: await page.evaluate(() => Reflect.get(window, 'shifted')) }
  } finally {
    await context.close()
  }
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
function areModulesDrawn() {
  const isDrawn = document.readyState === 'complete' && document.querySelector('.context_module[data-module-id]')
  return isDrawn ? performance.now() : false
}

/** Runs in the page: likewise, once there is a card. */
function isCardDrawn() {
  const card = document.querySelector('#recourse-live')?.shadowRoot?.querySelector('.card')
  return card ? performance.now() : false
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
}
