import type { Page } from '@playwright/test'
import { configurationPage } from '../test/cli-world.ts'
import { addCopied, addCourse, copy, putPage } from './courses.ts'
import { addBlueprint, addCopying } from './odd-courses.ts'
import { CONFIGURATION, type OpenBare, ours, type Stage } from './stage.ts'

export { addCopied, addCourse, putPage }

/** One state of the dialog: how a person gets there. */
export interface DialogState {
  readonly name: string
  readonly reach: (page: Page, stage: Stage, openBare: OpenBare) => Promise<void>
}

async function openMessy(page: Page, stage: Stage): Promise<void> {
  await stage.open(page, 'teacher', stage.demo.messy.id)
  await ours(page).dialog.getByText('things to look at. ').first().waitFor()
}

async function openClean(page: Page, stage: Stage): Promise<void> {
  await stage.open(page, 'teacher', stage.demo.clean.id)
  await ours(page).dialog.getByText('Clean:').first().waitFor()
}

const press = (page: Page, name: RegExp | string): Promise<void> =>
  ours(page).dialog.getByRole('button', { name }).locator('visible=true').first().click()

async function copyAgain(page: Page, stage: Stage): Promise<void> {
  const { from, to } = await addCopied(stage, ['Welcome', 'Week 1', 'Week 2'])
  await stage.open(page, 'admin', to.id)
  await press(page, /^Proceed/)
  await ours(page).dialog.getByText('Collections are imported').waitFor()
  await copy(stage, from.id, to.id)
  await stage.sandbox.copies.finish()
  await stage.open(page, 'admin', to.id)
  await ours(page).dialog.getByText('This course had Collections of its own').first().waitFor()
}

export const states: readonly DialogState[] = [
  { name: 'clean', reach: openClean },
  { name: 'messy', reach: openMessy },
  {
    name: 'modules',
    reach: async (page, stage) => {
      await openMessy(page, stage)
      await page.getByRole('tab', { name: /Modules/ }).click()
    },
  },
  {
    name: 'images',
    reach: async (page, stage) => {
      await openMessy(page, stage)
      await page.getByRole('tab', { name: /Images/ }).click()
    },
  },
  {
    name: 'refresh',
    reach: async (page, stage) => {
      await openMessy(page, stage)
      await press(page, /^Refresh/)
    },
  },
  {
    name: 'working',
    reach: async (page, stage) => {
      await openClean(page, stage)
      stage.sandbox.faults.always({ kind: 'hang' }, { method: 'PUT', path: /page_id/ })
      await press(page, /^Proceed/)
      await page.getByText('Writing the page').waitFor()
    },
  },
  {
    name: 'done',
    reach: async (page, stage) => {
      await openMessy(page, stage)
      await press(page, /^Proceed/)
      await page.getByText('Collections are imported').waitFor()
    },
  },
  {
    name: 'imported-bar',
    reach: async (page, stage) => {
      await openMessy(page, stage)
      await press(page, /^Proceed/)
      await page.getByText('Collections are imported').waitFor()
      await page.locator('#recourse .dialog-foot').getByRole('button', { name: 'Close' }).click()
      await page.getByText('Collections were imported').waitFor()
    },
  },
  {
    name: 'nothing',
    reach: async (page, stage) => {
      await openMessy(page, stage)
      await press(page, /^Proceed/)
      await page.getByText('Collections are imported').waitFor()
      await page.locator('#recourse .dialog-foot').getByRole('button', { name: 'Close' }).click()
      await ours(page).bar.getByRole('button', { name: 'History and undo' }).click()
      await page.getByRole('heading', { name: 'Kept for later' }).waitFor()
    },
  },
  {
    name: 'history',
    reach: async (page, stage) => {
      await openMessy(page, stage)
      await press(page, /^Proceed/)
      await page.getByText('Collections are imported').waitFor()
      await page.locator('#recourse .dialog-foot').getByRole('button', { name: 'Close' }).click()
      await ours(page).bar.getByRole('button', { name: 'History and undo' }).click()
      await press(page, 'History and undo')
      await page.getByText('written by an import').waitFor()
    },
  },
  {
    name: 'bar',
    reach: async (page, stage) => {
      await openMessy(page, stage)
      await press(page, /^Cancel/)
    },
  },
  {
    name: 'read-only',
    reach: async (page, stage) => {
      await stage.open(page, 'assistant', stage.demo.messy.id)
      await ours(page).bar.getByRole('button', { name: 'Look' }).click()
    },
  },
  {
    name: 'several',
    reach: async (page, stage) => {
      const { from, to } = await addCopied(stage, ['Welcome', 'Week 1'])
      const second = { ...configurationPage(from, ['Welcome']), title: 'Canvas Collections Configuration 2' }
      await putPage(stage, to.id, `${CONFIGURATION}-2`, second)
      await stage.open(page, 'admin', to.id)
      await page.getByText('Several pages hold').waitFor()
    },
  },
  {
    name: 'broken',
    reach: async (page, stage) => {
      const { to } = await addCopied(stage, ['Welcome'])
      await putPage(stage, to.id, CONFIGURATION, { body: '<div class="cc_json">{"COLLECTIONS": oops</div>' })
      await stage.open(page, 'admin', to.id)
      await page.getByText('The configuration page cannot be read').first().waitFor()
    },
  },
  { name: 'own-replaced', reach: copyAgain },
  {
    name: 'locked',
    reach: async (page, stage) => {
      const body = JSON.stringify({ canvasUserId: stage.sandbox.people.administrator.id, browserSessionId: 'x' })
      const lock = { title: 'Canvas Collections - editing', body }
      await putPage(stage, stage.demo.clean.id, 'canvas-collections-editing', lock)
      await stage.open(page, 'teacher', stage.demo.clean.id)
      await page.getByText('is editing the Collections').waitFor()
    },
  },
  {
    name: 'refused',
    reach: async (page, stage) => {
      await openClean(page, stage)
      await putPage(stage, stage.demo.clean.id, CONFIGURATION, { body: '<p>Gone</p>' })
      await press(page, /^Proceed/)
      await page.getByText('Nothing was written').waitFor()
    },
  },
  {
    name: 'failed',
    reach: async (page, stage) => {
      await openClean(page, stage)
      stage.sandbox.faults.always(
        { kind: 'fail', status: 200, body: '<html>A proxy says hello.</html>' },
        { path: /api/ },
      )
      await press(page, /^Proceed/)
      await page.getByRole('button', { name: 'Copy details for support' }).waitFor({ timeout: 30_000 })
    },
  },
  {
    name: 'undone',
    reach: async (page, stage) => {
      await openClean(page, stage)
      await press(page, /^Proceed/)
      await page.getByText('Collections are imported').waitFor()
      await press(page, /^Undo/)
      await page.getByText('Undone:').waitFor()
    },
  },
  {
    name: 'offline',
    reach: async (page, stage) => {
      await openClean(page, stage)
      await page.context().setOffline(true)
      await press(page, /^Proceed/)
      await page.getByText('You are offline.').waitFor({ timeout: 40_000 })
    },
  },
  {
    name: 'blueprint-locked',
    reach: async (page, stage) => {
      const { child, lock, sync } = await addBlueprint(stage)
      await lock()
      await sync()
      await stage.open(page, 'admin', child)
      await page.getByText("locked by this course's blueprint").first().waitFor()
    },
  },
  {
    name: 'copying',
    reach: async (page, _, openBare) => {
      const stage = await openBare({ copySpeedMs: 'held' })
      const { to } = await addCopying(stage)
      await stage.open(page, 'admin', to)
      await page.getByText('Canvas is still copying MATH101').waitFor()
    },
  },
  {
    name: 'failed-copy',
    reach: async (page, _, openBare) => {
      const stage = await openBare({ copySpeedMs: 'held' })
      const { to, cancel } = await addCopying(stage)
      await cancel()
      await stage.open(page, 'admin', to)
      await page.getByText('The last copy, from').waitFor()
    },
  },
]
