import { configurationPage } from '../test/cli-world.ts'
import { addCourse, putPage } from './courses.ts'
import { generations, live, openModules, watchRequests, watchShifts } from './live-stage.ts'
import { CONFIGURATION, expect, openStage, test } from './stage.ts'

/** What is there of Canvas's own items when a card is: on the lazy page they come by requests of the page itself. */
test('a thousand modules are drawn on each page, and before the items of the page itself', async ({
  browser,
  stage,
}) => {
  test.setTimeout(300_000)
  const names = Array.from({ length: 1000 }, (_, n) => `Week ${n + 1}: soil & more`)
  const course = await addCourse(stage, 'Large', names)
  await putPage(stage, course.id, CONFIGURATION, configurationPage(course, names))
  for (const kind of generations) {
    const page = await (await browser.newContext()).newPage()
    const asked = watchRequests(page)
    let items = 0
    page.on('requestfinished', request => {
      if (request.url().includes('/items_html')) items += 1
    })
    await openModules(page, stage, { as: 'admin', course: course.id, kind })
    const drawn = live(page).host.locator('.card')
    await expect(drawn.first()).toContainText('soil & more', { timeout: 90_000 })
    expect(items).toBeLessThan(500)
    await expect(drawn).toHaveCount(1000, { timeout: 90_000 })
    expect(asked.length).toBeLessThanOrEqual(5 + 10)
    await page.context().close()
  }
})

for (const width of [1280, 390])
  test(`while the lazy page waits for its items, nothing that we draw moves it, ${width} px`, async ({ browser }) => {
    const stage = await openStage({ site: { modulesPage: 'lazy', lateMs: 600_000 } })
    for (const as of ['student', 'teacher']) {
      const page = await (await browser.newContext({ viewport: { width, height: 844 } })).newPage()
      const shifted = await watchShifts(page)
      // The first visit, and one that knows the first.
      for (const _ of [1, 2]) {
        await openModules(page, stage, { as, course: stage.demo.source.id, kind: 'lazy' })
        await expect(live(page).cards).toHaveCount(6)
        await page.waitForTimeout(700)
        expect(await shifted()).toBeLessThanOrEqual(0.01)
      }
      await page.context().close()
    }
    await stage.close()
  })

test('on the lazy page the items of six modules are asked for at a time, and of folded ones when they open', async ({
  page,
  stage,
}) => {
  const { id } = stage.demo.source
  await openModules(page, stage, { as: 'teacher', course: id, kind: 'lazy', more: '&global_includes=0' })
  await page.locator('.context_module .collapse_module_link').first().click()
  await page.waitForLoadState('networkidle')
  const asked: string[] = []
  let mostAtOnce = 0
  let atOnce = 0
  page.on('request', request => {
    if (!request.url().includes('/items_html')) return
    asked.push(request.url())
    atOnce += 1
    mostAtOnce = Math.max(mostAtOnce, atOnce)
  })
  page.on('requestfinished', request => {
    if (request.url().includes('/items_html')) atOnce -= 1
  })
  await page.reload()
  await page.waitForLoadState('networkidle')
  const [folded, ...others] = await page.locator('#context_modules > .context_module').all()
  expect(asked).toHaveLength(others.length)
  expect(mostAtOnce).toBe(6)
  await expect(folded?.locator('.context_module_item') ?? page.locator('none')).toHaveCount(0)
  await folded?.locator('.expand_module_link').click()
  await expect(folded?.locator('.context_module_item').first() ?? page.locator('none')).toBeVisible()
})
