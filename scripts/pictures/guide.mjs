import { join } from 'node:path'
import { createDemo, createSandbox, serveSandbox } from '@recourse/sandbox'
import { root } from '../prepare.mjs'

const script = join(root, 'packages/userscript/dist/recourse.user.js')

/** The collections of the demo's source course as a student sees them: cards, a table, and cards on a phone. */
export async function photographCollections(page, save) {
  const sandbox = createSandbox({ copySpeedMs: 0, site: { themeJs: script } })
  const { url, close } = await serveSandbox(sandbox, { port: 0 })
  try {
    const { source } = await createDemo(sandbox)
    await page.goto(`${url}/sandbox/sign-in?as=student&return_to=/courses/${source.id}/modules`)
    const collections = page.getByRole('tablist', { name: 'Collections' })
    await collections.waitFor()
    await page.waitForLoadState('networkidle')
    await save('guide-cards')
    await collections.getByRole('tab', { name: 'Assessment' }).click()
    await page.waitForLoadState('networkidle')
    await save('guide-table')
    await collections.getByRole('tab', { name: 'Topics' }).click()
    await page.setViewportSize({ width: 390, height: 780 })
    await page.waitForLoadState('networkidle')
    await save('guide-phone')
  } finally {
    await close()
  }
}
