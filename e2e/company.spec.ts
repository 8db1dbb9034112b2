import type { Page } from '@playwright/test'
import { expect, ours, readConfiguration, SCRIPT, test } from './stage.ts'

/** As 1.3 does (docs/facts: its hooks): a bar's container, and a dialog whose buttons act on any key. */
async function addOlder(page: Page): Promise<void> {
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      const bar = document.createElement('div')
      bar.className = 'canvas-collections'
      const dialog = document.createElement('sl-dialog')
      dialog.className = 'cc-dialog'
      dialog.innerHTML = '<div class="cc-footer"><button id="older-refresh">Refresh</button></div>'
      for (const type of ['click', 'keydown'])
        dialog
          .querySelector('button')
          ?.addEventListener(type, () => document.body.setAttribute('data-older-acted', type))
      // The rewritten page is not drawn yet.
      const place = document.querySelector('#context_modules') ?? document.body
      place.append(bar, dialog)
      dialog.querySelector('button')?.focus()
      // Its focus trap listens on the document.
      document.addEventListener('keydown', event => event.key === 'Tab' && event.preventDefault())
    })
  })
}

test("the older script's import dialog takes no key and no click", async ({ page, stage }) => {
  await addOlder(page)
  await stage.open(page, 'teacher', stage.demo.clean.id)
  const { dialog } = ours(page)
  await expect(dialog).toBeVisible()
  await expect(page.locator('sl-dialog')).toBeHidden()
  await page.evaluate(() => document.querySelector<HTMLElement>('#older-refresh')?.focus())
  await page.keyboard.press('Tab')
  await page.keyboard.press('x')
  await expect(page.locator('body')).not.toHaveAttribute('data-older-acted')
})

test("the older script's focus trap does not hold the keys of the dialog", async ({ page, stage }) => {
  await addOlder(page)
  await stage.open(page, 'teacher', stage.demo.clean.id)
  const { dialog } = ours(page)
  await dialog.getByRole('button', { name: /^Cancel/ }).focus()
  await page.keyboard.press('Tab')
  await expect(dialog.getByRole('button', { name: /^Proceed/ })).toBeFocused()
})

test('after an import the page starts again, so that the older script draws', async ({ page, stage }) => {
  const { id } = stage.demo.clean
  await addOlder(page)
  await stage.open(page, 'teacher', id)
  const { dialog } = ours(page)
  await dialog.getByRole('button', { name: /^Proceed/ }).click()
  const loaded = page.waitForEvent('load')
  await dialog.getByRole('button', { name: 'Close and show Collections' }).click()
  await loaded
  expect(await readConfiguration(stage, id)).toContain(`cc-course-${id}`)
})

test('two of us on one page are one', async ({ page, stage }) => {
  await stage.open(page, 'teacher', stage.demo.clean.id)
  await expect(ours(page).dialog).toBeVisible()
  await page.addScriptTag({ path: SCRIPT })
  await page.waitForLoadState('networkidle')
  await expect(ours(page).host).toHaveCount(1)
})

test('who had the older dialog taken away is not left with nothing when Canvas fails', async ({ page, stage }) => {
  await addOlder(page)
  stage.sandbox.faults.always(
    { kind: 'fail', status: 200, body: '<html>A proxy</html>' },
    { path: /content_migrations/ },
  )
  await stage.open(page, 'teacher', stage.demo.clean.id)
  const { dialog, bar } = ours(page)
  await expect(bar).toContainText('something went wrong')
  stage.sandbox.faults.clear()
  await bar.getByRole('button').first().click()
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(dialog.getByText('Clean:').first()).toBeVisible()
})
