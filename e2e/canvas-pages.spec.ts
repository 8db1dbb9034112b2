import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { openStage, type Stage } from './stage.ts'

/** The sandbox's pages as they are, without a script of ours: what every other journey stands on. */
const test = base.extend<{ readonly stage: Stage; readonly problems: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern to read the fixtures from.
  stage: async ({}, use) => {
    const stage = await openStage({ site: { themeJs: null, lateMs: 300 } })
    await use(stage)
    await stage.close()
  },
  problems: async ({ page, stage }, use) => {
    const problems: string[] = []
    page.on('pageerror', error => problems.push(error.message))
    page.on('request', request => {
      const isOurs = request.url().startsWith(stage.url) || request.url().startsWith('data:')
      if (!isOurs) problems.push(`asks the outside: ${request.url()}`)
    })
    await use(problems)
    expect(problems).toEqual([])
  },
})

async function open({ url }: Stage, page: Page, path: string, login = 'teacher'): Promise<void> {
  await page.goto(`${url}/sandbox/sign-in?as=${login}&return_to=${encodeURIComponent(path)}`)
  await page.waitForLoadState('networkidle')
}

const modulePages = ['', '?modules_page=lazy', '?modules_page=v2', '?lang=ar'].map(query => `/modules${query}`)
const others = ['/pages', '/files', '/assignments', '/quizzes', '/discussion_topics', '/announcements', '/users']
const coursePages = [
  '',
  ...modulePages,
  ...others,
  '/settings',
  '/content_migrations',
  '/pages/minerals-air-water-life',
]

for (const width of [1280, 390]) {
  test(`every page is accessible and fits at ${width} px`, async ({ page, stage, problems }) => {
    test.setTimeout(180_000)
    await page.setViewportSize({ width, height: 900 })
    const inCourse = coursePages.map(path => `/courses/${stage.demo.messy.id}${path}`)
    for (const path of ['/login/canvas', '/', '/courses', '/profile/settings', '/logout', ...inCourse]) {
      await open(stage, page, path)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (overflow > 0) problems.push(`${path} is ${overflow} px too wide`)
      const { violations } = await new AxeBuilder({ page }).analyze()
      problems.push(...violations.map(({ id, nodes }) => `${path}: ${id}: ${nodes[0]?.html}`))
    }
  })
}

/** Names of the modules in order, on any of the three pages. */
function namesOn(page: Page): Promise<string[]> {
  return page.locator('.context_module:not(#context_module_blank) h2').allTextContents()
}

test('the legacy page renames, moves, publishes, folds and deletes in place', async ({ page, stage, problems }) => {
  const { id } = stage.demo.messy
  await open(stage, page, `/courses/${id}/modules`)
  const [first = '', second = '', ...rest] = await namesOn(page)
  const module = page.locator('#context_modules > .context_module').first()
  page.on('dialog', dialog => dialog.accept(dialog.type() === 'prompt' ? '<b>$& "New"</b>' : ''))
  const choose = async (entry: string) => {
    await module.locator('.ig-header .al-trigger').click()
    const saved = page.waitForResponse(response => response.url().includes('/api/v1/'))
    await module.locator(`.ig-header ${entry}`).click()
    await saved
  }
  await choose('.edit_module_link')
  await expect(module.locator('h2')).toHaveText('<b>$& "New"</b>')
  await choose('.move_module_down_link')
  await expect(page.locator('#context_modules h2').first()).toHaveText(second)
  await choose('.delete_module_link')
  await expect(page.locator('#context_modules h2').first()).toHaveText('<b>$& "New"</b>')
  await module.locator('.publish-icon.module').click()
  await expect(module).toHaveAttribute('data-workflow-state', 'unpublished')
  const folded = page.waitForResponse(/\/collapse$/)
  await module.locator('.collapse_module_link').click()
  await folded
  await page.reload()
  expect(await namesOn(page)).toEqual(['<b>$& "New"</b>', ...rest])
  await expect(page.locator('.collapsed_module.unpublished_module')).toHaveCount(1)
  expect(first).not.toBe('')
  expect(problems).toEqual([])
})

test('the lazy page brings items late, ten at a time, and offers to try again', async ({ page, stage, problems }) => {
  const { id } = stage.demo.library
  const module = await stage.call('POST', `/api/v1/courses/${id}/modules`, { module: { name: 'Long' } })
  if (typeof module !== 'object' || module === null || !('id' in module)) throw new Error('No module was made.')
  for (let n = 0; n < 23; n += 1) {
    const item = { type: 'SubHeader', title: `Item ${n}` }
    await stage.call('POST', `/api/v1/courses/${id}/modules/${String(module.id)}/items`, { module_item: item })
  }
  const content = page.locator(`#context_module_content_${String(module.id)}`)
  await page.route('**/items_html*', route => route.abort(), { times: 1 })
  await open(stage, page, `/courses/${id}/modules?modules_page=lazy`)
  await content.getByTestId('retry-items-failed-to-load').click()
  await expect(content.locator('.context_module_item')).toHaveCount(10)
  await content
    .getByTestId(`module-${String(module.id)}-pagination`)
    .getByRole('button', { name: 'Page 3' })
    .click()
  await expect(content.locator('.context_module_item')).toHaveCount(3)
  expect(problems).toEqual([])
})

test('the rewritten page is late and replaces its nodes; what stands beside its root stays', async ({
  page,
  stage,
  problems,
}) => {
  const opened = await page.goto(
    `${stage.url}/sandbox/sign-in?as=teacher&return_to=/courses/${stage.demo.messy.id}/modules?modules_page=v2`,
  )
  expect(await opened?.text()).not.toContain('class="context_module')
  const root = page.getByTestId('modules-rewrite-container')
  await expect(root).toHaveCount(1)
  await expect(page.getByTestId('module-item-list')).toHaveCount(10)
  await expect(page.locator('#context_modules, .ig-header, .header-bar, ul.items')).toHaveCount(0)
  await page.evaluate(() => {
    document.querySelector('.context_module')?.append(Object.assign(document.createElement('i'), { id: 'inside' }))
    document
      .querySelector('.modules-rewrite-container')
      ?.before(Object.assign(document.createElement('i'), { id: 'beside' }))
  })
  await page.getByTestId('module-toggle').first().click()
  await expect(page.getByTestId('module-item-list')).toHaveCount(9)
  await expect(page.locator('#inside')).toHaveCount(0)
  await expect(page.locator('#beside')).toHaveCount(1)
  await expect(page.getByTestId('module-toggle').first()).toBeFocused()
  expect(problems).toEqual([])
})

test('students get a rewritten page of their own', async ({ page, stage, problems }) => {
  await open(stage, page, `/courses/${stage.demo.source.id}/modules?modules_page=v2`, 'student')
  await expect(page.getByTestId('modules-rewrite-student-container')).toHaveCount(1)
  await expect(page.getByTestId('publish-button')).toHaveCount(0)
  await expect(page.locator('.context_module_item').first()).toBeVisible()
  await expect(page.locator('[id^="context_module_item_"]')).toHaveCount(0)
  expect(problems).toEqual([])
})

test('a page is written, its history kept and restored', async ({ page, stage, problems }) => {
  await open(stage, page, `/courses/${stage.demo.messy.id}/pages`)
  await page.getByLabel('Title of a new page').fill('A & <b>B</b>')
  await page.getByRole('button', { name: 'Page', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A & <b>B</b>')
  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByLabel('Content, as HTML').fill('<p>Hello</p><script>alert(1)</script>')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.locator('.show-content')).toContainText('Hello')
  await page.getByRole('link', { name: 'View Page History' }).click()
  await page.getByRole('button', { name: 'Restore' }).last().click()
  await expect(page.locator('.show-content')).not.toContainText('Hello')
  expect(problems).toEqual([])
})

test('a copy is started on the copy screen and watched to its end', async ({ page, problems }) => {
  const slow = await openStage({ site: { themeJs: null }, copySpeedMs: 20 })
  await slow.call('POST', '/api/v1/accounts/1/courses', { course: { name: 'Next semester' } })
  const id = [...slow.sandbox.world.rows.courses.values()].at(-1)?.id
  await open(slow, page, `/courses/${id}/content_migrations`, 'admin')
  await page.getByLabel('Copy a Canvas course').selectOption({ value: `${slow.demo.source.id}` })
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByRole('progressbar')).toBeVisible()
  await expect(page.locator('.progressStatus')).toHaveText('Completed', { timeout: 30_000 })
  await slow.close()
  // This stage is not the one the fixture watches, so its own address counts as outside there.
  expect(problems.splice(0).filter(problem => !problem.includes(slow.url))).toEqual([])
})

test('staff look at the course as its test student, and come back', async ({ page, stage, problems }) => {
  await open(stage, page, `/courses/${stage.demo.messy.id}/modules`)
  await page.getByRole('link', { name: 'View as Student' }).click()
  await expect(page.locator('#easy_student_view')).toHaveCount(0)
  // A link that is no GET is one only once the page's script is there, as in Canvas.
  await page.waitForLoadState()
  await page.getByRole('link', { name: 'Leave Student View' }).click()
  await expect(page.locator('#easy_student_view')).toBeVisible()
  expect(problems).toEqual([])
})
