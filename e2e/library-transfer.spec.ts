import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import {
  buildCourse,
  expect,
  expectAccessible,
  expectNoOverflow,
  type Library,
  type Person,
  test,
} from './library-stage.ts'

/** A course as the browser downloads it. */
async function download(page: Page, library: Library, person: Person, title: string, format: string): Promise<Buffer> {
  await library.open(page, person, `/courses?search=${encodeURIComponent(title)}`)
  await page.getByRole('button', { name: `Actions for ${title}`, exact: true }).click()
  await page.getByRole('menuitem', { name: 'Export' }).click()
  await expect(page.getByRole('dialog').getByText('It will hold 2 pages and')).toHaveCount(2)
  await expectAccessible(page)
  const coming = page.waitForEvent('download')
  await page
    .getByRole('dialog')
    .getByRole('link', { name: `Download: ${format}` })
    .click()
  return readFileSync(await (await coming).path())
}

async function chooseFile(page: Page, name: string, buffer: Buffer): Promise<Locator> {
  await page.getByRole('button', { name: 'Import a course' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('File of the course').setInputFiles({ name, mimeType: 'application/zip', buffer })
  return dialog
}

test('a course goes out as a Common Cartridge and comes in again, with an account of all of it, on a phone', async ({
  library,
  page,
}) => {
  const ana = await library.invite('Ana', 'author')
  const title = 'Climbing & "knots" <1> 🌱'
  await buildCourse(ana, title)
  const file = await download(page, library, ana, title, 'Common Cartridge')
  await expect(page.getByRole('dialog')).toContainText('These have no place in it and stay behind:1 × Course Styles')
  await page.setViewportSize({ width: 390, height: 844 })
  await library.open(page, ana, '/courses')
  await page.getByRole('button', { name: 'Import a course' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('Choose the file first.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  const dialog = await chooseFile(page, 'knots.imscc', file)
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  const report = page.getByRole('dialog', { name: /is imported/ })
  await expect(report.getByText('2 pages')).toBeVisible({ timeout: 20_000 })
  await expectAccessible(page)
  await report.getByRole('button', { name: 'Open the course' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Climbing & "knots" <1> 🌱')
  await expect(page.getByText('About Ladders', { exact: true })).toBeVisible()
  await expectNoOverflow(page)
})

test('an open archive of what is here already shares it instead of doubling it, and twice only when asked to', async ({
  library,
  page,
}) => {
  const ana = await library.invite('Ana', 'author')
  const { objectIds } = await buildCourse(ana, 'Twice')
  const file = await download(page, library, ana, 'Twice', 'Open archive')
  const listed = async () => (await ana.call('GET', '/api/courses?search=Twice')).rows
  const importOnce = async () => {
    await page.reload()
    const dialog = await chooseFile(page, 'twice.zip', file)
    await dialog.getByRole('button', { name: 'Import', exact: true }).click()
    return dialog
  }
  await importOnce()
  const report = page.getByRole('dialog', { name: /is imported/ })
  await expect(report).toContainText('the same one, shared', { timeout: 20_000 })
  await report.getByRole('button', { name: 'Close' }).last().click()
  for (const { courseId } of await listed()) {
    const { modules } = await ana.call('GET', `/api/courses/${courseId}`)
    expect(modules[0].objects.map(({ id }: { id: string }) => id)).toEqual(objectIds)
  }

  const again = (await importOnce()).getByRole('button', { name: 'Import it again as another course' })
  await expect(again).toBeVisible({ timeout: 20_000 })
  expect(await listed()).toHaveLength(2)
  await again.click()
  await expect(report).toBeVisible({ timeout: 20_000 })
  await report.getByRole('button', { name: 'Close' }).last().click()
  await expect.poll(async () => (await listed()).length).toBe(3)
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await listed()).length).toBe(2)
})

test('a file that is no course is refused with a reason, and leaves nothing behind', async ({ library, page }) => {
  const ana = await library.invite('Ana', 'author')
  await library.open(page, ana, '/courses')
  const dialog = await chooseFile(page, 'broken.imscc', Buffer.from('PK\u0003\u0004 this is no archive'))
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText(/archive|zip/i)
  expect((await ana.call('GET', '/api/courses')).total).toBe(0)
})

test('a deleted course waits in the trash, says before what goes with it, and comes back whole', async ({
  library,
  page,
}) => {
  const ana = await library.invite('Ana', 'author')
  const { courseId } = await buildCourse(ana, 'Old & gone')
  await ana.call('POST', `/api/courses/${courseId}/copies`, { mode: 'share', title: 'Stays', keepsAuthors: true })
  await page.setViewportSize({ width: 390, height: 844 })
  await library.open(page, ana, '/courses')
  await page.getByRole('button', { name: 'Actions for Old & gone' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('2 Learning Objects also in other courses: they stay there, unchanged.')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Delete the course' }).click()
  await expect(page.getByText('“Old & gone” is in the trash.')).toBeVisible()
  expect((await ana.call('GET', '/api/courses')).total).toBe(1)
  await library.open(page, ana, '/courses?trash=true')
  await expect(page.getByRole('heading', { level: 1, name: 'Courses in the trash' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByText('“Old & gone” is back, with its Learning Objects.')).toBeVisible()
  expect((await ana.call('GET', `/api/courses/${courseId}`)).modules[0].objects).toHaveLength(2)
})
