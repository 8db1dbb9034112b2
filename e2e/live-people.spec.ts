import type { Page } from '@playwright/test'
import { createUser, enroll } from '@recourse/sandbox'
import { putPage } from './courses.ts'
import { live, openModules } from './live-stage.ts'
import { CONFIGURATION, expect, type Json, ours, type Stage, test } from './stage.ts'

/** Somebody who follows a student, and takes no part. */
function addObserver({ sandbox: { world } }: Stage, courseId: number): void {
  const { id } = createUser(world, { name: 'Ola Observer', login: 'observer' })
  enroll(world, { courseId, userId: id, type: 'ObserverEnrollment' })
}

/** What we would say to developers; a student's page hears nothing of us. */
function watchWarnings(page: Page): readonly string[] {
  const said: string[] = []
  page.on('console', message => {
    if (message.text().includes('Recourse')) said.push(message.text())
  })
  return said
}

async function expectVanilla(page: Page, modules: number): Promise<void> {
  await page.waitForLoadState('networkidle')
  await expect(live(page).modules).toHaveCount(modules)
  await expect(live(page).tabs).toHaveCount(0)
  expect(
    await page.evaluate(() => [...document.adoptedStyleSheets].flatMap(({ cssRules }) => [...cssRules]).length),
  ).toBe(0)
}

/** As Canvas refuses, with and without its newer flag (canvas-api §1.4). */
const unauthorized = {
  status: 'unauthorized',
  errors: [{ message: 'user not authorized to perform that action' }],
}
const refusals = [
  [401, unauthorized],
  [403, unauthorized],
] as const

interface Row {
  readonly id: number
  readonly name: string
}

function toRows(json: Json): readonly Row[] {
  const rows: readonly Json[] = Array.isArray(json) ? json : []
  return rows.map(row => ({ id: Number(Object(row).id), name: String(Object(row).name) }))
}

test("an observer sees what students see, and nobody's progress", async ({ page, stage }) => {
  const { id } = stage.demo.source
  addObserver(stage, id)
  const warnings = watchWarnings(page)
  await openModules(page, stage, { as: 'observer', course: id })
  const { tabs, cards, status, host, modules } = live(page)
  await expect(tabs).toHaveCount(5)
  await expect(cards).toHaveCount(6)
  await expect(host.locator('.ring, .lock')).toHaveCount(0)
  await expect(status).toHaveCount(0)
  await expect(modules).toHaveCount(5)
  await expect(ours(page).host).toHaveCount(0)
  expect(warnings).toEqual([])
})

test('a concluded course is read as before, and nothing offers to change it', async ({ page, stage }) => {
  const { id } = stage.demo.source
  await putPage(stage, id, CONFIGURATION, { published: true })
  await stage.call('PUT', `/api/v1/courses/${id}`, { course: { event: 'conclude' } })
  await openModules(page, stage, { as: 'student', course: id })
  await expect(live(page).cards).toHaveCount(6)
  await openModules(page, stage, { as: 'teacher', course: id })
  const { tabs, status } = live(page)
  await expect(tabs).toHaveCount(6)
  await expect(status).toContainText('shown to everyone')
  await expect(status.getByRole('button', { name: /Publish|Update|Write/ })).toHaveCount(0)
})

test('a concluded course that waits for its import offers none', async ({ page, stage }) => {
  const { id } = stage.demo.clean
  await stage.call('PUT', `/api/v1/courses/${id}`, { course: { event: 'conclude' } })
  await openModules(page, stage, { as: 'teacher', course: id })
  await page.waitForLoadState('networkidle')
  await expect(ours(page).dialog.getByRole('button', { name: /Proceed|Refresh/ })).toHaveCount(0)
  await expect(live(page).modules).toHaveCount(14)
})

test('an unpublished configuration is vanilla Canvas for students', async ({ page, stage }) => {
  const { id } = stage.demo.source
  await putPage(stage, id, CONFIGURATION, { published: false })
  const warnings = watchWarnings(page)
  await openModules(page, stage, { as: 'student', course: id })
  await expectVanilla(page, 13)
  expect(warnings).toEqual([])
})

for (const [status, body] of refusals)
  test(`who may not read pages (${status}) has vanilla Canvas, and hears nothing of us`, async ({ page, stage }) => {
    stage.sandbox.faults.always({ kind: 'fail', status, body: JSON.stringify(body) }, { path: /\/pages/ })
    const warnings = watchWarnings(page)
    for (const [as, modules] of [
      ['student', 13],
      ['teacher', 14],
    ] as const) {
      await openModules(page, stage, { as, course: stage.demo.source.id })
      await expectVanilla(page, modules)
      await expect(ours(page).dialog).toHaveCount(0)
    }
    expect(warnings).toEqual([])
  })

test('a student in front of a locked module is told what opens it, everywhere', async ({ page, stage }) => {
  const { id } = stage.demo.source
  const modules = toRows(await stage.call('GET', `/api/v1/courses/${id}/modules?per_page=100`))
  const module = modules.find(({ name }) => name === 'Topic 2: Texture & structure')
  const path = `/api/v1/courses/${id}/modules/${module?.id}`
  await stage.call('PUT', path, { module: { unlock_at: '2099-03-01T00:00:00Z' } })
  await page.setViewportSize({ width: 390, height: 844 })
  await openModules(page, stage, { as: 'student', course: id })
  await expect(live(page).cards.nth(2)).toContainText(/Locked until .*2099/)
  await live(page).tab('Practicals & field days').click()
  await expect(live(page).cards.last()).toContainText('Opens after “Field day”')
  await live(page).tab('All at a glance').click()
  await expect(
    live(page)
      .host.getByRole('row')
      .filter({ hasText: /Locked until .*2099/ }),
  ).toHaveCount(1)
  await live(page).tab('Topics').click()
  await live(page).cards.nth(2).locator('a.title').click()
  await expect(live(page).modules.filter({ hasText: 'Topic 2' })).toBeInViewport()
})
