import { findPage, listFiles, proceedImport } from '@recourse/canvas'
import { type Configuration, type CourseId, canonicalSlug, type ModuleEntry, readCollectionsPage } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { type Bench, copyCourse, createBench, drawPlan, drawReadyPlan, newCourse } from './copied-course.fixture.ts'
import { newOddCourse, type OddCourse } from './odd-names.fixture.ts'
import { parseHtml } from './parse-html.fixture.ts'

const modes = [
  { name: 'precise links', flags: { preciseLinks: true } },
  { name: 'links in text rewritten', flags: { preciseLinks: false } },
  { name: 'links in text rewritten, keys listed', flags: { preciseLinks: false, assetMapV2: true } },
]

async function readConfiguration({ admin }: Bench, courseId: CourseId): Promise<Configuration> {
  const page = await findPage(admin, courseId, { slug: canonicalSlug })
  const reading = readCollectionsPage(parseHtml(page?.body ?? ''))
  if (!reading.ok) throw new Error(reading.where)
  return reading.page.configuration
}

async function importCopy(bench: Bench, from: CourseId): Promise<CourseId> {
  const copy = await newCourse(bench, 'next term')
  await copyCourse(bench, from, copy)
  const plan = await drawReadyPlan(bench.canvas, copy)
  expect(plan.matched.map(({ evidence }) => evidence)).toEqual(plan.matched.map(() => 'copied'))
  expect(plan).toMatchObject({ verdict: 'clean', importedUnmatched: [], currentUnmatched: [] })
  expect(await proceedImport(bench.canvas, plan, { parseHtml })).toMatchObject({ ok: true })
  expect(await drawPlan(bench.canvas, copy)).toMatchObject({ kind: 'nothing', why: 'already-here' })
  return copy
}

/** All that an entry says but what a copy changes. */
function said({ key: _key, id: _id, moduleOrder: _order, image: _image, ...entry }: ModuleEntry) {
  return entry
}

async function expectNothingLost(bench: Bench, { configuration }: OddCourse, copy: CourseId): Promise<void> {
  const now = await readConfiguration(bench, copy)
  expect(now.collections).toEqual(configuration.collections)
  expect(now.modules.map(said)).toEqual(configuration.modules.map(said))
  const files = new Set<string>((await listFiles(bench.admin, copy)).map(({ id }) => id))
  const images = now.modules.map(({ image }) => /\/files\/(\d+)\//.exec(image)?.[1])
  expect(images.filter(id => id === undefined || !files.has(id))).toEqual([])
}

describe.each(modes)('odd names as module, collection, page, file, label and metadata ($name)', ({ flags }) => {
  it('come through a copy and its import, and through the next copy, without loss', async () => {
    const bench = createBench({ flags })
    const odd = await newOddCourse(bench)
    const copy = await importCopy(bench, odd.source)
    await expectNothingLost(bench, odd, copy)
    await expectNothingLost(bench, odd, await importCopy(bench, copy))
  })

  it('come through a chain whose middle was never imported', async () => {
    const bench = createBench({ flags })
    const odd = await newOddCourse(bench)
    const middle = await newCourse(bench, 'middle')
    await copyCourse(bench, odd.source, middle)
    await expectNothingLost(bench, odd, await importCopy(bench, middle))
  })
})
