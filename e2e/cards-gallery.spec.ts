import type { Browser, Locator, Page } from '@playwright/test'
import { putPage } from './courses.ts'
import { addGalleryCourses, type GalleryCourses, type GalleryRole, galleryCollections } from './gallery-course.ts'
import { live, openModules } from './live-stage.ts'
import { type BareStage, CONFIGURATION, expect, openBareStage, openStage, test } from './stage.ts'

/**
 * Every representation × role × state, in a course and in its imported copy: both must say the same. With GALLERY set
 * each is a picture at both widths (`node scripts/gallery.mjs`); without it what is said is compared.
 */
const GALLERY = 'node_modules/.cache/gallery'
const isGallery = process.env.GALLERY !== undefined
const widths = isGallery ? [1280, 390] : [1280]
const roles: readonly GalleryRole[] = ['teacher', 'assistant', 'student', 'observer']

test.describe.configure({ mode: 'serial' })

let stage: BareStage
let courses: GalleryCourses

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000)
  stage = await openBareStage()
  const page = await (await browser.newContext()).newPage()
  courses = await addGalleryCourses(stage, page)
  await page.context().close()
})

test.afterAll(() => stage.close())

async function arrive(browser: Browser, width: number): Promise<Page> {
  const page = await (
    await browser.newContext({ viewport: { width, height: 900 }, timezoneId: 'Australia/Brisbane' })
  ).newPage()
  // Nobody but the sandbox is asked: a film is a page of its own here.
  await page.route('https://www.youtube-nocookie.com/**', route =>
    route.fulfill({ contentType: 'text/html', body: '<body style="background:#222;color:#fff">A film</body>' }),
  )
  return page
}

/** Each collection as one person sees it, by its name. */
async function look(
  page: Page,
  as: GalleryRole,
  kind: keyof GalleryCourses,
): Promise<Readonly<Record<string, string>>> {
  const said: Record<string, string> = {}
  await openModules(page, stage, { as, course: courses[kind] })
  const { tabs, panel, host } = live(page)
  await expect(tabs).toHaveCount(
    as === 'teacher' || as === 'assistant' ? galleryCollections.length : galleryCollections.length - 1,
  )
  for (const [at, tab] of (await tabs.all()).entries()) {
    await tab.click()
    const name = `${at} ${galleryCollections[at]}`
    said[name] = await readSettled(panel)
    if (isGallery) await photograph(page, host, [name, as, kind])
  }
  return said
}

/**
 * What a panel says when nothing has been added for a moment: the page that it includes comes after it. The network
 * is not asked: a film far below is a frame that is never idle.
 */
async function readSettled(panel: Locator): Promise<string> {
  let last: string | undefined
  const isSame = async (): Promise<boolean> => {
    const before = last
    last = (await panel.allInnerTexts()).join(' ').replaceAll(/\s+/g, ' ')
    return last === before
  }
  await expect.poll(isSame, { intervals: [300] }).toBe(true)
  return last ?? ''
}

/** Pictures and frames come when they are near; the bar of Canvas's phone page would lie on ours. */
async function photograph(
  page: Page,
  host: Locator,
  [name, as, kind]: readonly [string, string, string],
): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
      scrollTo(0, y)
      await new Promise(requestAnimationFrame)
    }
  })
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(200)
  const path = `${GALLERY}/cards,${name},${as},${page.viewportSize()?.width},${kind}.png`
  await host.screenshot({ path, style: '#mobile-header { position: static !important }' })
}

for (const width of widths)
  for (const as of roles)
    test(`an imported copy shows each collection as its source does: ${as}, ${width} px`, async ({ browser }) => {
      test.setTimeout(300_000)
      const page = await arrive(browser, width)
      const source = await look(page, as, 'source')
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      expect(await look(page, as, 'copy')).toEqual(source)
      await page.context().close()
    })

/** How a page stands around the collections: pictures only. */
if (isGallery)
  for (const width of widths)
    test(`the page in each state, ${width} px`, async ({ browser }) => {
      test.setTimeout(300_000)
      const demo = await openStage()
      const { source, clean } = demo.demo
      const shoot = async (name: string, as: string, course: number, more = ''): Promise<void> => {
        const page = await arrive(browser, width)
        if (more === 'forced') await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
        await openModules(page, demo, { as, course, more: more === 'forced' ? '' : more })
        await page.waitForLoadState('networkidle')
        await page.waitForTimeout(300)
        await page.screenshot({ path: `${GALLERY}/page ${name}, ${as}, ${width}.png` })
        await page.context().close()
      }
      for (const as of ['teacher', 'student', 'assistant']) await shoot('before the import', as, clean.id)
      for (const as of ['teacher', 'student']) {
        await shoot('as it is', as, source.id)
        await shoot('right to left', as, source.id, '&lang=ar')
        await shoot('forced colours', as, source.id, 'forced')
        await shoot('deep link to a table', as, source.id, '#cc-collection-2')
      }
      await putPage(demo, source.id, CONFIGURATION, { published: false })
      for (const as of ['teacher', 'student']) await shoot('unpublished', as, source.id)
      await demo.close()
    })
