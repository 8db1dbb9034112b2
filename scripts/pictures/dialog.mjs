import { join } from 'node:path'
import { createDemo, createSandbox, serveSandbox } from '@recourse/sandbox'
import { root } from '../prepare.mjs'

const script = join(root, 'packages/userscript/dist/recourse.user.js')

/** The dialog as it is, tab by tab, on the sandbox's Modules page of the messy copy. */
export async function photographDialog(page, save) {
  const sandbox = createSandbox({ copySpeedMs: 0, site: { themeJs: script } })
  const { url, close } = await serveSandbox(sandbox, { port: 0 })
  try {
    const { messy } = await createDemo(sandbox)
    await page.goto(`${url}/sandbox/sign-in?as=teacher&return_to=/courses/${messy.id}/modules`)
    const dialog = page.locator('#recourse').getByRole('dialog')
    await dialog.getByText('things to look at. ').first().waitFor()
    for (const tab of ['Summary', 'Modules', 'Images']) {
      await dialog.getByRole('tab', { name: tab }).click()
      await page.waitForLoadState('networkidle')
      await save(`dialog-${tab.toLowerCase()}`)
    }
  } finally {
    await close()
  }
}
