import { AxeBuilder } from '@axe-core/playwright'
import { live, openModules, watchRequests, watchShifts } from './live-stage.ts'
import { CONFIGURATION, expect, ours, type readConfiguration, test } from './stage.ts'
import { addCopied, putPage } from './states.ts'

test('a student reads on a phone', async ({ page, stage, modulesPage }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const [shifted, asked] = [await watchShifts(page), watchRequests(page)]
  await openModules(page, stage, { as: 'student', course: stage.demo.source.id })
  const { tabs, tab, cards, modules } = live(page)
  await expect(tabs).toHaveText([
    'Topics',
    'Practicals & field days',
    'Assessment',
    'Help & contacts',
    'All at a glance',
  ])
  await expect(tab('Topics')).toHaveAttribute('aria-selected', 'true')
  await expect(cards).toHaveCount(6)
  await expect(cards.nth(1).getByRole('img', { name: '0 of 2 completed' })).toBeVisible()
  await expect(modules).toHaveCount(5)
  expect(asked.length).toBeLessThanOrEqual(6)
  // What Canvas's own late items move on the lazy page is not ours: live-lazy.spec.ts looks at what is.
  if (modulesPage !== 'lazy') expect(await shifted()).toBeLessThanOrEqual(0.01)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)

  await cards.nth(2).getByText('Sand, silt & clay').click()
  await expect(page).toHaveURL(/#module_\d+$/)
  await expect(modules.filter({ hasText: 'Topic 2' })).toBeInViewport()
  await tab('Assessment').click()
  await expect(page).toHaveURL(/#cc-collection-2$/)
  await expect(modules.filter({ hasText: 'Topic 2' })).toHaveCount(0)
  await expect(live(page).host.getByRole('cell', { name: '40%' })).toBeVisible()
})

test('a second visit stands where the first ended, and nothing moves', async ({ page, stage, modulesPage }) => {
  const shifted = await watchShifts(page)
  await openModules(page, stage, { as: 'student', course: stage.demo.source.id })
  await live(page).tab('Assessment').click()
  await expect(live(page).host.getByRole('table')).toBeVisible()
  await page.waitForTimeout(500)
  await openModules(page, stage, { as: 'student', course: stage.demo.source.id })
  await expect(live(page).tab('Assessment')).toHaveAttribute('aria-selected', 'true')
  await page.waitForTimeout(700)
  if (modulesPage !== 'lazy') expect(await shifted()).toBeLessThanOrEqual(0.01)
})

test('staff see what students do not, marked', async ({ page, stage }) => {
  const asked = watchRequests(page)
  await openModules(page, stage, { as: 'teacher', course: stage.demo.source.id })
  const { status, tab, cards, modules, panel } = live(page)
  await expect(status).toContainText('Collections: shown to everyone')
  await expect(tab(/^Archive/)).toContainText('Hidden')
  await expect(cards.last()).toContainText('Unpublished')
  await expect(cards.last().getByRole('link')).toHaveCount(0)
  await page.waitForLoadState('networkidle')
  expect(asked.length).toBeLessThanOrEqual(5)
  await tab(/^Archive/).click()
  await expect(panel).toContainText('In no collection')
  await expect(modules.first()).toBeVisible()
  await status.getByRole('button', { name: 'History and undo' }).click()
  await expect(ours(page).dialog).toBeVisible()
})

test('what Canvas draws late or anew stays filtered, and the view in its place', async ({ page, stage }) => {
  await openModules(page, stage, { as: 'teacher', course: stage.demo.source.id })
  const { host, cards, modules } = live(page)
  await expect(cards).toHaveCount(6)
  await expect(modules.first()).toBeVisible()
  const shown = await modules.count()
  await page.evaluate(() => {
    const hosts = document.querySelector('#recourse-live')
    for (const module of document.querySelectorAll('.context_module')) module.replaceWith(module.cloneNode(true))
    hosts?.remove()
  })
  await expect(cards).toHaveCount(6)
  await expect(modules).toHaveCount(shown)
  const follows = await host.evaluate(element => {
    const module = document.querySelector('.context_module')
    return module !== null && (element.compareDocumentPosition(module) & Node.DOCUMENT_POSITION_FOLLOWING) > 0
  })
  expect(follows).toBe(true)
})

test('a link to a module opens its collection, and it', async ({ page, stage }) => {
  const id = await moduleNamed(stage, stage.demo.source.id, 'Land use advice')
  await openModules(page, stage, { as: 'student', course: stage.demo.source.id, more: `#module_${id}` })
  await expect(live(page).tab('Assessment')).toHaveAttribute('aria-selected', 'true')
  const module = live(page).modules.filter({ hasText: 'Land use advice' }).first()
  await expect(module).toBeInViewport()
  await expect(module.locator('[aria-expanded]:focus')).toHaveCount(1)
})

test('what somebody changes on the page is drawn without a reload', async ({ page, stage }) => {
  const { id } = stage.demo.source
  await openModules(page, stage, { as: 'teacher', course: id })
  const { cards } = live(page)
  await expect(cards.first()).toContainText('Welcome to Soil Science')
  const module = await moduleNamed(stage, id, 'Welcome to Soil Science')
  await stage.call('PUT', `/api/v1/courses/${id}/modules/${module}`, { module: { name: 'Hello & <b>welcome</b>' } })
  await page.locator(`#context_module_${module} h2`).evaluate(heading => {
    heading.textContent = 'Hello & <b>welcome</b>'
  })
  await expect(cards.first()).toContainText('Hello & <b>welcome</b>')
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

test('by keys alone: one stop for the tabs, one for each card, and Enter opens the module', async ({ page, stage }) => {
  await openModules(page, stage, { as: 'student', course: stage.demo.source.id })
  const { tab, cards } = live(page)
  await expect(cards).toHaveCount(6)
  await tab('Topics').focus()
  await page.keyboard.press('ArrowRight')
  await expect(tab('Practicals & field days')).toBeFocused()
  await page.keyboard.press('End')
  await expect(tab('All at a glance')).toBeFocused()
  await page.keyboard.press('Home')
  await expect(tab('Topics')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(live(page).panel.getByRole('link').first()).toBeFocused()
  await cards.nth(4).getByRole('link', { name: 'Revision', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#module_\d+$/)
  await expect(page.locator('.context_module [aria-expanded]:focus')).toHaveCount(1)
})

test('text of a card can be marked, and links inside it keep their own way', async ({ page, stage }) => {
  await openModules(page, stage, { as: 'student', course: stage.demo.source.id })
  const text = live(page).cards.nth(4).getByText('One page, three topics')
  const box = await text.boundingBox()
  if (box === null) throw new Error('It is not seen.')
  await page.mouse.move(box.x + 2, box.y + 8)
  await page.mouse.down()
  await page.mouse.move(box.x + 120, box.y + 8, { steps: 5 })
  await page.mouse.up()
  expect(new URL(page.url()).hash).toBe('')
  await live(page).cards.nth(1).getByRole('link', { name: 'Minerals, air, water, life' }).click()
  await expect(page).toHaveURL(/\/pages\/minerals/)
})

for (const as of ['student', 'teacher'])
  test(`every representation is accessible: ${as}`, async ({ page, stage }) => {
    await openModules(page, stage, { as, course: stage.demo.source.id })
    const problems: string[] = []
    for (let n = 0; n < (as === 'student' ? 5 : 6); n += 1) {
      await live(page).tabs.nth(n).click()
      await page.waitForTimeout(200)
      const { violations } = await new AxeBuilder({ page }).include('#recourse-live').analyze()
      problems.push(...violations.map(({ id, nodes }) => `${n}: ${id}: ${nodes[0]?.html}`))
    }
    expect(problems).toEqual([])
  })

test('a locked module says what opens it', async ({ page, stage }) => {
  const { id } = stage.demo.source
  const module = await moduleNamed(stage, id, 'Topic 2: Texture & structure')
  await stage.call('PUT', `/api/v1/courses/${id}/modules/${module}`, { module: { unlock_at: '2099-03-01T00:00:00Z' } })
  await openModules(page, stage, { as: 'student', course: id })
  await expect(live(page).cards.nth(2)).toContainText(/Locked until .*2099/)
  await live(page).tab('Practicals & field days').click()
  await expect(live(page).cards.last()).toContainText('Opens after “Field day”')
})

test('right to left it is the other way round, and fits', async ({ page, stage }) => {
  await openModules(page, stage, { as: 'student', course: stage.demo.source.id, more: '&lang=ar' })
  const { tab, tabs, host } = live(page)
  await expect(host).toHaveAttribute('dir', 'rtl')
  await tab('Topics').focus()
  await page.keyboard.press('ArrowLeft')
  await expect(tabs.nth(1)).toBeFocused()
  const [first, second] = [await tabs.nth(0).boundingBox(), await tabs.nth(1).boundingBox()]
  expect(first?.x).toBeGreaterThan(second?.x ?? 0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})

test('an unpublished configuration is vanilla Canvas for students, and one press for staff', async ({
  page,
  stage,
}) => {
  const { id } = stage.demo.source
  await putPage(stage, id, CONFIGURATION, { published: false })
  await openModules(page, stage, { as: 'student', course: id })
  await page.waitForLoadState('networkidle')
  await expect(live(page).tabs).toHaveCount(0)
  await expect(live(page).modules).toHaveCount(13)
  await openModules(page, stage, { as: 'teacher', course: id })
  await live(page).status.getByRole('button', { name: 'Publish' }).click()
  await expect(live(page).status).toContainText('shown to everyone')
  await openModules(page, stage, { as: 'student', course: id })
  await expect(live(page).tabs).toHaveCount(5)
})

test('an import is drawn at once, and gone when it is taken back', async ({ page, stage }) => {
  await openModules(page, stage, { as: 'teacher', course: stage.demo.clean.id })
  const { dialog } = ours(page)
  await expect(live(page).tabs).toHaveCount(0)
  await dialog.getByRole('button', { name: /^Proceed/ }).click()
  await expect(dialog.getByText('Collections are imported')).toBeVisible()
  await expect(live(page).host.locator('.card')).toHaveCount(6)
  await dialog.getByRole('button', { name: /^Undo/ }).click()
  await expect(live(page).host.locator('.card')).toHaveCount(0)
})

test('where 1.3 draws we stay away and say so to staff; where the institution wants us, it does', async ({
  page,
  stage,
}) => {
  await page.addInitScript(() =>
    addEventListener('DOMContentLoaded', () => {
      const bar = document.createElement('div')
      bar.className = 'canvas-collections'
      document.querySelector('#content')?.prepend(bar)
    }),
  )
  await openModules(page, stage, { as: 'teacher', course: stage.demo.source.id })
  await expect(live(page).host).toContainText('Canvas Collections 1.3 draws on this page')
  await expect(live(page).tabs).toHaveCount(0)
  await openModules(page, stage, { as: 'student', course: stage.demo.source.id })
  await page.waitForLoadState('networkidle')
  await expect(live(page).host).toHaveText('')
  await page.addInitScript(() => Reflect.set(window, 'RECOURSE', { takesOver: true }))
  await page.reload()
  await expect(live(page).tabs).toHaveCount(5)
})

test('a defect of ours leaves vanilla Canvas', async ({ page, stage }) => {
  await page.addInitScript(() => Reflect.set(Intl, 'PluralRules', undefined))
  const warned = page.waitForEvent('console', message => message.text().includes('live-collections stopped'))
  await openModules(page, stage, { as: 'student', course: stage.demo.source.id })
  await warned
  await expect(live(page).host).toHaveCount(0)
  await expect(live(page).modules).toHaveCount(13)
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0)
})

test('Canvas in trouble leaves its own page alone', async ({ page, stage }) => {
  stage.sandbox.faults.always({ kind: 'fail', status: 500, body: 'no' }, { path: /canvas-collections-configuration/ })
  await openModules(page, stage, { as: 'student', course: stage.demo.source.id })
  await page.waitForTimeout(1500)
  await expect(live(page).tabs).toHaveCount(0)
  await expect(live(page).modules).toHaveCount(13)
})

test('nothing that a configuration holds runs, poses as a part of the page or asks strangers', async ({
  page,
  stage,
}) => {
  const { from } = await addCopied(stage, ['Week 1', 'Week 2'])
  const attack = `"><img src=x onerror="document.body.dataset.hit='1'"><script>document.body.dataset.hit='1'</script><svg onload="document.body.dataset.hit='1'"></svg><a href="javascript:document.body.dataset.hit='1'">go</a>`
  const entry = (id: number, change: object): object => ({
    name: attack,
    id,
    description: attack,
    collection: attack,
    label: attack,
    engage: true,
    engageText: attack,
    fyiText: attack,
    altText: attack,
    metadata: { weighting: attack, 'learning outcomes': attack },
    date: { label: attack, calendarDate: '2026-03-09', day: attack, month: attack, date: attack, to: {} },
    bannerColour: 'red;background:url(https://evil.test/c)',
    ...change,
  })
  const configuration = {
    VISIBILITY: 'all',
    DEFAULT_ACTIVE_COLLECTION: attack,
    COLLECTIONS: Object.fromEntries(
      ['GriffithCards', 'HorizontalCards', 'AssessmentTable', 'CollectionsTable', attack].map((representation, n) => [
        n === 0 ? attack : `${n}`,
        { representation, includePage: attack, unallocated: true },
      ]),
    ),
    COLLECTIONS_ORDER: [attack, '1', '2', '3', '4'],
    MODULES: {
      [from.modules[0] ?? 0]: entry(1, { banner: 'image', image: 'javascript:document.body.dataset.hit=1' }),
      [from.modules[1] ?? 0]: entry(2, {
        banner: 'iframe',
        fyi: true,
        iframe: '<iframe src="https://evil.test/frame" onload="document.body.dataset.hit=1"></iframe>',
      }),
    },
  }
  const json = JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const body = `<div class="cc_json">${json}</div><div class="cc-card-images" id="cc-course-${from.id}"></div>`
  await putPage(stage, from.id, CONFIGURATION, { title: 'Canvas Collections Configuration', body, published: true })
  const strangers: string[] = []
  page.on('request', request => {
    if (!request.url().startsWith(stage.url) && !request.url().startsWith('data:')) strangers.push(request.url())
  })
  await openModules(page, stage, { as: 'admin', course: from.id })
  await expect(live(page).tabs).toHaveCount(5)
  for (let n = 0; n < 5; n += 1) {
    await live(page).tabs.nth(n).click()
    await page.waitForTimeout(150)
    for (const link of await live(page).host.locator('a').all())
      expect((await link.getAttribute('href')) ?? '').not.toMatch(/^javascript/i)
  }
  await expect(page.locator('body')).not.toHaveAttribute('data-hit')
  await expect(live(page).host.locator('script, iframe')).toHaveCount(0)
  expect(strangers).toEqual([])
})

test('at 200 % zoom, and where colours are forced, everything is there', async ({ page, stage }) => {
  await page.setViewportSize({ width: 640, height: 450 })
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await openModules(page, stage, { as: 'student', course: stage.demo.source.id })
  await expect(live(page).cards).toHaveCount(6)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})

test('tables fit at every width, with all their columns', async ({ page, stage }) => {
  await openModules(page, stage, { as: 'student', course: stage.demo.source.id })
  for (const name of ['Assessment', 'All at a glance']) {
    await live(page).tab(name).click()
    await expect(live(page).panel.getByRole('table').first()).toBeVisible()
    for (const width of [1280, 1060, 980, 900, 768, 600, 390]) {
      await page.setViewportSize({ width, height: 900 })
      const tooWide = await live(page).panel.evaluate(
        panel =>
          Math.max(...[...panel.querySelectorAll('table, td')].map(part => part.getBoundingClientRect().right)) -
          panel.getBoundingClientRect().right,
      )
      expect.soft(tooWide, `${name}, ${width} px`).toBeLessThanOrEqual(1)
    }
  }
})

test('on a home page that shows the modules it draws too', async ({ page, stage }) => {
  const { id } = stage.demo.source
  await stage.call('PUT', `/api/v1/courses/${id}`, { course: { default_view: 'modules' } })
  await page.goto(`${stage.url}/sandbox/sign-in?as=student&return_to=/courses/${id}`)
  await expect(live(page).cards).toHaveCount(6)
})

test('in Student View it is what students see', async ({ page, stage }) => {
  await openModules(page, stage, { as: 'teacher', course: stage.demo.source.id })
  await expect(live(page).tabs).toHaveCount(6)
  await page.getByRole('link', { name: 'View as Student' }).click()
  await expect(live(page).tabs).toHaveCount(5)
  await expect(live(page).status).toHaveCount(0)
})

test('a course that is none of ours costs a student two requests and shows vanilla Canvas', async ({ page, stage }) => {
  const asked = watchRequests(page)
  await openModules(page, stage, { as: 'student', course: stage.demo.library.id })
  await page.waitForLoadState('networkidle')
  expect(asked.length).toBe(2)
  await expect(live(page).host).toHaveText('')
})
