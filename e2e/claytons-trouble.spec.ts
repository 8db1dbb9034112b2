import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, type Json, ours, type Stage, test } from './stage.ts'

const pages = {
  'Topics at a glance': 'topics-at-a-glance',
  'Practicals and field days': 'practicals-and-field-days',
  'Assessment at a glance': 'assessment-at-a-glance',
} as const
const titles = Object.keys(pages) as (keyof typeof pages)[]

async function readBodies({ call }: Stage, courseId: number): Promise<readonly string[]> {
  const bodies: string[] = []
  for (const slug of Object.values(pages)) {
    const page: Json = await call('GET', `/api/v1/courses/${courseId}/pages/${slug}`)
    bodies.push(String(Object(page).body))
  }
  return bodies
}

/** The import done, and its static pages still as the copy brought them. */
async function importWithoutStatic(page: Page, stage: Stage): Promise<void> {
  await stage.open(page, 'teacher', stage.demo.clean.id)
  const { dialog } = ours(page)
  await dialog.getByRole('checkbox', { name: /static pages \(Claytons\)/ }).uncheck()
  await dialog.getByRole('button', { name: /^Proceed/ }).click()
  await expect(dialog.getByText('Collections are imported')).toBeVisible()
  await page.reload()
  await page.locator('#recourse-live').getByRole('button', { name: 'History and undo' }).click()
  await dialog.getByRole('button', { name: 'Check the static pages' }).click()
  await expect(dialog.getByRole('button', { name: 'Update 3 pages' })).toBeVisible()
}

const isWrite = (method: string): boolean => method === 'PUT' || method === 'POST'

test('Stop in the middle: what was written is told and can be taken back, the rest is as it was', async ({
  page,
  stage,
}) => {
  const { id } = stage.demo.clean
  await importWithoutStatic(page, stage)
  const { dialog } = ours(page)
  const before = await readBodies(stage, id)
  let writes = 0
  await page.route(/\/api\/v1\/courses\/\d+\/pages/, async route => {
    if (isWrite(route.request().method())) writes += 1
    if (isWrite(route.request().method()) && writes === 2)
      await dialog.getByRole('button', { name: 'Stop' }).click({ noWaitAfter: true })
    return route.continue().catch(() => undefined)
  })
  await dialog.getByRole('button', { name: 'Update 3 pages' }).click()
  const lines = dialog.getByRole('listitem').filter({ hasText: /glance|field days/ })
  // The page under way is finished.
  await expect(lines.filter({ hasText: ': written' })).toHaveCount(2)
  await expect(lines.filter({ hasText: 'not reached' })).toHaveCount(1)
  const stopped = await readBodies(stage, id)
  expect(stopped.filter((body, at) => body !== before[at])).toHaveLength(2)
  await dialog.getByRole('button', { name: /^Undo/ }).last().click()
  await expect(dialog.getByText('as it was before').first()).toBeVisible()
  expect(await readBodies(stage, id)).toEqual(before)
})

test('one page of three that Canvas does not take is told, and the others are written', async ({ page, stage }) => {
  const { id } = stage.demo.clean
  await importWithoutStatic(page, stage)
  const { dialog } = ours(page)
  const before = await readBodies(stage, id)
  let writes = 0
  await page.route(/\/api\/v1\/courses\/\d+\/pages/, route => {
    if (!isWrite(route.request().method())) return route.continue()
    writes += 1
    return writes === 2 ? route.fulfill({ status: 400, json: { message: 'no' } }) : route.continue()
  })
  await dialog.getByRole('button', { name: 'Update 3 pages' }).click()
  const lines = dialog.getByRole('listitem').filter({ hasText: /glance|field days/ })
  await expect(lines.filter({ hasText: ': written' })).toHaveCount(2)
  await expect(lines.filter({ hasText: ': not written' })).toHaveCount(1)
  expect((await readBodies(stage, id)).filter((body, at) => body !== before[at])).toHaveLength(2)
})

test('a static page that a blueprint locks is named with what helps, and the others are written', async ({
  page,
  stage,
}) => {
  const { id } = stage.demo.clean
  const rows = [...stage.sandbox.world.rows.pages.values()]
  const locked = rows.find(row => row.courseId === id && row.title === titles[1])
  if (locked === undefined) throw new Error('There is no such page.')
  Object.assign(locked, { migrationId: `mastercourse_1_1_${'a'.repeat(32)}`, blueprintLock: { content: true } })
  const blueprintCourseId = stage.demo.source.id
  stage.sandbox.world.rows.subscriptions.set(1, { id: 1, templateId: 1, blueprintCourseId, childCourseId: id })
  const before = await readBodies(stage, id)
  await stage.open(page, 'teacher', id)
  const { dialog } = ours(page)
  await dialog.getByRole('button', { name: /^Proceed/ }).click()
  await expect(dialog.getByText(`${titles[0]}: written`)).toBeVisible()
  await expect(dialog.getByText(`${titles[1]}: locked by a blueprint: unlock it there`).first()).toBeVisible()
  expect((await readBodies(stage, id)).map((body, at) => body === before[at])).toEqual([false, true, false])
})

const looks = [
  { name: '1280 px', width: 1280, height: 900, lang: 'en' },
  { name: '390 px', width: 390, height: 844, lang: 'en' },
  { name: 'right to left, 1280 px', width: 1280, height: 900, lang: 'ar' },
  { name: 'right to left, 390 px', width: 390, height: 844, lang: 'ar' },
  { name: '200 % zoom', width: 640, height: 450, lang: 'en' },
] as const

test('as Canvas shows them the static pages are accessible and fit', async ({ page, stage }) => {
  test.setTimeout(120_000)
  const { id } = stage.demo.clean
  await stage.open(page, 'teacher', id)
  await ours(page)
    .dialog.getByRole('button', { name: /^Proceed/ })
    .click()
  await expect(ours(page).dialog.getByText(`${titles[0]}: written`)).toBeVisible()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(`${stage.url}/sandbox/sign-in?as=student&return_to=/courses/${id}`)
  const problems: string[] = []
  for (const { name, width, height, lang } of looks)
    for (const slug of Object.values(pages)) {
      await page.setViewportSize({ width, height })
      await page.goto(`${stage.url}/courses/${id}/pages/${slug}?lang=${lang}`)
      await page.waitForLoadState('networkidle')
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (overflow > 0) problems.push(`${slug}, ${name}: ${overflow} px too wide`)
      const { violations } = await new AxeBuilder({ page }).include('.show-content').analyze()
      problems.push(...violations.map(({ id: rule, nodes }) => `${slug}, ${name}: ${rule}: ${nodes[0]?.html}`))
      const moving = await page
        .locator('.show-content *')
        .evaluateAll(parts => parts.filter(part => part.getAnimations().length > 0).length)
      if (moving > 0) problems.push(`${slug}, ${name}: something moves`)
      if (process.env.GALLERY !== undefined)
        await page.screenshot({ path: `node_modules/.cache/gallery/static ${slug} ${name}.png`, fullPage: true })
    }
  expect(problems).toEqual([])
})
