import type { Browser, Page } from '@playwright/test'
import { CONFIGURATION, expect, ours, readConfiguration, type Stage, test } from './stage.ts'

/** Somebody else, at another computer. */
async function arrive(browser: Browser, stage: Stage, login: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await stage.open(page, login, stage.demo.clean.id)
  await expect(ours(page).dialog.getByText('Clean:').first()).toBeVisible()
  return page
}

const proceed = (page: Page): Promise<void> =>
  ours(page)
    .dialog.getByRole('button', { name: /^Proceed/ })
    .click()

async function countVersions(stage: Stage): Promise<number> {
  const revisions = await stage.call('GET', `/api/v1/courses/${stage.demo.clean.id}/pages/${CONFIGURATION}/revisions`)
  return Array.isArray(revisions) ? revisions.length : 0
}

test('of two people who proceed one after the other, the second is told that it is done', async ({
  browser,
  stage,
}) => {
  const before = await countVersions(stage)
  const [one, other] = [await arrive(browser, stage, 'teacher'), await arrive(browser, stage, 'admin')]
  await proceed(one)
  await expect(ours(one).dialog.getByText('Collections are imported')).toBeVisible()
  const imported = await readConfiguration(stage, stage.demo.clean.id)
  await proceed(other)
  await expect(ours(other).dialog.getByText('It was done already')).toBeVisible()
  expect(await readConfiguration(stage, stage.demo.clean.id)).toBe(imported)
  expect(await countVersions(stage)).toBe(before + 1)
})

test('of two people who proceed at the same moment, nobody is left in the dark', async ({ browser, stage }) => {
  const people = [await arrive(browser, stage, 'teacher'), await arrive(browser, stage, 'admin')]
  await Promise.all(people.map(proceed))
  const ends = people.map(page =>
    ours(page)
      .dialog.getByText(/Collections are imported|It was done already|Nothing was written|is editing the Collections/)
      .first(),
  )
  for (const end of ends) await expect(end).toBeVisible({ timeout: 30_000 })
  const words = await Promise.all(ends.map(end => end.textContent()))
  expect(words.filter(text => text?.includes('Collections are imported')).length).toBeGreaterThan(0)
  expect(await readConfiguration(stage, stage.demo.clean.id)).toContain(`cc-course-${stage.demo.clean.id}`)
})
