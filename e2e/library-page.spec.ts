import { expect, expectAccessible, type Json, test } from './library-stage.ts'
import {
  buildPair,
  changeText,
  createItem,
  findPage,
  openPage,
  readPage,
  save,
  saveElsewhere,
  textOf,
  textsOf,
  typeAndAgree,
  typeInto,
  unique,
} from './page-stage.ts'

const before = '<p>First &amp; <strong>foremost</strong></p>'

test('a page edited in a share says so in the other course, once it is agreed to', async ({ page, library }) => {
  const { ana, courseId, copyId, pageId } = await buildPair(library, 'share')
  const written = await readPage(ana, courseId, pageId)
  await library.open(page, ana, `/courses/${copyId}`)
  await page.getByRole('link', { name: 'Kit' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Kit' })).toBeVisible()
  await expectAccessible(page)
  await typeAndAgree(page, 0, " & <more> $' \u{1f600}")
  await page.keyboard.press('Control+s')
  await expect(page.getByText('The page is saved.')).toBeVisible()
  const { content } = await readPage(ana, courseId, pageId)
  expect(content.blocks[0]).toEqual({
    ...written.content.blocks[0],
    text: "<p>First &amp; <strong>foremost &amp; &lt;more&gt; $' \u{1f600}</strong></p>",
  })
  expect(content.blocks.slice(1)).toEqual(written.content.blocks.slice(1))

  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText('Undone.')).toBeVisible()
  await expect(textOf(page)).not.toContainText('more')
  expect((await textsOf(ana, courseId, pageId)).one).toBe(before)
})

test('a page edited in a duplicate says so nowhere else, and nothing is asked', async ({ page, library }) => {
  const { ana, courseId, copyId, pageId, copyPageId } = await buildPair(library, 'duplicate')
  await openPage(library, page, ana, copyId, copyPageId)
  await typeInto(page, 2, ' alone')
  await page.getByRole('textbox', { name: 'Title of the page' }).fill('Kit of our own')
  await save(page)
  expect((await textsOf(ana, copyId, copyPageId)).three).toBe('<p>Third alone</p>')
  expect((await textsOf(ana, courseId, pageId)).three).toBe('<p>Third</p>')
  expect(await findPage(ana, courseId, 'Kit')).toBe(pageId)
  expect(await findPage(ana, copyId, 'Kit of our own')).toBe(copyPageId)
})

for (const mode of ['share', 'duplicate'] as const) {
  test(`in a ${mode}, Change on this page ${mode === 'share' ? 'reaches' : 'leaves'} the other course`, async ({
    page,
    library,
  }) => {
    const { ana, courseId, copyId, pageId, copyPageId, resourceId } = await buildPair(library, mode)
    const name = unique('Another form')
    const otherId = await createItem(ana, 'resource', name)
    const { items } = await readPage(ana, copyId, copyPageId)
    const old = items.find(({ itemId }: Json) => itemId === resourceId).name
    await openPage(library, page, ana, copyId, copyPageId)
    await expect(page.locator('.item', { hasText: old })).toContainText(
      mode === 'share' ? 'Seen in 2 courses' : 'Seen in 1 course',
    )
    await page.getByRole('button', { name: `Change ${old} on this page` }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(name).click()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Change on this page' }).click()
    if (mode === 'share') await page.getByRole('button', { name: 'Change in all 2' }).click()
    await expect(page.locator('.item', { hasText: name })).toBeVisible()
    await save(page)
    const used = async (course: string, on: string) =>
      (await readPage(ana, course, on)).content.blocks[1].references.map(({ targetId }: Json) => targetId)[1]
    expect(await used(copyId, copyPageId)).toBe(otherId)
    expect(await used(courseId, pageId)).toBe(mode === 'share' ? otherId : resourceId)
  })

  test(`in a ${mode}, Update everywhere reaches both courses`, async ({ page, library }) => {
    const { ana, courseId, copyId, pageId, copyPageId, termId } = await buildPair(library, mode)
    const { items } = await readPage(ana, copyId, copyPageId)
    const { name } = items.find(({ itemId }: Json) => itemId === termId)
    await openPage(library, page, ana, copyId, copyPageId)
    await page.getByRole('button', { name: `Update ${name} everywhere` }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText(`Original of a ${mode}`)
    await dialog.getByLabel(/^Definition/).fill('Worn on the head')
    await dialog.getByRole('button', { name: 'Update everywhere' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.locator('.item', { hasText: name })).toContainText('Worn on the head')
    for (const [course, on] of [
      [copyId, copyPageId],
      [courseId, pageId],
    ] as const) {
      const shown = (await readPage(ana, course, on)).items.find(({ itemId }: Json) => itemId === termId)
      expect(shown.content.text).toBe('Worn on the head')
    }
  })
}

test('two people at once: what does not overlap is merged', async ({ page, library }) => {
  const { ana, courseId, copyId, pageId, copyPageId } = await buildPair(library, 'share')
  await openPage(library, page, ana, copyId, copyPageId)
  await typeAndAgree(page, 0, ' mine')
  await saveElsewhere(ana, { courseId, pageId }, changeText('three', '<p>Theirs</p>'))
  await save(page, 'both changes are in it now')
  await expect(textOf(page)).toContainText('Theirs')
  expect(await textsOf(ana, courseId, pageId)).toMatchObject({
    one: '<p>First &amp; <strong>foremost mine</strong></p>',
    three: '<p>Theirs</p>',
  })
  await typeInto(page, 2, ' again')
  await save(page, 'The page is saved.')
  expect((await textsOf(ana, courseId, pageId)).three).toBe('<p>Theirs again</p>')
})

for (const keeps of ['mine', 'theirs'] as const) {
  test(`two people at once: what overlaps is asked about, and ${keeps} is kept`, async ({ page, library }) => {
    const { ana, courseId, copyId, pageId, copyPageId } = await buildPair(library, 'share')
    await openPage(library, page, ana, copyId, copyPageId)
    await typeAndAgree(page, 2, ' mine')
    const theirs = '<p style="color: #0b5a83;">Theirs &amp; <b>bold</b></p>'
    await saveElsewhere(ana, { courseId, pageId }, content =>
      changeText('three', theirs)(changeText('one', '<p>Also</p>')(content)),
    )
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'You both changed the same' })
    await expect(dialog).toContainText('Theirs & bold')
    await expect(dialog).toContainText('Third mine')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Go on editing' }).click()
    await expect(textOf(page)).toContainText('Third mine')
    expect((await textsOf(ana, courseId, pageId)).three).toBe(theirs)

    await page.keyboard.press('Control+s')
    await dialog.getByRole('button', { name: 'Save with these choices' }).click()
    await expect(dialog.getByText('Choose one of the two.').first()).toBeVisible()
    await dialog.getByText(keeps === 'mine' ? 'Mine' : 'What somebody else saved', { exact: true }).click()
    await dialog.getByRole('button', { name: 'Save with these choices' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText('All is saved')).toBeVisible()
    expect(await textsOf(ana, courseId, pageId)).toMatchObject({
      one: '<p>Also</p>',
      three: keeps === 'mine' ? '<p>Third mine</p>' : theirs,
    })
  })
}

test('a shared page is asked about once in a sitting; separate first goes on in its counterpart', async ({
  page,
  library,
}) => {
  const { ana, courseId, copyId, pageId, copyPageId } = await buildPair(library, 'share')
  await openPage(library, page, ana, copyId, copyPageId)
  await typeInto(page, 2, 'x')
  const dialog = page.getByRole('dialog', { name: 'This is shared' })
  await expect(dialog).toContainText('Original of a share')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  await expect(textOf(page)).not.toContainText('Thirdx')
  await page.getByRole('textbox', { name: 'Title of the page' }).press('End')
  await page.keyboard.type('!')
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: 'Make this LO separate here first' }).click()
  await expect(page).not.toHaveURL(new RegExp(copyPageId))
  const separateId = await findPage(ana, copyId, 'Kit')
  await expect(page).toHaveURL(new RegExp(`/courses/${copyId}/pages/${separateId}$`))
  await typeInto(page, 2, ' alone')
  await expect(dialog).toBeHidden()
  await save(page)
  expect((await textsOf(ana, copyId, separateId)).three).toBe('<p>Third alone</p>')
  expect((await textsOf(ana, courseId, pageId)).three).toBe('<p>Third</p>')

  await library.open(page, ana, `/courses/${courseId}/pages/${pageId}`)
  await typeInto(page, 2, ' once')
  await expect(dialog).toBeHidden()
})

test('unsaved work comes back, and leaving it is asked about', async ({ page, library }) => {
  const { ana, copyId, copyPageId } = await buildPair(library, 'duplicate')
  await openPage(library, page, ana, copyId, copyPageId)
  await typeInto(page, 2, ' unsaved')
  await page.getByRole('link', { name: 'A duplicate' }).click()
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' })
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Stay' }).click()
  await expect(textOf(page)).toContainText('Third unsaved')
  await page.getByRole('link', { name: 'A duplicate' }).click()
  await dialog.getByRole('button', { name: 'Leave', exact: true }).click()
  await page.getByRole('link', { name: 'Kit' }).click()
  await expect(page.getByText(/^Unsaved changes from \d\d:\d\d — restored\.$/)).toBeVisible()
  await expect(textOf(page)).toContainText('Third unsaved')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(textOf(page)).not.toContainText('unsaved')
  await page.reload()
  await expect(page.getByText('All is saved')).toBeVisible()
  await expect(textOf(page)).not.toContainText('unsaved')
  expect((await textsOf(ana, copyId, copyPageId)).three).toBe('<p>Third</p>')
})

test('what is typed while the network is away, or the session ends, stays and is saved afterwards', async ({
  page,
  library,
}) => {
  const { ana, copyId, copyPageId } = await buildPair(library, 'duplicate')
  await openPage(library, page, ana, copyId, copyPageId)
  await typeInto(page, 2, ' kept')
  await page.context().setOffline(true)
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('alert')).toContainText('what you typed is still here')
  await page.context().setOffline(false)
  const cookies = await page.context().cookies()
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'You are signed out' })).toBeVisible()
  await page.context().addCookies(cookies)
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await expect(textOf(page)).toContainText('Third kept')
  await save(page)
  expect((await textsOf(ana, copyId, copyPageId)).three).toBe('<p>Third kept</p>')
})

test('a change of a protected Learning Object is proposed, and the page stays', async ({ page, library }) => {
  const { ana, courseId, copyId, copyPageId } = await buildPair(library, 'share')
  const ben = await library.invite('Ben', 'author')
  await ana.call('PUT', `/api/courses/${courseId}/authors/${ben.personId}`)
  await ana.call('DELETE', `/api/courses/${courseId}/authors/${ana.personId}`)
  const { objectId } = await readPage(ana, copyId, copyPageId)
  await ana.call('PUT', `/api/courses/${copyId}/objects/${objectId}/protection`, { isProtected: true })
  await openPage(library, page, ana, copyId, copyPageId)
  await expect(page.getByText('Saving makes a proposal')).toBeVisible()
  await typeAndAgree(page, 2, ' proposed')
  await save(page, 'your change is proposed')
  await expect(textOf(page)).not.toContainText('proposed')
  expect((await textsOf(ana, copyId, copyPageId)).three).toBe('<p>Third</p>')
  const { rows } = await ana.call('GET', '/api/proposals')
  expect(JSON.stringify(rows)).toContain('Third proposed')

  await page.getByRole('button', { name: 'Proposals' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Proposals' })).toBeVisible()
})

test('a reviewer reads a page, and is told why it cannot be changed', async ({ page, library }) => {
  const { copyId, copyPageId } = await buildPair(library, 'duplicate')
  const rita = await library.invite('Rita', 'reviewer')
  await library.admin.call('PUT', `/api/courses/${copyId}/authors/${rita.personId}`)
  await library.open(page, rita, `/courses/${copyId}/pages/${copyPageId}`)
  await expect(page.getByText('You may read this page, not change it')).toBeVisible()
  await expect(page.locator('.page-text')).toHaveAttribute('contenteditable', 'false')
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0)
  await expect(page.getByRole('toolbar')).toHaveCount(0)
  await expectAccessible(page)
})

for (const mode of ['share', 'duplicate'] as const) {
  test(`in a ${mode}, a Course Style is applied ${mode === 'share' ? 'to the page of both' : 'here alone'}`, async ({
    page,
    library,
  }) => {
    const { ana, courseId, copyId, pageId, copyPageId } = await buildPair(library, mode)
    const definition = { background: '#eef4f8', accent: '#0b5a83' }
    await ana.call('PUT', `/api/courses/${copyId}/styles/calm`, { name: 'Calm', definition })
    await openPage(library, page, ana, copyId, copyPageId)
    await page.getByRole('combobox', { name: 'Course Style' }).click()
    await page.getByRole('option', { name: 'Calm' }).click()
    if (mode === 'share') await page.getByRole('button', { name: 'Change in all 2' }).click()
    await expect(page.getByText('The page has the Course Style “Calm”.')).toBeVisible()
    await expect(page.locator('.page-sheet')).toHaveCSS('background-color', 'rgb(238, 244, 248)')
    await expectAccessible(page)
    expect((await readPage(ana, copyId, copyPageId)).styleKey).toBe('calm')
    expect((await readPage(ana, courseId, pageId)).styleKey).toBe(mode === 'share' ? 'calm' : null)
  })
}
