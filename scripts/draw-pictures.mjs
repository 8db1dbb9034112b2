// `node scripts/draw-pictures.mjs`: the pictures of the README and the guide, into docs/images: drawings of how to
// install, and screenshots of the dialog and the collections as they are built.
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { prepareChromium } from './journeys.mjs'
import { photographDialog } from './pictures/dialog.mjs'
import { photographCollections } from './pictures/guide.mjs'
import { installation, toDocument } from './pictures/installation.mjs'
import { build, install, root } from './prepare.mjs'

const folder = join(root, 'docs/images')
const limitBytes = 120_000

install()
build()
const executablePath = prepareChromium()
if (executablePath === undefined) {
  console.error('The pictures need Chromium. Install it, or name it in the variable CHROMIUM.')
  process.exit(1)
}
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage({ viewport: { width: 1060, height: 760 } })
await photographDialog(page, name => save(name, page))
await photographCollections(page, name => save(name, page))
await page.setViewportSize({ width: 860, height: 200 })
for (const [name, body] of Object.entries(installation)) {
  await page.setContent(toDocument(body))
  await save(name, page.locator('main'))
}
await browser.close()

async function save(name, what) {
  const path = join(folder, `${name}.png`)
  await what.screenshot({ path })
  const { size } = statSync(path)
  console.log(`${name}.png: ${Math.round(size / 1000)} KB${size > limitBytes ? ', too heavy for a README' : ''}`)
}
