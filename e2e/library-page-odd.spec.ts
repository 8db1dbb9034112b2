import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNoOverflow, type Json, test } from './library-stage.ts'
import {
  buildPair,
  openPage,
  readPage,
  save,
  saveElsewhere,
  settle,
  textOf,
  textsOf,
  typeInto,
  unique,
} from './page-stage.ts'

const toBlock = (text: string, index: number) => ({ id: `e${index}`, kind: 'text', text, references: [] })
const withTexts = (texts: readonly string[]) => (content: Json) => ({ ...content, blocks: texts.map(toBlock) })

/** As if it came from another program. */
async function paste(page: Page, html: string): Promise<void> {
  await textOf(page).evaluate((element, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', text)
    clipboardData.setData('text/plain', 'plain')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)
}

test('a page is written by keyboard alone, on a phone', async ({ page, library }) => {
  const { ana, copyId, copyPageId } = await buildPair(library, 'duplicate')
  await page.setViewportSize({ width: 390, height: 844 })
  await library.open(page, ana, `/courses/${copyId}`)
  await page.getByRole('link', { name: 'Kit' }).focus()
  await page.keyboard.press('Enter')
  await expect(textOf(page)).toBeVisible()
  await expectAccessible(page)
  await expectNoOverflow(page)

  await textOf(page).focus()
  await page.keyboard.press('Control+Home')
  await settle(page)
  await page.keyboard.press('Alt+F10')
  const bold = page.getByRole('button', { name: 'Bold', exact: true })
  await page.keyboard.press('Home')
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowRight')
  await expect(bold).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(bold).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.type('Very ')
  await expectAccessible(page)

  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Control+End')
  await settle(page)
  await page.keyboard.press('Enter')
  await page.keyboard.type('Fourth')
  await page.keyboard.press('Home')
  await settle(page)
  await page.keyboard.press('Control+Shift+Enter')
  await page.keyboard.press('Shift+End')
  await settle(page)
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog', { name: 'Where the link leads' })
  await dialog.getByRole('textbox', { name: 'Address' }).focus()
  await page.keyboard.type('example.org/a?b=1&c=%22')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('The page is saved.')).toBeVisible()
  const { content } = await readPage(ana, copyId, copyPageId)
  expect(content.blocks.map(({ text }: Json) => text)).toEqual([
    '<p>Wear <a href="#ref-1">it</a>, read <a href="#ref-2">that</a>.</p>',
    '<p><strong>Very </strong>First &amp; <strong>foremost</strong></p>',
    '<p>Third</p>',
    '<p><a href="https://example.org/a?b=1&amp;c=%22">Fourth</a></p>',
  ])
  expect(content.blocks.slice(0, 3).map(({ id }: Json) => id)).toEqual(['two', 'one', 'three'])
})

test('links to a page, a resource and a term hold references, and say where they lead', async ({ page, library }) => {
  const { ana, copyId, copyPageId } = await buildPair(library, 'duplicate')
  const name = unique('Gloves')
  const { itemId } = (await ana.call('POST', '/api/items', { kind: 'term', name, content: { text: 'For hands' } }))
    .value
  await openPage(library, page, ana, copyId, copyPageId)
  const dialog = page.getByRole('dialog', { name: 'Where the link leads' })
  await typeInto(page, 2, ' ')
  await page.getByRole('button', { name: 'Link …' }).click()
  await dialog.getByText('A term of the Glossary').click()
  await dialog.getByText(name).click()
  await dialog.getByRole('button', { name: 'Set the link' }).click()
  await expect(textOf(page)).toContainText(name)
  await expect(page.locator('.item', { hasText: name })).toBeVisible()
  await page.keyboard.type(' and ')
  await page.getByRole('button', { name: 'Link …' }).click()
  await dialog.getByText('A page of this course').click()
  await dialog.getByText('About Ladders').click()
  await dialog.getByRole('button', { name: 'Set the link' }).click()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByText('Leads to the page “About Ladders” of this course')).toBeVisible()
  await save(page)
  const { content, links } = await readPage(ana, copyId, copyPageId)
  const { text, references } = content.blocks[2]
  expect(text).toMatch(/<a href="#ref-1">.*<\/a> and <a href="#ref-2">About Ladders<\/a><\/p>$/)
  expect(references[0]).toEqual({ kind: 'term', targetId: itemId })
  expect(links).toMatchObject([{ targetTitle: 'About Ladders', targetId: references[1].pageId }])
})

test('a picture is uploaded, put on the page and described', async ({ page, library }) => {
  const { ana, copyId, copyPageId } = await buildPair(library, 'duplicate')
  await openPage(library, page, ana, copyId, copyPageId)
  await typeInto(page, 2, ' ')
  await page.getByRole('button', { name: 'Picture …' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Upload a file' }).click()
  const name = `red-${Date.now()}.png`
  const buffer = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  )
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'image/png', buffer })
  await page.getByRole('dialog').getByRole('button', { name: 'Add it to the library' }).click()
  const dialog = page.getByRole('dialog', { name: 'Insert a picture' })
  await dialog.getByText(name).click()
  await dialog.getByRole('textbox', { name: 'Alternative text' }).fill('Red & "small"')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Insert the picture' }).click()
  const picture = page.getByRole('img', { name: 'Red & "small"' })
  await expect(picture).toBeVisible()
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
  await save(page)
  const { text, references } = (await readPage(ana, copyId, copyPageId)).content.blocks[2]
  expect(text).toBe('<p>Third <img src="#ref-1" alt="Red &amp; &quot;small&quot;" loading="lazy"></p>')
  expect(references).toMatchObject([{ kind: 'media' }])
})

test('pasted markup brings its words and nothing that acts', async ({ page, library }) => {
  const { ana, copyId, copyPageId } = await buildPair(library, 'duplicate')
  await openPage(library, page, ana, copyId, copyPageId)
  await typeInto(page, 2, ' ')
  await paste(
    page,
    `<style>p { color: red }</style><script>window.hacked = 1</script><p style="color: red; position: fixed" onclick="hacked = 2">
      Pasted <b>bold</b> <a href="javascript:hacked = 3">link</a> <a href="https://example.org/">good</a>
      <img src=x onerror="window.hacked = 4"><iframe src="https://evil.example"></iframe><svg onload="hacked = 5"></svg></p>`,
  )
  await expect(textOf(page)).toContainText('Pasted bold link good')
  await save(page)
  const { three } = await textsOf(ana, copyId, copyPageId)
  expect(three).toContain('Pasted <strong>bold</strong>')
  expect(three).toContain('<a href="https://example.org/">good</a>')
  expect(three).not.toMatch(/script|style|onerror|onclick|iframe|svg|hacked|<img/)
  expect(await page.evaluate(() => Reflect.get(window, 'hacked'))).toBeUndefined()
})

test('markup that the editor does not know is shown, moved and kept letter for letter', async ({ page, library }) => {
  const { ana, copyId, copyPageId } = await buildPair(library, 'duplicate')
  const odd = [
    '<p>First</p>',
    '<p style="color: #0b5a83;">Ruby <ruby>漢<rt>kan</rt></ruby> <img src="https://evil.example/x.png" alt="Evil" loading="lazy"></p>',
    `${'<div>'.repeat(300)}deep${'</div>'.repeat(300)}`,
    '<table><tbody><tr><td>1</td></tr><tr><td>2</td><td>3</td></tr></tbody></table>',
  ]
  await saveElsewhere(ana, { courseId: copyId, pageId: copyPageId }, withTexts(odd))
  const stored = (await readPage(ana, copyId, copyPageId)).content.blocks
  await openPage(library, page, ana, copyId, copyPageId)
  await expect(page.locator('.page-fixed')).toHaveCount(3)
  await expect(page.getByText('its table is uneven')).toBeVisible()
  await expect(page.getByText('Evil (picture of another site, not loaded here)')).toBeVisible()
  await expectAccessible(page)
  await page.locator('.page-fixed').last().click()
  await settle(page)
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await page.locator('.page-fixed', { hasText: 'deep' }).click()
  await settle(page)
  await page.getByRole('button', { name: 'Delete the element' }).click()
  await save(page)
  const { content } = await readPage(ana, copyId, copyPageId)
  expect(content.blocks).toEqual([stored[0], stored[3], stored[1]])
})

test('an empty page says so and is begun; a title of 500 characters is saved, one more is not', async ({
  page,
  library,
}) => {
  const { ana, copyId, copyPageId } = await buildPair(library, 'duplicate')
  await saveElsewhere(ana, { courseId: copyId, pageId: copyPageId }, withTexts([]))
  await library.open(page, ana, `/courses/${copyId}/pages/${copyPageId}`)
  await expect(page.getByText('Nothing on this page yet')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add an element', exact: true }).click()
  await page.keyboard.type('Begun')
  const title = page.getByRole('textbox', { name: 'Title of the page' })
  await title.fill('x'.repeat(501))
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('A title has at most 500 characters')).toBeVisible()
  await title.fill('שלום & <b> '.repeat(45).slice(0, 500))
  await save(page)
  const { content } = await readPage(ana, copyId, copyPageId)
  expect(content).toMatchObject({ title: 'שלום & <b> '.repeat(45).slice(0, 500), blocks: [{ text: '<p>Begun</p>' }] })
  await expectNoOverflow(page)
})

test('a page of a thousand elements is opened and written in', async ({ page, library }) => {
  const { ana, copyId, copyPageId } = await buildPair(library, 'duplicate')
  const texts = Array.from({ length: 1000 }, (_, n) => `<p>Element ${n} with <em>some</em> words of its own</p>`)
  await saveElsewhere(ana, { courseId: copyId, pageId: copyPageId }, withTexts(texts))
  const began = Date.now()
  await openPage(library, page, ana, copyId, copyPageId)
  await expect(page.locator('.page-element')).toHaveCount(1000)
  const opened = Date.now() - began
  await typeInto(page, 500, '')
  const typing = Date.now()
  await page.keyboard.type(' twenty letters more')
  const typed = Date.now() - typing
  await save(page)
  const expected = texts.with(500, '<p>Element 500 with <em>some</em> words of its own twenty letters more</p>')
  expect(Object.values(await textsOf(ana, copyId, copyPageId))).toEqual(expected)
  expect(opened).toBeLessThan(15_000)
  expect(typed).toBeLessThan(6_000)
})

test('a page that is not there says so, with the way back', async ({ page, library }) => {
  const { ana, copyId, courseId } = await buildPair(library, 'duplicate')
  await library.open(page, ana, `/courses/${copyId}/pages/${courseId}`)
  await expect(page.getByText('This page is not here')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Back to the course' }).click()
  await expect(page.getByRole('link', { name: 'Kit' })).toBeVisible()
})
