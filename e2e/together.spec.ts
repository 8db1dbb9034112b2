import type { Browser, Page, Request } from '@playwright/test'
import { CONFIGURATION, expect, ours, readConfiguration, type Stage, test } from './stage.ts'

const OWN_PAGES = /\/api\/v1\/courses\/\d+\/pages\//

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
      .dialog.getByText(
        /Collections are imported|It was done already|Nothing was written|Two people saved at once|is editing the Collections/,
      )
      .first(),
  )
  for (const end of ends) await expect(end).toBeVisible({ timeout: 30_000 })
  const words = await Promise.all(ends.map(end => end.textContent()))
  expect(words.filter(text => /are imported|saved at once/.test(text ?? '')).length).toBeGreaterThan(0)
  expect(await readConfiguration(stage, stage.demo.clean.id)).toContain(`cc-course-${stage.demo.clean.id}`)
})

test('of two people whose versions cross on their way to Canvas, each is told, and finds the course imported', async ({
  browser,
  stage,
}) => {
  const before = await countVersions(stage)
  const people = [await arrive(browser, stage, 'teacher'), await arrive(browser, stage, 'admin')] as const
  await letCross(people)
  await Promise.all(people.map(proceed))
  for (const page of people)
    await expect(ours(page).dialog.getByText('Two people saved at once')).toBeVisible({ timeout: 30_000 })
  expect(await countVersions(stage)).toBe(before + people.length)
  for (const page of people) {
    await page.unroute(OWN_PAGES)
    await ours(page).dialog.getByRole('button', { name: 'Look again' }).click()
    await expect(ours(page).dialog.getByText('Collections are imported')).toBeVisible()
  }
})

/** Both see that nobody edits; the second says that it does when the first has made sure of it; and both save after that. */
async function letCross([first, second]: readonly [Page, Page]): Promise<void> {
  const [bothAsk, firstIsSure, bothSave] = [gate(), gate(), gate()]
  await first.route(OWN_PAGES, async (route, request) => {
    if (request.method() !== 'PUT') return route.continue()
    if (!isLock(request)) firstIsSure.open()
    await (isLock(request) ? bothAsk : bothSave).opened
    return route.continue()
  })
  await second.route(OWN_PAGES, async (route, request) => {
    if (request.method() !== 'PUT') return route.continue()
    if (isLock(request)) bothAsk.open()
    else bothSave.open()
    await firstIsSure.opened
    return route.continue()
  })
}

const isLock = (request: Request): boolean => request.url().endsWith('canvas-collections-editing')

interface Gate {
  readonly open: () => void
  readonly opened: Promise<void>
}

function gate(): Gate {
  let open = (): void => undefined
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  return { open, opened }
}
