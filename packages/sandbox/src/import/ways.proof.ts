import {
  associateCourses,
  createModule,
  findPage,
  getPage,
  proceedImport,
  putPage,
  restrictBlueprintItem,
  startBlueprintSync,
  updateCourse,
} from '@recourse/canvas'
import {
  type Configuration,
  type CourseId,
  canonicalSlug,
  type ImportChoices,
  type ReadyPlan,
  readCollectionsPage,
  reasonCodes,
  toCourseId,
} from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { createDemo } from '../demo/create-demo.ts'
import { type Bench, copyCourse, createBench, drawPlan, drawReadyPlan, newCourse } from './copied-course.fixture.ts'
import { passOn } from './export-package.fixture.ts'
import { newOddCourse } from './odd-names.fixture.ts'
import { parseHtml } from './parse-html.fixture.ts'

const modes = [
  { name: 'precise links', flags: { preciseLinks: true } },
  { name: 'links in text rewritten', flags: { preciseLinks: false } },
  { name: 'links in text rewritten, keys listed', flags: { preciseLinks: false, assetMapV2: true } },
]
const seeing = { accepted: reasonCodes, acceptSimilar: true }

async function openDemo(flags: (typeof modes)[number]['flags']) {
  const bench = createBench({ flags })
  const demo = await createDemo(bench.sandbox)
  // Not the demo's own source, where a picture is missing: a copy of it from before.
  const source = toCourseId(String(demo.clean.id))
  await importInto(bench, source)
  return { bench, source }
}

async function readHere({ admin }: Bench, courseId: CourseId): Promise<Configuration> {
  const page = await findPage(admin, courseId, { slug: canonicalSlug })
  const reading = readCollectionsPage(parseHtml(page?.body ?? ''))
  if (!reading.ok) throw new Error(reading.where)
  return reading.page.configuration
}

async function newCopyOf(bench: Bench, from: CourseId, name: string): Promise<CourseId> {
  const copy = await newCourse(bench, name)
  await copyCourse(bench, from, copy)
  return copy
}

async function importInto(
  bench: Bench,
  courseId: CourseId,
  choices: Partial<ImportChoices> = seeing,
): Promise<ReadyPlan> {
  const plan = await drawReadyPlan(bench.canvas, courseId, choices)
  expect(await proceedImport(bench.canvas, plan, { parseHtml })).toMatchObject({ ok: true })
  expect(await drawPlan(bench.canvas, courseId)).toMatchObject({ kind: 'nothing', why: 'already-here' })
  return plan
}

/** Nothing on the page speaks of another course than this one, but for pictures that lived elsewhere before. */
async function expectAtHome(bench: Bench, courseId: CourseId, from: readonly CourseId[]): Promise<void> {
  const text = JSON.stringify(await readHere(bench, courseId))
  for (const other of from) expect(text).not.toContain(`/courses/${other}/`)
  expect(text).not.toMatch(/REFERENCE\$|FILEBASE\$/)
}

describe.each(modes)('the demo course, brought on ($name)', ({ flags }) => {
  it('along A → B → C, B imported or not: clean, every link at home, the same words', async () => {
    const { bench, source } = await openDemo(flags)
    const middle = await newCopyOf(bench, source, 'B')
    const before = await newCopyOf(bench, middle, 'C, B not imported')
    await importInto(bench, middle)
    const after = await newCopyOf(bench, middle, 'C, B imported')
    for (const last of [before, after]) {
      const plan = await importInto(bench, last)
      expect(plan.verdict).toBe('clean')
      expect(plan.matched.map(({ evidence }) => evidence)).toEqual(Array(14).fill('copied'))
      await expectAtHome(bench, last, [source, middle])
    }
    const [one, other] = [await readHere(bench, before), await readHere(bench, after)]
    expect(one.modules.map(({ name, number, label }) => [name, number, label])).toEqual(
      other.modules.map(({ name, number, label }) => [name, number, label]),
    )
  })

  it('in an export package, its Collections imported before or not: every module matched, every picture here', async () => {
    const { bench, source } = await openDemo(flags)
    const imported = await newCopyOf(bench, source, 'imported')
    await importInto(bench, imported)
    for (const from of [source, imported]) {
      const restored = await passOn(bench, from, `from a package of ${from}`)
      const plan = await importInto(bench, restored)
      expect(plan.matched).toHaveLength(14)
      expect(plan.importedUnmatched).toEqual([])
      const lost = plan.images.filter(({ verdict }) => verdict === 'missing' || verdict === 'unknown')
      expect(lost).toEqual([])
      expect((await readHere(bench, restored)).modules).toHaveLength(14)
    }
  })

  it('copied in again over this course’s own: kept, or merged, and nothing typed here is lost', async () => {
    const { bench, source } = await openDemo(flags)
    const copy = await newCopyOf(bench, source, 'next term')
    await importInto(bench, copy)
    const { id, body } = await getPage(bench.admin, copy, { slug: canonicalSlug })
    const own = (body ?? '').replace(/"description":"/, '"description":"OUR OWN WORDS ')
    await putPage(bench.admin, copy, { id }, { body: own })
    await createModule(bench.admin, source, { name: 'New in the source' })
    for (const action of ['proceed', 'keep-own'] as const) {
      await copyCourse(bench, source, copy)
      const unattended = await drawReadyPlan(bench.canvas, copy)
      expect(unattended).toMatchObject({ mayProceed: false, verdict: 'person' })
      const plan = await importInto(bench, copy, { ...seeing, action })
      expect(plan.merge).not.toBeNull()
      expect(JSON.stringify(await readHere(bench, copy))).toContain('OUR OWN WORDS')
      expect((await readHere(bench, copy)).modules).toHaveLength(15)
    }
  })

  it('into sections of a blueprint: the page open, or locked', async () => {
    const { bench, source } = await openDemo(flags)
    await updateCourse(bench.admin, source, { isBlueprint: true })
    const child = await newCourse(bench, 'section 7')
    await associateCourses(bench.admin, source, [child])
    await startBlueprintSync(bench.admin, source)
    await bench.sandbox.copies.finish()
    expect((await importInto(bench, child)).verdict).toBe('clean')
    const { id } = await getPage(bench.admin, source, { slug: canonicalSlug })
    await restrictBlueprintItem(bench.admin, source, { type: 'wiki_page', id, isLocked: true })
    const locked = await newCourse(bench, 'section 8')
    await associateCourses(bench.admin, source, [locked])
    await startBlueprintSync(bench.admin, source)
    await bench.sandbox.copies.finish()
    bench.sandbox.faults.clear()
    const plan = await drawReadyPlan(bench.canvas, locked, seeing)
    expect(plan).toMatchObject({ mayProceed: false, reasons: [{ code: 'blueprint-locked', accepted: false }] })
    expect(await proceedImport(bench.canvas, plan, { parseHtml })).toMatchObject({ reason: 'not-allowed-by-plan' })
    expect(bench.sandbox.faults.log.filter(({ method }) => method !== 'GET')).toEqual([])
  })
})

describe.each(modes)('a course of odd names in an export package ($name)', ({ flags }) => {
  it('is imported with every word, matched by the links its page carried', async () => {
    const bench = createBench({ flags })
    const odd = await newOddCourse(bench)
    const copy = await newCopyOf(bench, odd.source, 'next term')
    await importInto(bench, copy)
    const restored = await passOn(bench, copy, 'from a package')
    const plan = await importInto(bench, restored)
    expect(plan.importedUnmatched).toEqual([])
    const [was, now] = [await readHere(bench, copy), await readHere(bench, restored)]
    expect(now.collections).toEqual(was.collections)
    const words = ({ modules }: Configuration) =>
      modules.map(({ name, label, altText, metadata, collection, fyiText }) => ({
        name,
        label,
        altText,
        metadata,
        collection,
        fyiText,
      }))
    expect(words(now)).toEqual(words(was))
  })
})
