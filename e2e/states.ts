import type { Page } from '@playwright/test'
import { type CourseMade, configurationPage } from '../test/cli-world.ts'
import { type BareStage, CONFIGURATION, type Json, ours, type Stage } from './stage.ts'

/** One state of the dialog: how a person gets there. */
export interface DialogState {
  readonly name: string
  readonly reach: (page: Page, stage: Stage) => Promise<void>
}

export async function addCourse({ call, url }: BareStage, name: string, names: readonly string[]): Promise<CourseMade> {
  const id = idOf(
    await call('POST', '/api/v1/accounts/1/courses', { course: { name, course_code: name }, offer: true }),
  )
  const modules: number[] = []
  for (const module of names) {
    const path = `/api/v1/courses/${id}/modules`
    const made = idOf(await call('POST', path, { module: { name: module } }))
    await call('PUT', `${path}/${made}`, { module: { published: true } })
    modules.push(made)
  }
  return { id, url: `${url}/courses/${id}`, modules }
}

function idOf(json: Json): number {
  if (typeof json !== 'object' || json === null || !('id' in json)) throw new Error('This has no id.')
  return Number(json.id)
}

export async function copy({ call }: BareStage, from: number, to: number): Promise<void> {
  const settings = { source_course_id: String(from) }
  await call('POST', `/api/v1/courses/${to}/content_migrations`, { migration_type: 'course_copy_importer', settings })
}

export async function putPage({ call }: BareStage, course: number, slug: string, page: object): Promise<void> {
  await call('PUT', `/api/v1/courses/${course}/pages/${slug}`, { wiki_page: page })
}

export interface Copied {
  readonly from: CourseMade
  readonly to: CourseMade
}

/** A course with Collections and its copy, of an administrator. */
export async function addCopied(stage: BareStage, names: readonly string[]): Promise<Copied> {
  const from = await addCourse(stage, 'MATH101 Semester 1', names)
  await putPage(stage, from.id, CONFIGURATION, configurationPage(from, names))
  const to = await addCourse(stage, 'MATH101 Semester 2', [])
  await copy(stage, from.id, to.id)
  await stage.sandbox.copies.finish()
  return { from, to }
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
      await page.getByText('Kept for later').waitFor()
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
]
