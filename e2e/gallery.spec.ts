import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { addCopied } from './courses.ts'
import { expect, ours, test } from './stage.ts'
import { states } from './states.ts'

/** Pictures of every state at both widths, and no violation of accessibility rules in any. */
const GALLERY = 'node_modules/.cache/gallery'
const sizes = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
] as const

async function violations(page: Page): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page }).include('#recourse').analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

async function photograph(page: Page, name: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size)
    await page.waitForTimeout(250)
    await page.screenshot({ path: `${GALLERY}/${name}-${size.width}.png` })
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(scrollsSideways)).toBe(false)
  }
}

/** Anything of ours that is wider than the screen. */
function scrollsSideways(): boolean {
  const parts = document.querySelector('#recourse')?.shadowRoot?.querySelectorAll('.dialog, .dialog-body, .bar') ?? []
  return [...parts].some(
    part => part.scrollWidth > part.clientWidth + 1 || part.getBoundingClientRect().right > innerWidth + 1,
  )
}

for (const { name, reach } of states) {
  test(`the state “${name}” is accessible and fits`, async ({ page, stage, openBare }) => {
    await reach(page, stage, openBare)
    await photograph(page, name)
  })
}

test('right to left it is mirrored', async ({ page, stage }) => {
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => document.documentElement.setAttribute('dir', 'rtl'))
  })
  await stage.open(page, 'teacher', stage.demo.messy.id)
  await ours(page).dialog.getByText('things to look at. ').first().waitFor()
  await photograph(page, 'rtl')
})

test('in the pseudo-language no word is left plain', async ({ page, stage }) => {
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => document.documentElement.setAttribute('lang', 'en-XA'))
  })
  await stage.open(page, 'teacher', stage.demo.clean.id)
  const { dialog } = ours(page)
  await expect(dialog.getByRole('heading', { level: 2 })).toContainText('[')
  await photograph(page, 'pseudo')
  for (const button of await dialog.getByRole('button').locator('visible=true').all())
    expect(`${await button.getAttribute('aria-label')}${await button.textContent()}`).toContain('[')
})

test('in forced colours and at 200 % zoom everything is there', async ({ page, stage }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await stage.open(page, 'teacher', stage.demo.messy.id)
  await ours(page).dialog.getByText('things to look at. ').first().waitFor()
  await photograph(page, 'forced-colors')
  await page.setViewportSize({ width: 640, height: 450 })
  await page.screenshot({ path: `${GALLERY}/zoom-640.png` })
  await expect(ours(page).dialog.getByRole('button', { name: /^Proceed/ })).toBeVisible()
})

for (const kind of ['lazy', 'v2'] as const) {
  test(`on the ${kind} Modules page it opens too`, async ({ page, stage }) => {
    const path = `/courses/${stage.demo.clean.id}/modules?modules_page=${kind}`
    await page.goto(`${stage.url}/sandbox/sign-in?as=teacher&return_to=${encodeURIComponent(path)}`)
    await expect(ours(page).dialog.getByText('Clean:').first()).toBeVisible()
    await photograph(page, kind)
  })
}

test('names of every kind are text, and nothing in a configuration runs', async ({ page, stage }) => {
  const hostile = [
    '<img src=x onerror="document.body.dataset.hit=1">',
    '"\'$& {{COURSE_ID}}',
    'a'.repeat(255),
    '👩‍👩‍👧 שלום',
  ]
  const { to } = await addCopied(stage, hostile)
  await stage.open(page, 'admin', to.id)
  const { dialog } = ours(page)
  await dialog.getByRole('tab', { name: /Modules/ }).click()
  await expect(dialog.getByText('<img src=x onerror=').first()).toBeVisible()
  await photograph(page, 'hostile')
  await expect(page.locator('body')).not.toHaveAttribute('data-hit')
})
