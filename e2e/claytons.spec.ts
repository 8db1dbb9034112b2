import { expect, type Json, ours, type Stage, test } from './stage.ts'

const TITLE = 'Topics at a glance'
const SLUG = 'topics-at-a-glance'

async function readStatic({ call }: Stage, courseId: number): Promise<string> {
  return bodyOf(await call('GET', `/api/v1/courses/${courseId}/pages/${SLUG}`))
}

function bodyOf(page: Json): string {
  if (typeof page !== 'object' || page === null || !('body' in page)) throw new Error('This is no page.')
  return String(page.body)
}

test('after Proceed the static pages lead into this course, and a second look finds nothing to do', async ({
  page,
  stage,
}) => {
  const { id } = stage.demo.clean
  const before = await readStatic(stage, id)
  await stage.open(page, 'teacher', id)
  const { dialog, bar } = ours(page)
  await expect(dialog.getByRole('checkbox', { name: /^Update 3 static pages \(Claytons\)/ })).toBeChecked()
  await dialog.getByRole('button', { name: 'Check the static pages' }).click()
  await expect(dialog.getByRole('listitem').filter({ hasText: TITLE }).getByText('will be written')).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^Update/ })).toBeHidden()
  expect(await readStatic(stage, id)).toBe(before)
  await dialog.getByRole('button', { name: /^Proceed/ }).click()
  await expect(dialog.getByText(`${TITLE}: written`)).toBeVisible()
  const after = await readStatic(stage, id)
  expect(after).toContain(`/courses/${id}/modules/`)
  expect(after).not.toBe(before)

  await dialog.getByRole('button', { name: 'Check the static pages' }).click()
  await expect(dialog.getByText('All static pages are up to date.')).toBeVisible()
  await dialog.locator('.dialog-foot').getByRole('button', { name: 'Close' }).click()

  await page.reload()
  await page.locator('#recourse-live').getByRole('button', { name: 'History and undo' }).click()
  await expect(bar).toBeHidden()
  await dialog.getByRole('button', { name: 'Check the static pages' }).click()
  await expect(dialog.getByText('All static pages are up to date.')).toBeVisible()
  expect(await readStatic(stage, id)).toBe(after)
})

test('Undo brings the static pages back too, also after another look at them', async ({ page, stage }) => {
  const { id } = stage.demo.clean
  const before = await readStatic(stage, id)
  await stage.open(page, 'teacher', id)
  const { dialog } = ours(page)
  await dialog.getByRole('button', { name: /^Proceed/ }).click()
  await expect(dialog.getByText(`${TITLE}: written`)).toBeVisible()
  await dialog.getByRole('button', { name: 'Check the static pages' }).click()
  await expect(dialog.getByText('All static pages are up to date.')).toBeVisible()
  await dialog.getByRole('button', { name: /^Undo/ }).click()
  await expect(dialog.getByText(`${TITLE}: as it was before`)).toBeVisible()
  expect(await readStatic(stage, id)).toBe(before)
})

test('what was not ticked is not written, and stands in the report', async ({ page, stage }) => {
  const { id } = stage.demo.messy
  const before = await readStatic(stage, id)
  await stage.open(page, 'teacher', id)
  const { dialog } = ours(page)
  await dialog.getByRole('checkbox', { name: /static pages \(Claytons\)/ }).uncheck()
  await dialog.getByRole('button', { name: /^Proceed/ }).click()
  await expect(dialog.getByText(`Static pages (Claytons): ${TITLE}`)).toBeVisible()
  expect(await readStatic(stage, id)).toBe(before)
})

test('what somebody changed by hand is kept until it is chosen to be replaced', async ({ page, stage }) => {
  const { id } = stage.demo.clean
  await stage.open(page, 'teacher', id)
  const { dialog } = ours(page)
  await dialog.getByRole('button', { name: /^Proceed/ }).click()
  await expect(dialog.getByText(`${TITLE}: written`)).toBeVisible()
  const written = await readStatic(stage, id)
  const edited = written.replace(/(<a [^>]*>)[^<]+<\/a>/, '$1By hand</a>')
  expect(edited).not.toBe(written)
  await stage.call('PUT', `/api/v1/courses/${id}/pages/${SLUG}`, { wiki_page: { body: edited } })

  await dialog.getByRole('button', { name: 'Check the static pages' }).click()
  await expect(dialog.getByText('changed by hand: kept')).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^Update/ })).toBeHidden()
  await dialog.getByRole('checkbox', { name: `Replace what was changed by hand on “${TITLE}”` }).check()
  await dialog.getByRole('button', { name: 'Update 1 page' }).click()
  await expect(dialog.getByText(`${TITLE}: written`)).toBeVisible()
  expect(await readStatic(stage, id)).toBe(written)
})

test('the line above the cards says which static page is out of date, and leads to what would be written', async ({
  page,
  stage,
}) => {
  const { id } = stage.demo.clean
  await stage.open(page, 'teacher', id)
  const { dialog } = ours(page)
  await dialog.getByRole('checkbox', { name: /static pages \(Claytons\)/ }).uncheck()
  await dialog.getByRole('button', { name: /^Proceed/ }).click()
  await expect(dialog.getByText('Collections are imported')).toBeVisible()
  await page.reload()
  const status = page.locator('#recourse-live').getByRole('region', { name: 'Collections status' })
  await status.locator('summary').click()
  const row = status.getByRole('listitem').filter({ hasText: `The static page “${TITLE}” of “Topics” is out of date.` })
  await row.getByRole('button').click()
  await dialog.getByRole('button', { name: 'Update 3 pages' }).click()
  await expect(dialog.getByText(`${TITLE}: written`)).toBeVisible()
  expect(await readStatic(stage, id)).toContain(`/courses/${id}/modules/`)
  await dialog.locator('.dialog-foot').getByRole('button', { name: 'Close' }).click()
  await status.locator('summary').click()
  await expect(status.getByText('All static pages are up to date.')).toBeVisible()
})
