import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { createSandbox, serveSandbox } from '@recourse/sandbox'
import { prepareChromium } from '../journeys.mjs'
import { root } from '../prepare.mjs'
import { createCopiedCourse } from './copied-course.mjs'
import { allowedRequests } from './requests.mjs'

const script = join(root, 'packages/userscript/dist/recourse.user.js')
const runs = 5
const sizeBudgetBytes = 60_000
/** What nobody sees; Chrome calls anything below 0.1 good. */
const shiftBudget = 0.01

/**
 * The dialog in Chromium, on the sandbox's Modules page: requests and time until it is ready, and what it moves. Times
 * of one machine say little, so each stands beside that of the same page without the script, taken in turns.
 */
export async function benchDialog() {
  const bytes = gzipSync(readFileSync(script), { level: 9 }).length
  const size = { gzipBytes: bytes, budgetBytes: sizeBudgetBytes, withinBudget: bytes <= sizeBudgetBytes }
  const executablePath = prepareChromium()
  if (executablePath === undefined)
    return { size, leftOut: 'There is no Chromium here. Install it, or name it in the variable CHROMIUM.' }
  const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] })
  try {
    const courses = []
    for (const modules of [20, 100, 1000]) courses.push(await benchCourse(browser, modules))
    return { size, browser: browser.version(), courses }
  } finally {
    await browser.close()
  }
}

async function benchCourse(browser, modules) {
  const sandbox = createSandbox({ copySpeedMs: 0, site: { themeJs: script } })
  const { url, close } = await serveSandbox(sandbox, { port: 0 })
  try {
    const courseId = await createCopiedCourse(sandbox, { origin: url, modules })
    const path = `/courses/${courseId}/modules`
    const [plain, withDialog] = [[], []]
    await visit(browser, sandbox, { url, path, isReady: areModulesDrawn })
    for (let n = 0; n < runs; n += 1) {
      plain.push(await visit(browser, sandbox, { url, path: `${path}?global_includes=0`, isReady: areModulesDrawn }))
      withDialog.push(await visit(browser, sandbox, { url, path, isReady: isDialogReady }))
    }
    return summarize(modules, plain, withDialog)
  } finally {
    await close()
  }
}

function summarize(modules, plain, withDialog) {
  const [plainMs, readyMs] = [plain, withDialog].map(visits => median(visits.map(({ ms }) => ms)))
  const requests = Math.max(...withDialog.map(visit => visit.requests))
  const layoutShift = Math.max(...withDialog.map(visit => visit.shift))
  return {
    modules,
    requests,
    allowed: allowedRequests(modules),
    withinBudget: requests <= allowedRequests(modules),
    plainPageMs: Math.round(plainMs),
    readyMs: Math.round(readyMs),
    timesThePlainPage: Math.round((readyMs / plainMs) * 10) / 10,
    layoutShift,
    layoutShiftOfPlainPage: Math.max(...plain.map(visit => visit.shift)),
    movesNothing: layoutShift <= shiftBudget,
  }
}

/** As somebody who comes for the first time: signed in, and nothing remembered. */
async function visit(browser, sandbox, { url, path, isReady }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  try {
    const page = await context.newPage()
    await page.addInitScript(watchShifts)
    await page.goto(`${url}/sandbox/sign-in?as=admin&return_to=/profile/settings?global_includes=0`)
    sandbox.faults.clear()
    await page.goto(url + path)
    const ms = await (await page.waitForFunction(isReady, null, { timeout: 120_000 })).jsonValue()
    const requests = sandbox.faults.log.filter(asked => asked.path.startsWith('/api/')).length
    await page.waitForTimeout(500)
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

/** Runs in the page: the time since the visit began, once all is there. */
function areModulesDrawn() {
  const isDrawn = document.readyState === 'complete' && document.querySelector('#context_modules .context_module')
  return isDrawn ? performance.now() : false
}

/** Runs in the page: likewise, once the verdict stands. */
function isDialogReady() {
  const dialog = document.querySelector('#recourse')?.shadowRoot?.querySelector('dialog[open]')
  return dialog?.textContent?.includes('Proceed brings everything over') ? performance.now() : false
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
}
