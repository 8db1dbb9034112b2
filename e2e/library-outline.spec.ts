import type { Page } from '@playwright/test'
import { buildCourse, expect, expectAccessible, type Json, type Library, type Person, test } from './library-stage.ts'

/** Names of a course's Learning Objects, with the titles of their pages. */
async function contentsOf(person: Person, courseId: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const { modules } = await person.call('GET', `/api/courses/${courseId}`)
  const objects: readonly Json[] = modules.flatMap(({ objects }: Json) => objects)
  return Object.fromEntries(objects.map(({ content, pages }) => [content.name, pages.map(({ title }: Json) => title)]))
}

async function copyCourse({ call }: Person, courseId: string, mode: 'share' | 'duplicate'): Promise<string> {
  const wishes = { mode, title: `A ${mode}`, keepsAuthors: true }
  return (await call('POST', `/api/courses/${courseId}/copies`, wishes)).value.courseId
}

async function chooseFrom(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** Ana, a course of hers, and its copy, whose outline is on the screen. */
async function openCopy(page: Page, library: Library, mode: 'share' | 'duplicate') {
  const ana = await library.invite('Ana', 'author')
  const { courseId } = await buildCourse(ana, `Original of a ${mode}`)
  const copyId = await copyCourse(ana, courseId, mode)
  await library.open(page, ana, `/courses/${copyId}`)
  await expect(page.getByText('Ladders', { exact: true })).toBeVisible()
  return { ana, courseId, copyId }
}

const both = { Ladders: ['About Ladders'], Scaffolds: ['About Scaffolds'] }

for (const { mode, confirm, original } of [
  { mode: 'share', confirm: 'Delete page in 2 courses', original: { ...both, Ladders: [] } },
  { mode: 'duplicate', confirm: 'Delete page', original: both },
] as const) {
  test(`a page deleted in a ${mode} is ${mode === 'share' ? 'gone from' : 'left in'} the other course`, async ({
    page,
    library,
  }) => {
    const { ana, courseId, copyId } = await openCopy(page, library, mode)
    await expectAccessible(page)
    await chooseFrom(page, 'About Ladders', 'Delete page …')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: confirm, exact: true }).click()
    await expect(page.getByText('The page “About Ladders” is deleted.')).toBeVisible()
    expect(await contentsOf(ana, copyId)).toEqual({ ...both, Ladders: [] })
    expect(await contentsOf(ana, courseId)).toEqual(original)

    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByText('About Ladders', { exact: true })).toBeVisible()
    expect(await contentsOf(ana, courseId)).toEqual(both)
  })

  test(`a Learning Object taken out of a ${mode}, and one added to it, change nothing in the other course`, async ({
    page,
    library,
  }) => {
    const { ana, courseId, copyId } = await openCopy(page, library, mode)
    await chooseFrom(page, 'Scaffolds', 'Remove from this course …')
    await page.getByRole('dialog').getByRole('button', { name: 'Remove from this course', exact: true }).click()
    await expect(page.getByText('About Scaffolds', { exact: true })).toBeHidden()
    await chooseFrom(page, 'Beginning', 'Add a Learning Object …')
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Ropes & <knots>')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Ropes & <knots>', { exact: true })).toBeVisible()
    expect(await contentsOf(ana, copyId)).toEqual({ Ladders: ['About Ladders'], 'Ropes & <knots>': [] })
    expect(await contentsOf(ana, courseId)).toEqual(both)
  })
}

test('a Learning Object is renamed for both, made separate, changed, and linked to its origin again', async ({
  page,
  library,
}) => {
  const { ana, courseId, copyId } = await openCopy(page, library, 'share')
  const objectIn = async (id: string) => (await ana.call('GET', `/api/courses/${id}`)).modules[0].objects[0]
  const [first, last] = ['Ladders & <stairs>', 'Ladders, ours 🪜']
  const rename = async (from: string, to: string) => {
    await chooseFrom(page, from, 'Rename …')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Name' }).fill(to)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText(`Now it is called “${to}”.`)).toBeVisible()
  }
  await rename('Ladders', first)
  expect((await objectIn(courseId)).content.name).toBe(first)

  await chooseFrom(page, first, 'Make separate here …')
  await expect(page.getByRole('dialog')).toContainText('Pictures, resources and glossary terms stay common.')
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Make separate here' }).click()
  await expect(page.getByText(`“${first}” is separate here now.`)).toBeVisible()
  const shared = (await objectIn(courseId)).id
  expect((await objectIn(copyId)).id).not.toBe(shared)
  expect((await objectIn(copyId)).pages[0].styleKey).toBe('warm')

  await rename(first, last)
  expect((await objectIn(courseId)).content.name).toBe(first)
  await chooseFrom(page, last, 'Link to its origin again …')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Link again', exact: true }).click()
  await expect(dialog).toContainText('It was changed here.')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Link again, without what was changed here' }).click()
  await expect(page.getByText(`“${last}” is linked to its origin again.`)).toBeVisible()
  expect((await objectIn(copyId)).id).toBe(shared)
})
