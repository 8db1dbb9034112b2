import { buildCourse, expect, expectAccessible, type Library, test } from './library-stage.ts'

async function useTerm(library: Library, name: string) {
  const ana = await library.invite('Ana Author', 'author')
  const item = { kind: 'term', name, content: { text: 'Protective equipment' } }
  const { itemId } = (await ana.call('POST', '/api/items', item)).value
  const { courseId, objectIds } = await buildCourse(ana, 'Safety')
  const blocks = [{ id: '1', kind: 'text', text: name, references: [{ kind: 'term', targetId: itemId }] }]
  const content = { title: 'Kit', blocks }
  await ana.call('POST', `/api/courses/${courseId}/objects/${objectIds[0]}/pages`, { content })
  const wishes = { mode: 'duplicate', title: 'Safety copy', keepsAuthors: true }
  await ana.call('POST', `/api/courses/${courseId}/copies`, wishes)
  return { ana, itemId: String(itemId) }
}

test('a term is updated everywhere, with its reach beside the button', async ({ library, page }) => {
  const name = 'PPE <b> & "x" 1'
  const { ana } = await useTerm(library, name)
  await library.open(page, ana, `/glossary?search=${encodeURIComponent(name)}`)
  await expect(page.getByText('Used on 2 pages of 2 courses')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: `Update ${name} everywhere` }).press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Safety copy')
  await expectAccessible(page)
  await dialog.getByLabel(/^Definition/).fill('Helmet & <gloves>')
  await dialog.getByRole('button', { name: 'Update everywhere' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Helmet & <gloves>')).toBeVisible()
})

test('a term in use is deleted only after a choice, and comes back from the trash', async ({ library, page }) => {
  const name = 'PPE שלום 2'
  const { ana, itemId } = await useTerm(library, name)
  await page.setViewportSize({ width: 390, height: 844 })
  await library.open(page, ana, '/glossary')
  await page.getByRole('button', { name: `Delete ${name}` }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('2 pages use it')
  await expectAccessible(page)
  await dialog.getByText('A placeholder, on all of them').click()
  await dialog.getByRole('button', { name: 'Delete it, and show placeholders' }).click()
  await expect(dialog).toBeHidden()
  const listed = async () => JSON.stringify(await ana.call('GET', '/api/items?kind=term')).includes(itemId)
  expect(await listed()).toBe(false)
  await library.open(page, ana, '/glossary?trash=true')
  await page.getByRole('button', { name: `Restore ${name}` }).click()
  await expect(page.getByRole('button', { name: `Restore ${name}` })).toBeHidden()
  expect(await listed()).toBe(true)
})
