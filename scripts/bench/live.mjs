import { areModulesDrawn, inChromium, inTurns, medianMs, most, onSandbox, shiftBudget, visit } from './browser.mjs'
import { createCourseWithCards } from './copied-course.mjs'

/** A thousand modules take a browser long to lay out. */
const runsOf = modules => (modules < 1000 ? 3 : 1)
/** Canvas Collections 1.3's requests, before pages of a hundred. */
const requestBudget = { staff: 5, student: 6 }
const pageLength = 100
/** The lazy page's own items move it: what is left of that with us is no measure of ours. */
const generations = ['legacy', 'lazy', 'v2']

/**
 * The collections in Chromium, on each Modules page: time to the first card and requests of a first visit, beside the
 * same page without the script, in turns; and what they move of a page whose own parts are there from the start.
 */
export function benchLive() {
  return inChromium((browser, modules) => onSandbox({}, stage => benchCourse(browser, { ...stage, modules })))
}

async function benchCourse(browser, { sandbox, url, modules }) {
  const courseId = await createCourseWithCards(sandbox, { origin: url, modules })
  const results = []
  for (const page of generations)
    for (const viewer of ['staff', 'student'])
      results.push(await measure(browser, { url, modules, page, viewer, courseId }))
  return results
}

async function measure(browser, { url, modules, page, viewer, courseId }) {
  const path = `/courses/${courseId}/modules?modules_page=${page}`
  const at = { url, login: viewer === 'staff' ? 'admin' : 'student' }
  const [plain, withCards] = await inTurns(
    runsOf(modules),
    () => visit(browser, { ...at, path: `${path}&global_includes=0`, isReady: areModulesDrawn }),
    () => visit(browser, { ...at, path, isReady: isCardDrawn }),
  )
  const [plainPageMs, cardsMs] = [plain, withCards].map(medianMs)
  const requests = most(withCards, 'requests')
  const allowed = requestBudget[viewer] + Math.ceil(modules / pageLength) - 1
  const [layoutShift, layoutShiftOfPlainPage] = [withCards, plain].map(visits => most(visits, 'shift'))
  return {
    ...{ modules, page, viewer, requests, allowed, withinBudget: requests <= allowed, plainPageMs, cardsMs },
    ...{ layoutShift, layoutShiftOfPlainPage },
    ...(page !== 'lazy' && { movesNothing: layoutShift <= shiftBudget }),
  }
}

/** Runs in the page: the time since the visit began, once there is a card. */
function isCardDrawn() {
  const card = document.querySelector('#recourse-live')?.shadowRoot?.querySelector('.card')
  return card ? performance.now() : false
}
