import type { Page } from '@playwright/test'
import { buildCourse, expect, expectAccessible, type Library, type Person, test } from './library-stage.ts'

const odd = 'Safety <EU> & "quotes" $\' 👷'

/** Opens the copy dialog of a course by its Actions. */
async function openCopy(page: Page, library: Library, person: Person, title: string, mode: 'Share' | 'Duplicate') {
  await library.open(page, person, `/courses?search=${encodeURIComponent(title)}`)
  await page.getByRole('button', { name: `Actions for ${title}` }).click()
  await page.getByRole('menuitem', { name: new RegExp(`^${mode}`) }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Who may edit')).toBeVisible()
  return dialog
}

/** The id of the copy whose report is on the screen. */
function copyOf(page: Page): string {
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

test('Duplicate drops Course Styles and nothing else of the pages, and gives them back in one press', async ({
  page,
  library,
}) => {
  const ana = await library.invite('Ana', 'author')
  const original = await buildCourse(ana, odd)
  const dialog = await openCopy(page, library, ana, odd, 'Duplicate')
  await expect(dialog.getByText('1 page loses its Course Style')).toBeVisible()
  await expect(dialog.getByText('2 Learning Objects')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Duplicate', exact: true }).click()

  await expect(page.getByRole('heading', { name: 'Copy report' })).toBeVisible()
  await expect(page.getByText('no Learning Object is in both courses')).toBeVisible()
  await expect(page.getByText('About Ladders · warm')).toBeVisible()
  await expectAccessible(page)
  const copyId = copyOf(page)
  const before = await ana.call('GET', `/api/courses/${copyId}`)
  const [ladders] = before.modules[0].objects
  expect(ladders.pages[0]).toMatchObject({ title: 'About Ladders', styleKey: null })
  const read = await ana.call('GET', `/api/courses/${copyId}/pages/${ladders.pages[0].id}`)
  const wrote = await ana.call('GET', `/api/courses/${original.courseId}/pages/${original.pageIds[0]}`)
  expect(read.content).toEqual(wrote.content)
  expect(ladders.id).not.toBe(original.objectIds[0])

  await page.getByRole('button', { name: 'Give it back' }).click()
  await expect(page.getByText('Every page has its Course Style again.')).toBeVisible()
  const after = await ana.call('GET', `/api/courses/${copyId}`)
  expect(after.modules[0].objects[0].pages[0].styleKey).toBe('warm')
})

test('Share keeps the same Learning Objects and their Course Styles, and both courses say so', async ({
  page,
  library,
}) => {
  const ana = await library.invite('Ana', 'author')
  const original = await buildCourse(ana, 'Heights')
  const dialog = await openCopy(page, library, ana, 'Heights', 'Share')
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('Heights (shared copy)')
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Heights')
  await expect(dialog.getByText('Another course has this title.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Heights EU')
  await expect(dialog.getByText('Another course has this title.')).toBeHidden()
  await dialog.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(page.getByText('both courses place the same Learning Objects')).toBeVisible()
  const copy = await ana.call('GET', `/api/courses/${copyOf(page)}`)
  expect(copy.modules[0].objects.map(({ id }: { id: string }) => id)).toEqual(original.objectIds)
  expect(copy.modules[0].objects[0].pages[0].styleKey).toBe('warm')

  await page.getByRole('link', { name: 'Courses', exact: true }).first().click()
  const row = page.getByRole('row', { name: /Heights EU/ })
  await expect(row.getByText('Shared with 1 course')).toBeVisible()
  await expect(row.getByRole('link', { name: 'Heights', exact: true })).toBeVisible()
  await expect(row.getByText('2 / 2')).toBeVisible()
})

for (const { keeps, authors } of [
  { keeps: true, authors: ['Ana', 'Ben'] },
  { keeps: false, authors: ['Ana'] },
]) {
  test(`Keep author assignments ${keeps ? 'ticked takes all authors along' : 'clear leaves whoever copies alone'}`, async ({
    page,
    library,
  }) => {
    const [ana, ben] = [await library.invite('Ana', 'author'), await library.invite('Ben', 'author')]
    const { courseId } = await buildCourse(ana, 'Noise')
    await ana.call('PUT', `/api/courses/${courseId}/authors/${ben.personId}`)
    const dialog = await openCopy(page, library, ana, 'Noise', 'Duplicate')
    const box = dialog.getByRole('checkbox', { name: 'Keep author assignments' })
    await expect(box).toBeChecked()
    if (!keeps) await box.press('Space')
    await expect(dialog.getByText(keeps ? 'Ana (you), Ben' : 'Ana (you)', { exact: true })).toBeVisible()
    await dialog.getByRole('button', { name: 'Duplicate', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Copy report' })).toBeVisible()
    const copy = await ana.call('GET', `/api/courses/${copyOf(page)}`)
    expect(copy.authors.map(({ name }: { name: string }) => name)).toEqual(authors)
  })
}

test('a copy is made with the keyboard alone, sent twice makes one course, and Undo takes it away', async ({
  page,
  library,
}) => {
  const ana = await library.invite('Ana', 'author')
  await buildCourse(ana, 'Keys')
  await library.open(page, ana, '/courses?search=Keys')
  await page.getByRole('button', { name: 'Actions for Keys' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: /^Share/ }).focus()
  await page.keyboard.press('Enter')
  const title = page.getByRole('dialog').getByRole('textbox', { name: 'Title' })
  await title.focus()
  await page.keyboard.press('End')
  await page.keyboard.type(' by hand')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Keys (shared copy) by hand' })).toBeVisible()
  expect((await ana.call('GET', '/api/courses?search=by%20hand')).total).toBe(1)
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Courses' })).toBeVisible()
  expect((await ana.call('GET', '/api/courses?search=by%20hand')).total).toBe(0)
})

test('what is typed in a dialog stays while the window grows narrow, and while the server is away', async ({
  page,
  library,
}) => {
  const ana = await library.invite('Ana', 'author')
  const { courseId } = await buildCourse(ana, 'Rotated')
  const dialog = await openCopy(page, library, ana, 'Rotated', 'Duplicate')
  const title = dialog.getByRole('textbox', { name: 'Title' })
  await title.fill('Rotated, on a train')
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.getByRole('table')).toBeHidden()
  await expect(title).toHaveValue('Rotated, on a train')
  await expectAccessible(page)

  await page.setViewportSize({ width: 1280, height: 800 })
  await library.open(page, ana, `/courses/${courseId}/settings`)
  const description = page.getByRole('textbox', { name: 'Description' })
  await description.fill('Written on a train')
  await page.route('**/api/**', route => route.abort())
  await page.clock.install()
  await page.clock.fastForward(60_000)
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
  const away = page.getByText('The server cannot be reached').first()
  await expect(async () => {
    await page.clock.runFor(1_000)
    await expect(away).toBeVisible({ timeout: 200 })
  }).toPass()
  await expect(description).toHaveValue('Written on a train')
  await page.unroute('**/api/**')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('The server cannot be reached')).toHaveCount(0)
  await expect(description).toHaveValue('Written on a train')
})
