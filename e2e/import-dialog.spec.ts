import type { Page } from '@playwright/test'
import { CONFIGURATION, expect, ours, readConfiguration, type Stage, test } from './stage.ts'

test('a clean copy is brought over in one press, reported, and taken back', async ({ page, stage }) => {
  const { id } = stage.demo.clean
  const before = await readConfiguration(stage, id)
  await stage.open(page, 'teacher', id)
  const { dialog, bar } = ours(page)
  await expect(dialog.getByRole('heading', { level: 2 })).toHaveText(
    'How to proceed with the import of Canvas Collections configuration?',
  )
  await expect(dialog.getByText('Clean: all 14 modules were found.').first()).toBeVisible()
  await dialog.getByRole('button', { name: /^Proceed/ }).click()
  await expect(dialog.getByText('Collections are imported')).toBeVisible()
  await expect(dialog.getByText("14 modules with last term's settings")).toBeVisible()
  const after = await readConfiguration(stage, id)
  expect(after).toContain(`cc-course-${id}`)
  expect(after).toContain('2026-08-24')

  await dialog.getByRole('button', { name: /^Undo/ }).click()
  await expect(dialog.getByText('Undone:')).toBeVisible()
  expect(await readConfiguration(stage, id)).toBe(before)
  await dialog.locator('.dialog-foot').getByRole('button', { name: 'Close' }).click()
  await expect(bar).toContainText('Collections wait for import from SOIL101-2026-S1')
})

test('a messy copy is paired, dated and given its images', async ({ page, stage }) => {
  const { id } = stage.demo.messy
  await stage.open(page, 'teacher', id)
  const { dialog } = ours(page)
  await expect(dialog.getByText('3 things to look at. 11 of 14 modules found').first()).toBeVisible()
  await dialog.getByRole('button', { name: 'Put all 3 where proposed' }).click()
  await expect(dialog.getByText('3 modules put into a collection')).toBeVisible()
  await dialog.getByRole('spinbutton').fill('25')
  await expect(dialog.getByText('13 dates moved by 25 weeks')).toBeVisible()

  await dialog.getByRole('tab', { name: /Modules/ }).click()
  await dialog.getByRole('button', { name: /^Yes, “Topic 2: Texture/ }).click()
  await expect(dialog.getByRole('heading', { name: /^Imported modules matched/ })).toContainText('12')
  await dialog.getByRole('combobox', { name: /“Field day” is now/ }).selectOption({ label: 'Guest lecture: peat' })
  await expect(dialog.getByRole('heading', { name: /^Imported modules matched/ })).toContainText('13')

  await dialog.getByRole('tab', { name: /Images/ }).click()
  await expect(dialog.getByText('In another course: copied here')).toBeVisible()
  await dialog.getByRole('button', { name: /^Proceed/ }).click()
  await expect(dialog.getByText('Collections are imported')).toBeVisible()
  const after = await readConfiguration(stage, id)
  expect(after).toContain('2026-08-17')
  const files = await stage.call('GET', `/api/v1/courses/${id}/files?search_term=creek%20in%20flood`)
  expect(files).toHaveLength(1)
})

test('Cancel changes nothing, and a slim bar leads back', async ({ page, stage }) => {
  const { id } = stage.demo.messy
  const before = await readConfiguration(stage, id)
  await stage.open(page, 'teacher', id)
  const { dialog, bar } = ours(page)
  await dialog.getByRole('button', { name: /^Cancel/ }).click()
  await expect(dialog).toBeHidden()
  await expect(bar).toContainText('3 things to look at')
  await page.reload()
  await expect(bar).toBeVisible()
  await expect(dialog).toBeHidden()
  await bar.getByRole('button', { name: 'Review' }).click()
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  expect(await readConfiguration(stage, id)).toBe(before)
})

test('Refresh names the loss first, and the page before it can be restored', async ({ page, stage }) => {
  const { id } = stage.demo.clean
  const before = await readConfiguration(stage, id)
  await stage.open(page, 'teacher', id)
  const { dialog } = ours(page)
  await dialog.getByRole('button', { name: /^Refresh/ }).click()
  await expect(
    dialog.getByText(/This takes away 6 collections, .* descriptions, .* images, and .* dates\./),
  ).toBeVisible()
  await dialog.getByRole('button', { name: 'Back, change nothing' }).click()
  await expect(dialog.getByRole('button', { name: /^Proceed/ })).toBeVisible()
  expect(await readConfiguration(stage, id)).toBe(before)
  await dialog.getByRole('button', { name: /^Refresh/ }).click()
  await dialog.getByRole('button', { name: 'Refresh: take it all away' }).click()
  await expect(dialog.getByText('This course has empty Collections now').first()).toBeVisible()
  expect(await readConfiguration(stage, id)).not.toContain('Topic 1')
  await dialog.getByRole('button', { name: /^Undo/ }).click()
  await expect(dialog.getByText('Undone:')).toBeVisible()
  expect(await readConfiguration(stage, id)).toBe(before)
})

test('no key but Enter or Space chooses anything, and Tab stays inside', async ({ page, stage }) => {
  const { id } = stage.demo.clean
  const before = await readConfiguration(stage, id)
  await stage.open(page, 'teacher', id)
  const { dialog } = ours(page)
  await expect(dialog).toBeVisible()
  for (let at = 0; at < 40; at++) {
    await page.keyboard.press('Tab')
    for (const key of ['a', 'ArrowDown', 'Delete']) await page.keyboard.press(key)
  }
  await expect(dialog.getByRole('button', { name: /^Proceed/ })).toBeVisible()
  expect(await readConfiguration(stage, id)).toBe(before)
})

test('tabs are moved among by arrows, and one of them is a stop for Tab', async ({ page, stage }) => {
  await stage.open(page, 'teacher', stage.demo.clean.id)
  const { dialog } = ours(page)
  await dialog.getByRole('tab', { name: 'Summary' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(dialog.getByRole('tab', { name: 'Modules' })).toBeFocused()
  await page.keyboard.press('End')
  await expect(dialog.getByRole('tab', { name: 'Images' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowRight')
  await expect(dialog.getByRole('tabpanel', { name: 'Summary' })).toBeVisible()
})

test('somebody without the right to edit pages may look, and is told whom to ask', async ({ page, stage }) => {
  await stage.open(page, 'assistant', stage.demo.messy.id)
  const { dialog, bar } = ours(page)
  await bar.getByRole('button', { name: 'Look' }).click()
  await expect(dialog.getByText('Ask a teacher of this course')).toBeVisible()
  await expect(dialog.getByRole('button', { name: /Proceed|Refresh/ })).toHaveCount(0)
  await dialog.getByRole('tab', { name: /Modules/ }).click()
  await expect(dialog.getByRole('combobox')).toHaveCount(0)
})

/** Paths of the REST API that are asked when the Modules page opens, without those that the page asks by itself. */
async function readAsked(page: Page, stage: Stage, login: string): Promise<readonly string[]> {
  const visit = async (query: string): Promise<string[]> => {
    stage.sandbox.faults.clear()
    const path = encodeURIComponent(`/courses/${stage.demo.clean.id}/modules${query}`)
    await page.goto(`${stage.url}/sandbox/sign-in?as=${login}&return_to=${path}`)
    await page.waitForLoadState('networkidle')
    return stage.sandbox.faults.log.map(({ path }) => path).filter(path => path.startsWith('/api/'))
  }
  const own = await visit('?global_includes=0')
  const asked = await visit('')
  for (const path of own) asked.splice(asked.indexOf(path), asked.includes(path) ? 1 : 0)
  return asked.map(path => path.replace(/\?.*/, ''))
}

test('a student sees nothing of it, and Canvas is asked twice', async ({ page, stage }) => {
  const asked = await readAsked(page, stage, 'student')
  await expect(ours(page).host).toHaveCount(0)
  expect(asked).toEqual([
    `/api/v1/courses/${stage.demo.clean.id}/permissions`,
    `/api/v1/courses/${stage.demo.clean.id}/pages/canvas-collections-configuration`,
  ])
})

test('a course that was never copied is left alone', async ({ page, stage }) => {
  await stage.open(page, 'teacher', stage.demo.source.id)
  await page.waitForLoadState('networkidle')
  await expect(ours(page).host).toHaveCount(0)
})

test('twelve requests make a ready dialog', async ({ page, stage }) => {
  const asked = await readAsked(page, stage, 'teacher')
  await expect(ours(page).dialog.getByText('Clean:').first()).toBeVisible()
  expect(asked.length).toBeGreaterThan(1)
  expect(asked.length).toBeLessThanOrEqual(12)
})

test('all the way, nobody but this Canvas is asked for anything', async ({ page, stage }) => {
  const asked: string[] = []
  page.on('request', request => asked.push(new URL(request.url()).origin))
  await stage.open(page, 'teacher', stage.demo.messy.id)
  const { dialog } = ours(page)
  for (const name of [/Modules/, /Images/, /Summary/]) {
    await dialog.getByRole('tab', { name }).click()
    await page.waitForLoadState('networkidle')
  }
  await dialog.getByRole('button', { name: /^Proceed/ }).click()
  await expect(dialog.getByText('Collections are imported')).toBeVisible()
  await dialog.getByRole('button', { name: /^Undo/ }).click()
  await expect(dialog.getByText('Undone:')).toBeVisible()
  await page.waitForLoadState('networkidle')
  // Pictures in style sheets have an opaque origin: they are in the page already.
  expect(new Set(asked.filter(origin => origin !== 'null'))).toEqual(new Set([stage.url]))
})

test('somebody who saves meanwhile is noticed, and the plan is drawn anew', async ({ page, stage }) => {
  const { id } = stage.demo.clean
  await stage.open(page, 'teacher', id)
  const { dialog } = ours(page)
  await expect(dialog.getByText('Clean:').first()).toBeVisible()
  const changed = (await readConfiguration(stage, id)).replace('Topic 1: What soil is made of', 'Topic 1')
  await stage.call('PUT', `/api/v1/courses/${id}/pages/${CONFIGURATION}`, { wiki_page: { body: changed } })
  await dialog.getByRole('button', { name: /^Proceed/ }).click()
  await expect(dialog.getByRole('heading', { name: 'Nothing was written' })).toBeVisible()
  await expect(dialog.getByText('Ada Administrator saved the page')).toBeVisible()
  await dialog.getByRole('button', { name: 'Look again' }).click()
  await dialog.getByRole('button', { name: /^Proceed/ }).click()
  await expect(dialog.getByText('Collections are imported')).toBeVisible()
})

test('offline in the middle nothing is lost, and it goes on when the connection is back', async ({ page, stage }) => {
  const { id } = stage.demo.clean
  await stage.open(page, 'teacher', id)
  const { dialog } = ours(page)
  await expect(dialog.getByText('Clean:').first()).toBeVisible()
  await page.context().setOffline(true)
  await dialog.getByRole('button', { name: /^Proceed/ }).click()
  await expect(dialog.getByText('You are offline.')).toBeVisible({ timeout: 40_000 })
  await page.context().setOffline(false)
  await expect(dialog.getByText('Clean:').first()).toBeVisible()
  await dialog.getByRole('button', { name: /^Proceed/ }).click()
  await expect(dialog.getByText('Collections are imported')).toBeVisible()
})

test('a choice by keys keeps the focus in its place, and is spoken', async ({ page, stage }) => {
  await stage.open(page, 'teacher', stage.demo.messy.id)
  const { dialog } = ours(page)
  await dialog.getByRole('button', { name: 'Show: Modules' }).first().press('Enter')
  await expect(dialog.getByRole('tabpanel', { name: /^Modules/ })).toBeFocused()
  await dialog.getByRole('button', { name: /^Yes, “Topic 2: Texture/ }).press('Enter')
  await expect(dialog.getByRole('tabpanel', { name: /^Modules/ })).toBeFocused()
  await expect(dialog.getByRole('status').first()).toContainText('2 things to look at.')
  await dialog.getByRole('button', { name: 'History' }).press('Enter')
  await expect(dialog.getByRole('heading', { level: 2 })).toBeFocused()
})
