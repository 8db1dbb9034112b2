import { addBlueprint, addCopying } from './odd-courses.ts'
import { expect, ours, readConfiguration, test, writesTo } from './stage.ts'

const lockedWords =
  "The configuration page is locked by this course's blueprint: import in the blueprint course, or unlock the page there."

test('a page that the blueprint locks is not written, whatever is pressed; unlocked there it is imported', async ({
  page,
  stage,
}) => {
  const { child, lock, unlock, sync } = await addBlueprint(stage)
  await lock()
  await sync()
  const before = await readConfiguration(stage, child)
  await stage.open(page, 'admin', child)
  const { dialog } = ours(page)
  await expect(dialog.getByText('This cannot be imported just now.')).toBeVisible()
  await expect(dialog.getByText(lockedWords)).toBeVisible()
  const proceed = dialog.getByRole('button', { name: /^Proceed/ })
  await expect(proceed).toHaveAttribute('aria-disabled', 'true')
  await proceed.click({ force: true })
  await proceed.press('Enter')
  await proceed.press('Space')
  await expect(dialog.getByText('Bringing Collections over')).toHaveCount(0)
  await expect(dialog.getByText(lockedWords)).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^Refresh/ })).toHaveCount(0)
  expect(writesTo(stage, child)).toEqual([])
  expect(await readConfiguration(stage, child)).toBe(before)

  await unlock()
  await sync()
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(dialog.getByText('Clean: all 2 modules were found.').first()).toBeVisible()
  await dialog.getByRole('button', { name: /^Proceed/ }).click()
  await expect(dialog.getByText('Collections are imported')).toBeVisible()
  expect(writesTo(stage, child).some(write => write.includes('/pages/page_id'))).toBe(true)
  expect(await readConfiguration(stage, child)).toContain(`cc-course-${child}`)
})

test('a page that the blueprint locks meanwhile is refused, and why is said', async ({ page, stage }) => {
  const { child, lock, sync } = await addBlueprint(stage)
  await sync()
  await stage.open(page, 'admin', child)
  const { dialog } = ours(page)
  await expect(dialog.getByText('Clean:').first()).toBeVisible()
  await lock()
  await sync()
  const before = await readConfiguration(stage, child)
  await dialog.getByRole('button', { name: /^Proceed/ }).click()
  await expect(dialog.getByRole('heading', { name: 'Nothing was written' })).toBeVisible()
  expect(await readConfiguration(stage, child)).toBe(before)
  await dialog.getByRole('button', { name: 'Look again' }).click()
  await expect(dialog.getByText(lockedWords)).toBeVisible()
})

const failedWords = /The last copy, from MATH101 Semester 1, has failed: what is here may be incomplete\./

test('a copy that failed is said to have, with what did not come; repeated, it can be imported', async ({
  page,
  openBare,
}) => {
  const stage = await openBare({ copySpeedMs: 'held' })
  const { to, cancel, repeat } = await addCopying(stage)
  await cancel()
  const before = await readConfiguration(stage, to)
  await stage.open(page, 'admin', to)
  const { dialog } = ours(page)
  await expect(dialog.getByText(failedWords)).toBeVisible()
  await expect(dialog.getByText(/Clean:|Safe:/)).toHaveCount(0)
  await expect(dialog.getByText(/^\d things? to look at\. 0 of 3 modules found/).first()).toBeVisible()
  await dialog.getByRole('tab', { name: /Modules/ }).click()
  await expect(dialog.getByRole('heading', { name: /^Imported modules not matched/ })).toContainText('3')
  await expect(dialog.getByText('reason not known')).toHaveCount(3)
  await dialog.getByRole('tab', { name: /Summary/ }).click()

  await repeat()
  await dialog.getByRole('button', { name: 'Look again' }).click()
  await expect(dialog.getByText('Canvas is still copying MATH101 Semester 1 into this course.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: /Proceed|Refresh/ })).toHaveCount(0)
  await stage.sandbox.copies.finish()
  await expect(dialog.getByText('Clean: all 3 modules were found.').first()).toBeVisible({ timeout: 20_000 })
  await expect(dialog.getByText(failedWords)).toHaveCount(0)
  expect(writesTo(stage, to)).toEqual([])
  expect(await readConfiguration(stage, to)).toBe(before)
  await dialog.getByRole('button', { name: /^Proceed/ }).click()
  await expect(dialog.getByText('Collections are imported')).toBeVisible()
  expect(await readConfiguration(stage, to)).toContain(`cc-course-${to}`)
})

test('what Canvas says about a copy that failed is one press away', async ({ page, openBare }) => {
  const stage = await openBare({ copySpeedMs: 'held' })
  const { to, cancel } = await addCopying(stage)
  await cancel()
  await stage.open(page, 'admin', to)
  const [opened] = await Promise.all([
    page.waitForEvent('popup'),
    ours(page).dialog.getByRole('link', { name: 'What Canvas says about it' }).click(),
  ])
  await expect(opened).toHaveURL(`${stage.url}/courses/${to}/content_migrations`)
  await expect(opened.getByText('Current Jobs')).toBeVisible()
})
