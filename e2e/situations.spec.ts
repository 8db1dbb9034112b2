import { type Generation, selectors } from '../packages/userscript/src/page.ts'
import { configurationPage } from '../test/cli-world.ts'
import { addCopied, copy, putPage } from './courses.ts'
import { addCopying } from './odd-courses.ts'
import { CONFIGURATION, expect, ours, readConfiguration, test } from './stage.ts'

test('opened in the middle of a copy it waits, and draws the plan when Canvas has finished', async ({
  page,
  openBare,
}) => {
  const stage = await openBare({ copySpeedMs: 'held' })
  const { to } = await addCopying(stage)
  await stage.open(page, 'admin', to)
  const { dialog } = ours(page)
  await expect(dialog.getByText('Canvas is still copying MATH101 Semester 1 into this course.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: /Proceed|Refresh/ })).toHaveCount(0)
  await stage.sandbox.copies.finish()
  await expect(dialog.getByText('Clean: all 3 modules were found.').first()).toBeVisible({ timeout: 20_000 })
})

test('a thousand modules are read, shown a hundred at a time, and brought over', async ({ page, stage }) => {
  // The lazy page fetches the items of each module by itself, and our requests wait in the same queue of the browser.
  test.setTimeout(180_000)
  const names = Array.from({ length: 1000 }, (_, at) => `Module ${at} & more`)
  const { to } = await addCopied(stage, names)
  await stage.open(page, 'admin', to.id)
  const { dialog } = ours(page)
  await expect(dialog.getByText('Clean: all 1,000 modules were found.').first()).toBeVisible({ timeout: 75_000 })
  await dialog.getByRole('tab', { name: 'Modules' }).click()
  await expect(dialog.getByRole('listitem')).toHaveCount(100)
  await dialog.getByRole('button', { name: 'Show 100 more' }).click()
  await expect(dialog.getByRole('listitem')).toHaveCount(200)
  await dialog.getByRole('button', { name: /^Proceed/ }).click()
  await expect(dialog.getByText('Collections are imported')).toBeVisible({ timeout: 30_000 })
})

test('of several configuration pages one is chosen', async ({ page, stage }) => {
  const { from, to } = await addCopied(stage, ['Welcome', 'Week 1'])
  const second = { ...configurationPage(from, ['Welcome']), title: 'Canvas Collections Configuration 2' }
  await putPage(stage, to.id, `${CONFIGURATION}-2`, second)
  await stage.open(page, 'admin', to.id)
  const { dialog } = ours(page)
  await dialog.getByRole('button', { name: `Choose this page: ${CONFIGURATION}`, exact: true }).click()
  await dialog.getByRole('button', { name: /^Proceed/ }).click()
  await expect(dialog.getByText('Collections are imported')).toBeVisible()
})

test('copied again, this course keeps its own', async ({ page, stage }) => {
  const { from, to } = await addCopied(stage, ['Welcome', 'Week 1'])
  await stage.open(page, 'admin', to.id)
  const { dialog } = ours(page)
  await dialog.getByRole('button', { name: /^Proceed/ }).click()
  await expect(dialog.getByText('Collections are imported')).toBeVisible()
  const own = (await readConfiguration(stage, to.id)).replace('About 0', 'Ours')
  await putPage(stage, to.id, CONFIGURATION, { body: own })
  await copy(stage, from.id, to.id)
  await stage.sandbox.copies.finish()
  expect(await readConfiguration(stage, to.id)).not.toContain('Ours')
  await stage.open(page, 'admin', to.id)
  await expect(dialog.getByRole('radio', { name: /^Keep this course's own/ })).toBeChecked()
  await dialog.getByRole('button', { name: /^Keep/ }).click()
  await expect(dialog.getByText("This course's own Collections are back").first()).toBeVisible()
  expect(await readConfiguration(stage, to.id)).toContain('Ours')
})

test('what was kept for later is offered when a module of its name appears', async ({ page, stage }) => {
  const { to } = await addCopied(stage, ['Welcome', 'Week 1'])
  await stage.call('DELETE', `/api/v1/courses/${to.id}/modules/${await moduleNamed(stage, to.id, 'Week 1')}`)
  await stage.open(page, 'admin', to.id)
  const { dialog, bar } = ours(page)
  await dialog.getByRole('button', { name: /^Proceed/ }).click()
  await expect(dialog.getByText('Collections are imported')).toBeVisible()
  await stage.call('POST', `/api/v1/courses/${to.id}/modules`, { module: { name: 'Week 1' } })
  await page.reload()
  await expect(bar).toContainText('1 entry kept for later could go to a module now.')
  await bar.getByRole('button').first().click()
  await dialog.getByRole('combobox', { name: 'What to do with “Week 1”' }).selectOption({ label: 'Give to “Week 1”' })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('combobox')).toHaveCount(0)
  expect(await readConfiguration(stage, to.id)).toContain('About 1')
})

async function moduleNamed(
  { call }: Parameters<typeof readConfiguration>[0],
  course: number,
  name: string,
): Promise<number> {
  const modules = await call('GET', `/api/v1/courses/${course}/modules?per_page=100`)
  const found = Array.isArray(modules) ? modules.find(module => module.name === name) : undefined
  return found.id
}

test('while somebody edits, Proceed waits, and says who it is', async ({ page, stage }) => {
  const { id } = stage.demo.clean
  const body = JSON.stringify({ canvasUserId: stage.sandbox.people.administrator.id, browserSessionId: 'x' })
  await putPage(stage, id, 'canvas-collections-editing', { title: 'Canvas Collections - editing', body })
  await stage.open(page, 'teacher', id)
  const { dialog } = ours(page)
  await expect(dialog.getByText('Ada Administrator is editing the Collections')).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^Proceed/ })).toHaveAttribute('aria-disabled', 'true')
  await stage.call('DELETE', `/api/v1/courses/${id}/pages/canvas-collections-editing`)
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(dialog.getByText('Clean:').first()).toBeVisible()
})

test('where the source cannot be read every tab still works', async ({ page, stage }) => {
  await stage.open(page, 'teacher', stage.demo.byNames.id)
  const { dialog } = ours(page)
  await expect(dialog.getByText(/things? to look at\. /).first()).toBeVisible()
  for (const name of [/Modules/, /Images/, /Summary/]) {
    await dialog.getByRole('tab', { name }).click()
    await expect(dialog.getByRole('tabpanel').getByRole('heading').first()).toBeVisible()
  }
})

test('the page is not moved by what is added to it', async ({ page, stage }) => {
  await page.addInitScript(() => {
    Reflect.set(window, 'shifted', 0)
    new PerformanceObserver(list => {
      for (const entry of list.getEntries())
        Reflect.set(window, 'shifted', Reflect.get(window, 'shifted') + Reflect.get(entry, 'value'))
    }).observe({ type: 'layout-shift', buffered: true })
  })
  /** The lazy and the rewritten page move by themselves while they are drawn, now more, now less: the least of three times. */
  const leastShift = async (load: () => Promise<unknown>): Promise<number> => {
    const shifts: number[] = []
    for (const _time of [1, 2, 3]) {
      await load()
      await page.waitForTimeout(500)
      shifts.push(await page.evaluate(() => Number(Reflect.get(window, 'shifted'))))
    }
    return Math.min(...shifts)
  }
  await stage.open(page, 'teacher', stage.demo.messy.id)
  const { dialog, bar } = ours(page)
  await dialog.getByRole('button', { name: /^Cancel/ }).click()
  const withBar = await leastShift(async () => {
    await page.reload()
    await expect(bar).toBeVisible()
  })
  const without = await leastShift(() =>
    page.goto(`${stage.url}/courses/${stage.demo.messy.id}/modules?global_includes=0`, { waitUntil: 'networkidle' }),
  )
  expect(withBar - without).toBeLessThan(0.01)
})

test('every selector finds as many as it says on each Modules page', async ({ page, stage }) => {
  const found: Record<string, Record<string, number>> = {}
  const expected: Record<string, Record<string, number>> = {}
  for (const kind of ['legacy', 'lazy', 'v2'] as const satisfies readonly Generation[]) {
    await page.goto(
      `${stage.url}/sandbox/sign-in?as=teacher&return_to=/courses/${stage.demo.source.id}/modules?modules_page=${kind}`,
    )
    await page.waitForLoadState('networkidle')
    for (const [name, { css, count }] of Object.entries(selectors)) {
      found[name] = { ...found[name], [kind]: await page.locator(css).count() }
      expected[name] = { ...expected[name], [kind]: count[kind] }
    }
  }
  expect(found).toEqual(expected)
})

test('on a home page that shows the modules it opens too', async ({ page, stage }) => {
  const { id } = stage.demo.clean
  await stage.call('PUT', `/api/v1/courses/${id}`, { course: { default_view: 'modules' } })
  await page.goto(`${stage.url}/sandbox/sign-in?as=teacher&return_to=/courses/${id}`)
  await expect(ours(page).dialog.getByText('Clean:').first()).toBeVisible()
})
