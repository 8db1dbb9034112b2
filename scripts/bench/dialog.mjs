import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import {
  areModulesDrawn,
  inChromium,
  inTurns,
  medianMs,
  most,
  onSandbox,
  script,
  shiftBudget,
  visit,
} from './browser.mjs'
import { createCopiedCourse } from './copied-course.mjs'
import { allowedRequests } from './requests.mjs'

const runs = 5
const sizeBudgetBytes = 60_000

/**
 * The dialog in Chromium, on the sandbox's Modules page: requests and time until it is ready, and what it moves. Times
 * of one machine say little, so each stands beside that of the same page without the script, taken in turns.
 */
export async function benchDialog() {
  const bytes = gzipSync(readFileSync(script), { level: 9 }).length
  const size = { gzipBytes: bytes, budgetBytes: sizeBudgetBytes, withinBudget: bytes <= sizeBudgetBytes }
  const inBrowser = await inChromium((browser, modules) =>
    onSandbox({ copySpeedMs: 0 }, stage => benchCourse(browser, { ...stage, modules })),
  )
  return { size, ...inBrowser }
}

async function benchCourse(browser, { sandbox, url, modules }) {
  const courseId = await createCopiedCourse(sandbox, { origin: url, modules })
  const path = `/courses/${courseId}/modules`
  const at = { url, login: 'admin' }
  await visit(browser, { ...at, path, isReady: areModulesDrawn })
  const [plain, withDialog] = await inTurns(
    runs,
    () => visit(browser, { ...at, path: `${path}?global_includes=0`, isReady: areModulesDrawn }),
    () => visit(browser, { ...at, path, isReady: isDialogReady }),
  )
  return summarize(modules, plain, withDialog)
}

function summarize(modules, plain, withDialog) {
  const [plainPageMs, readyMs] = [plain, withDialog].map(medianMs)
  const requests = most(withDialog, 'requests')
  const layoutShift = most(withDialog, 'shift')
  return {
    modules,
    requests,
    allowed: allowedRequests(modules),
    withinBudget: requests <= allowedRequests(modules),
    plainPageMs,
    readyMs,
    timesThePlainPage: readyMs === null || plainPageMs === null ? null : Math.round((readyMs / plainPageMs) * 10) / 10,
    layoutShift,
    layoutShiftOfPlainPage: most(plain, 'shift'),
    movesNothing: layoutShift <= shiftBudget,
  }
}

/** Runs in the page: the time since the visit began, once the verdict stands. */
function isDialogReady() {
  const dialog = document.querySelector('#recourse')?.shadowRoot?.querySelector('dialog[open]')
  return dialog?.textContent?.includes('Proceed brings everything over') ? performance.now() : false
}
