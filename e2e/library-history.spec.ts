import { buildCourse, expect, expectAccessible, type Library, type Person, test } from './library-stage.ts'

const TITLE = 'Safety & <b>"EU"</b> 👷'

async function sharePair(library: Library) {
  const ana = await library.invite('Ana Author', 'author')
  const original = await buildCourse(ana, TITLE)
  const at = `/api/courses/${original.courseId}`
  const copy = await ana.call('POST', `${at}/copies`, { mode: 'share', title: 'Safety US', keepsAuthors: true })
  return { ana, original, copyId: String(copy.value.courseId) }
}

async function hasPage({ call }: Person, courseId: string, title: string): Promise<boolean> {
  return JSON.stringify(await call('GET', `/api/courses/${courseId}`)).includes(`"${title}"`)
}

test('what was deleted in one course is taken back in both, from the history of the other', async ({
  library,
  page,
}) => {
  const { ana, original, copyId } = await sharePair(library)
  await ana.call('DELETE', `/api/courses/${original.courseId}/pages/${original.pageIds[1]}`, {})
  expect(await hasPage(ana, copyId, 'About Scaffolds')).toBe(false)
  await library.open(page, ana, `/courses/${copyId}/history`)
  const line = page.getByRole('listitem').filter({ hasText: 'deleted the page About Scaffolds' })
  await expect(line).toContainText(TITLE)
  await expectAccessible(page)
  await line.getByRole('button', { name: /^Undo/ }).press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('All of it can be taken back.')
  await expect(dialog).toContainText('Safety US')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('listitem').filter({ hasText: 'took back: deleted the page' })).toBeVisible()
  for (const id of [original.courseId, copyId]) expect(await hasPage(ana, id, 'About Scaffolds')).toBe(true)
})

test('related courses are drawn and told, and fit a phone', async ({ library, page }) => {
  const { ana, original } = await sharePair(library)
  await library.open(page, ana, `/courses/${original.courseId}/related`)
  await expect(page.getByText('Linked copy of').first()).toBeVisible()
  await expectAccessible(page)
  await page.locator('.related-picture').getByRole('link', { name: 'Safety US' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Safety US')
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.locator('.related-picture')).toBeHidden()
  await expectAccessible(page)
})
