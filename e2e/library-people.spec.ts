import type { Page } from '@playwright/test'
import { buildCourse, expect, expectAccessible, expectNoOverflow, type Library, test } from './library-stage.ts'

const NEW_PASSWORD = 'a sentence of my own'

const phone = { width: 390, height: 844 }

/** Ada invites somebody in the browser; the link that she is shown. */
async function inviteInBrowser(page: Page, library: Library, name: string, email: string): Promise<string> {
  await library.open(page, library.admin, '/people')
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  await expect(dialog.getByText('Write the name that others are to see.')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByLabel(/^Name/).fill(name)
  await dialog.getByLabel(/^E-mail/).fill(email)
  await page.keyboard.press('Enter')
  const field = dialog.getByLabel('Link', { exact: true })
  await expect(field).toBeVisible()
  await expectAccessible(page)
  return field.inputValue()
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('somebody is invited, chooses a password, signs out and in, and their link works once', async ({
  library,
  page,
}) => {
  const [name, email] = ['Zoë <b> & "Q" 🌱', `zoe.${Date.now()}@library.example`]
  const link = await inviteInBrowser(page, library, name, email)
  await page.context().clearCookies()
  await page.setViewportSize(phone)
  await page.goto(link)
  await expect(page.getByRole('heading', { name: `Welcome, ${name}` })).toBeVisible()
  await expectNoOverflow(page)
  await expectAccessible(page)
  await page.getByLabel('New password').fill('short')
  await page.keyboard.press('Enter')
  await expect(page.getByText('This has fewer than 12 characters. Make it longer.')).toBeVisible()
  await page.getByLabel('New password').fill(NEW_PASSWORD)
  await page.getByLabel('The same password again').fill(`${NEW_PASSWORD}!`)
  await page.keyboard.press('Enter')
  await expect(page.getByText('The two are not the same. Write it twice alike.')).toBeVisible()
  await page.getByLabel('The same password again').fill(NEW_PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Courses' })).toBeVisible()

  await page.getByRole('button', { name: 'Menu' }).click()
  await expect(page.getByText(`${email} · Author`)).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expectAccessible(page)
  await expectNoOverflow(page)
  await signIn(page, email, 'not this one, surely')
  await expect(page.getByRole('alert')).toContainText('do not go together')
  await signIn(page, email, NEW_PASSWORD)
  await expect(page.getByRole('heading', { level: 1, name: 'Courses' })).toBeVisible()

  await page.context().clearCookies()
  await page.goto(link)
  await expect(page.getByText('This link cannot be used')).toBeVisible()
})

test('who is not signed in comes to where they wanted to go; who was signed out meanwhile goes on there', async ({
  library,
  page,
}) => {
  const ana = await library.invite('Ana', 'author')
  const { courseId } = await buildCourse(ana, 'Lost and found')
  await page.goto(`${library.url}/courses/${courseId}`)
  await signIn(page, ana.email, 'correct horse battery')
  await expect(page.getByRole('heading', { level: 1, name: 'Lost and found' })).toBeVisible()

  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Add a module' }).first().click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Later')
  await page.keyboard.press('Enter')
  await expect(page.getByText('You are signed out').first()).toBeVisible()
  expect((await ana.call('GET', `/api/courses/${courseId}`)).modules).toHaveLength(1)
})

test('a deactivated person is out at once, keeps their courses, and comes back', async ({ library, page, browser }) => {
  const ben = await library.invite('Ben Leaving', 'author')
  const { courseId } = await buildCourse(ben, 'Of Ben')
  const his = await browser.newPage()
  await library.open(his, ben, '/courses')
  await expect(his.getByText('Of Ben', { exact: true })).toBeVisible()

  await library.open(page, library.admin, '/people?search=Leaving')
  await page.getByLabel('Search people').fill('Ben Leaving')
  const act = async (item: string) => {
    await page.getByRole('button', { name: 'Actions for Ben Leaving' }).first().click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  await act('Deactivate')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Their courses and what they wrote stay')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Deactivate' }).click()
  await expect(page.getByText('Ben Leaving is deactivated.')).toBeVisible()
  await his.reload()
  await expect(his.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await his.close()
  expect((await library.admin.call('GET', `/api/courses/${courseId}`)).title).toBe('Of Ben')

  await act('Activate again')
  await expect(page.getByText('Ben Leaving can sign in again.')).toBeVisible()
  await page.context().clearCookies()
  await page.goto(`${library.url}/sign-in`)
  await signIn(page, ben.email, 'correct horse battery')
  await expect(page.getByText('Of Ben', { exact: true })).toBeVisible()
})

test('people are for administrators; a reviewer reads what they are assigned to and is offered no change', async ({
  library,
  page,
}) => {
  const [ana, rita] = [await library.invite('Ana', 'author'), await library.invite('Rita', 'reviewer')]
  const { courseId } = await buildCourse(ana, 'To be read')
  await library.open(page, rita, '/courses')
  await expect(page.getByText('You see courses here once somebody makes you an author of one.')).toBeVisible()
  await expectAccessible(page)
  await expect(page.getByRole('button', { name: 'New course' })).toBeHidden()
  await library.admin.call('PUT', `/api/courses/${courseId}/authors/${rita.personId}`)
  await library.open(page, rita, `/courses/${courseId}`)
  await expect(page.getByText('Ladders', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add a module' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Actions for Ladders' })).toHaveCount(0)
  await library.open(page, rita, '/people')
  await expect(page.getByText('Only administrators see the people of this library.')).toBeVisible()
})

for (const size of [{ width: 1280, height: 900 }, phone]) {
  test(`what others did in a course of mine is one digest, read once, at ${size.width} px`, async ({
    library,
    page,
  }) => {
    const [ana, ben] = [await library.invite('Ana', 'author'), await library.invite('Ben', 'author')]
    const { courseId, objectIds } = await buildCourse(ana, 'Of Ana')
    const wishes = { mode: 'share', title: 'Of Ben', keepsAuthors: false }
    await ana.call('PUT', `/api/courses/${courseId}/authors/${ben.personId}`)
    const { courseId: hisId } = (await ben.call('POST', `/api/courses/${courseId}/copies`, wishes)).value
    await ana.call('DELETE', `/api/courses/${courseId}/authors/${ben.personId}`)
    await page.setViewportSize(size)
    await library.open(page, ana, '/notices')
    await expect(page.getByText('Nothing new')).toBeVisible()
    for (const title of ['One', 'Two & <three>'])
      await ben.call('POST', `/api/courses/${hisId}/objects/${objectIds[0]}/pages`, {
        content: { title, blocks: [] },
      })
    await page.reload()
    await expect(page.getByText('Ben added a page, 2 times')).toBeVisible()
    await expect(page.getByRole('heading', { level: 2 }).getByRole('link', { name: 'Of Ana' })).toBeVisible()
    await expectAccessible(page)
    await expectNoOverflow(page)
    await page.getByRole('button', { name: 'Mark all as read' }).click()
    await expect(page.getByText('Nothing new')).toBeVisible()
    await page.reload()
    await expect(page.getByText('Nothing new')).toBeVisible()
  })
}
