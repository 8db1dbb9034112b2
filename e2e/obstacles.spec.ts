import type { Page } from '@playwright/test'
import { addCopied, putPage } from './courses.ts'
import { CONFIGURATION, expect, ours, readConfiguration, test } from './stage.ts'

test('a broken page is left as it is; an earlier version of it is brought back', async ({ page, stage }) => {
  const { to } = await addCopied(stage, ['Welcome', 'Week 1'])
  const before = await readConfiguration(stage, to.id)
  const broken = '<div class="cc_json">{"COLLECTIONS": oops</div>'
  await putPage(stage, to.id, CONFIGURATION, { body: broken })
  await stage.open(page, 'admin', to.id)
  const { dialog } = ours(page)
  await expect(dialog.getByText('The configuration page cannot be read').first()).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^Proceed/ })).toHaveCount(0)
  expect(await readConfiguration(stage, to.id)).toBe(broken)
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download the page' }).click()
  expect(await (await download).path()).not.toBeNull()
  await dialog.getByRole('button', { name: 'History' }).click()
  await dialog
    .getByRole('button', { name: /^Restore/ })
    .first()
    .click()
  await dialog.getByRole('button', { name: 'Restore all the same' }).click()
  await expect.poll(() => readConfiguration(stage, to.id)).toBe(before)
})

test('what Refresh took away is restored from the history, also on another day', async ({ page, stage }) => {
  const { id } = stage.demo.clean
  const before = await readConfiguration(stage, id)
  await stage.open(page, 'teacher', id)
  const { dialog, bar } = ours(page)
  await dialog.getByRole('button', { name: /^Refresh/ }).click()
  await dialog.getByRole('button', { name: 'Refresh: take it all away' }).click()
  await expect(dialog.getByText('This course has empty Collections now').first()).toBeVisible()
  await page.reload()
  await bar.getByRole('button', { name: 'History and undo' }).click()
  await dialog.getByRole('button', { name: 'History and undo' }).click()
  await dialog
    .getByRole('button', { name: /^Restore/ })
    .first()
    .click()
  await expect.poll(() => readConfiguration(stage, id)).toBe(before)
})

test('an image that cannot be copied is said with what helps, and is copied when there is room', async ({
  page,
  stage,
}) => {
  const { id } = stage.demo.messy
  const before = await readConfiguration(stage, id)
  await stage.open(page, 'teacher', id)
  const { dialog } = ours(page)
  await dialog.getByRole('tab', { name: /Modules/ }).click()
  await dialog.getByRole('button', { name: /^Yes, “Topic 2: Texture/ }).click()
  await dialog.getByRole('combobox', { name: /“Field day” is now/ }).selectOption({ label: 'Guest lecture: peat' })
  stage.sandbox.faults.on(1, { kind: 'fail', status: 400 }, { method: 'POST', path: /copy_file/ })
  await dialog.getByRole('button', { name: /^Proceed/ }).click()
  await expect(dialog.getByText('An image could not be copied. Make room for files')).toBeVisible()
  expect(await readConfiguration(stage, id)).toBe(before)
  await dialog.getByRole('button', { name: 'Look again' }).click()
  await dialog.getByRole('button', { name: /^Proceed/ }).click()
  await expect(dialog.getByText('Collections are imported')).toBeVisible()
})

/** The server hears the page being written; the browser does not hear the answer. */
async function loseAnswerOfWrite(page: Page): Promise<{ readonly wasSent: () => boolean }> {
  let isSent = false
  await page.route(/\/pages\/page_id/, async route => {
    if (route.request().method() !== 'PUT') return route.fallback()
    await route.fetch()
    isSent = true
    await page.context().setOffline(true)
    return route.abort('connectionreset')
  })
  return { wasSent: () => isSent }
}

test('offline in the middle of the writing: what became of it is found out afterwards', async ({ page, stage }) => {
  const { id } = stage.demo.clean
  await stage.open(page, 'teacher', id)
  const { dialog } = ours(page)
  await expect(dialog.getByText('Clean:').first()).toBeVisible()
  const { wasSent } = await loseAnswerOfWrite(page)
  await dialog.getByRole('button', { name: /^Proceed/ }).click()
  await expect(dialog.getByText('You are offline.')).toBeVisible({ timeout: 40_000 })
  expect(wasSent()).toBe(true)
  await page.unroute(/\/pages\/page_id/)
  await page.context().setOffline(false)
  await expect(dialog.getByText('Collections are imported').first()).toBeVisible({ timeout: 20_000 })
  expect(await readConfiguration(stage, id)).toContain(`cc-course-${id}`)
})

test('in the pseudo-language the whole way is gone, and no button or heading is plain', async ({ page, stage }) => {
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => document.documentElement.setAttribute('lang', 'en-XA'))
  })
  await stage.open(page, 'teacher', stage.demo.messy.id)
  const { dialog, host } = ours(page)
  const press = (at: number) => dialog.locator('.foot-main button').nth(at).click()
  for (const at of [1, 2, 0]) {
    await dialog.getByRole('tab').nth(at).click()
    expect(await findPlainWords(page)).toEqual([])
  }
  await press(1)
  await expect(dialog.locator('.notice-good')).toBeVisible()
  expect(await findPlainWords(page)).toEqual([])
  await dialog.locator('.foot-aside button').click()
  await expect(dialog.locator('.notice')).toHaveCount(1)
  expect(await findPlainWords(page)).toEqual([])
  await press(0)
  await expect(host.getByRole('region')).toContainText('[')
})

/** Words of ours that did not come from the catalogue; names of courses, modules and files are people's. */
function findPlainWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const parts = document.querySelector('#recourse')?.shadowRoot?.querySelectorAll('button, h2, h3, legend, label, th')
    const words = [...(parts ?? [])].map(part => part.getAttribute('aria-label') ?? part.textContent ?? '')
    return words.filter(text => /\p{L}/u.test(text) && !text.includes('['))
  })
}
