// `node scripts/gallery.mjs`: pictures of everything that Recourse draws inside Canvas, into node_modules/.cache/gallery, and
// one page with all of them: every state of the dialog, and each collection × role × width, a course beside its copy.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepareChromium } from './journeys.mjs'
import { toGalleryPage } from './pictures/gallery-page.mjs'
import { build, install, root, run, tool } from './prepare.mjs'

const folder = join(root, 'node_modules/.cache/gallery')

install()
build()
const chromium = prepareChromium()
if (chromium === undefined) {
  console.error('The gallery needs Chromium. Install it, or name it in the variable CHROMIUM.')
  process.exit(1)
}
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const args = ['test', '--config=e2e/playwright.config.ts', '--project=legacy', 'gallery', ...process.argv.slice(2)]
const status = run(tool('playwright'), args, { env: { ...process.env, CHROMIUM: chromium, GALLERY: '1' } })
const pictures = readdirSync(folder).filter(name => name.endsWith('.png'))
writeFileSync(join(folder, 'index.html'), toGalleryPage(pictures))
console.log(`${pictures.length} pictures: ${join(folder, 'index.html')}`)
process.exitCode = status
