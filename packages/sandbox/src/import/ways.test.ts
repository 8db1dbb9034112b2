import {
  associateCourses,
  createModule,
  deletePage,
  getPage,
  importPackage,
  proceedImport,
  putPage,
  readImportFacts,
  restrictBlueprintItem,
  startBlueprintSync,
  updateCourse,
} from '@recourse/canvas'
import { type CourseId, canonicalSlug, toCourseId, toModuleId } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { enroll } from '../people.ts'
import {
  type Bench,
  configurationOf,
  copyCourse,
  createBench,
  drawPlan,
  drawReadyPlan,
  newCopiedCourse,
  newCourse,
  newImage,
  newModules,
  ORIGIN,
  weeks,
  writeConfiguration,
} from './copied-course.fixture.ts'
import { parseHtml } from './parse-html.fixture.ts'

async function newSource(bench: Bench, names: readonly string[]) {
  const source = await newCourse(bench, 'MATH101')
  const modules = await newModules(bench, source, names)
  await writeConfiguration(bench, source, configurationOf(modules))
  return { source, modules }
}

async function newChild(bench: Bench, blueprint: CourseId): Promise<CourseId> {
  const child = await newCourse(bench, 'section 7')
  await updateCourse(bench.admin, blueprint, { isBlueprint: true })
  await associateCourses(bench.admin, blueprint, [child])
  await startBlueprintSync(bench.admin, blueprint)
  return child
}

describe('a course that follows a blueprint', () => {
  it('is busy while the sync runs, and imported from its record afterwards', async () => {
    const bench = createBench({ copySpeedMs: 'held' })
    const { source } = await newSource(bench, weeks(3))
    const child = await newChild(bench, source)
    const seen = new Set<string>()
    for (let step: string | null = 'started'; step !== null; step = await bench.sandbox.copies.step()) {
      const plan = await drawPlan(bench.canvas, child)
      seen.add(plan.kind)
      if (plan.kind === 'busy') expect(plan.copying.from.courseId).toBe(source)
    }
    expect([...seen]).toEqual(['nothing', 'busy', 'ready'])
    const plan = await drawReadyPlan(bench.canvas, child)
    expect(plan).toMatchObject({ verdict: 'clean', source: { courseId: source, confirmed: true } })
    expect(plan.matched.map(({ evidence }) => evidence)).toEqual(weeks(3).map(() => 'copied'))
    expect(await proceedImport(bench.canvas, plan, { parseHtml })).toMatchObject({ ok: true })
    expect(await drawPlan(bench.canvas, child)).toMatchObject({ kind: 'nothing', why: 'already-here' })
  })

  it('cannot be written to where the blueprint locks the page', async () => {
    const bench = createBench()
    const { source } = await newSource(bench, weeks(1))
    await updateCourse(bench.admin, source, { isBlueprint: true })
    const page = await getPage(bench.admin, source, { slug: canonicalSlug })
    await restrictBlueprintItem(bench.admin, source, { type: 'wiki_page', id: page.id, isLocked: true })
    const child = await newChild(bench, source)
    const plan = await drawReadyPlan(bench.canvas, child)
    expect(plan).toMatchObject({ mayProceed: false, reasons: [{ code: 'blueprint-locked' }] })
    const forced = { ...plan, mayProceed: true, mayEdit: true }
    const outcome = await proceedImport(bench.canvas, forced, { parseHtml })
    expect(outcome).toMatchObject({ ok: false, reason: 'not-written' })
  })
})

describe('a course made from an export package', () => {
  it('is matched by the links its page carried, and loses nothing', async () => {
    const bench = createBench()
    const { copy, source } = await newCopiedCourse(bench, weeks(4))
    const first = await drawReadyPlan(bench.canvas, copy)
    expect(await proceedImport(bench.canvas, first, { parseHtml })).toMatchObject({ ok: true })
    const content = await exportCourse(bench, copy)
    const restored = await newCourse(bench, 'from a package')
    await importPackage(bench.admin, restored, { type: 'canvas_cartridge_importer', name: 'c.imscc', content })
    await bench.sandbox.copies.finish()
    const plan = await drawReadyPlan(bench.canvas, restored)
    expect(plan.source.courseId).toBe(copy)
    expect(plan.matched).toHaveLength(4)
    expect(plan.importedUnmatched).toEqual([])
    expect(plan.images.map(({ verdict }) => verdict)).toEqual(['moved', 'moved'])
    expect(await proceedImport(bench.canvas, plan, { parseHtml })).toMatchObject({ ok: true })
    expect(await drawPlan(bench.canvas, restored)).toMatchObject({ kind: 'nothing', why: 'already-here' })
    expect(source).not.toBe(restored)
  })
})

/** As a person would: ask for an export, wait, fetch it. */
async function exportCourse({ sandbox }: Bench, courseId: CourseId): Promise<Blob> {
  const token = sandbox.people.administrator.tokens[0]
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> =>
    sandbox.quietFetch(new Request(new URL(path, ORIGIN), { ...init, headers: { authorization: `Bearer ${token}` } }))
  const path = `/api/v1/courses/${courseId}/content_exports`
  const { id } = await (await ask(`${path}?export_type=common_cartridge`, { method: 'POST' })).json()
  await sandbox.copies.finish()
  const { attachment } = await (await ask(`${path}/${id}`)).json()
  return (await ask(attachment.url)).blob()
}

describe('a source that only the page’s tag names', () => {
  it('is named where it knows the page’s modules', async () => {
    const bench = createBench()
    const { source, modules } = await newSource(bench, weeks(2))
    const pasted = await newCourse(bench, 'pasted by hand')
    await newModules(bench, pasted, weeks(2))
    await writeConfiguration(bench, pasted, configurationOf(modules), source)
    expect((await drawReadyPlan(bench.canvas, pasted)).source).toMatchObject({ name: 'MATH101', confirmed: true })
  })

  it('is not named where the number means another course: the page came from another Canvas', async () => {
    const bench = createBench()
    const stranger = await newCourse(bench, 'Something else entirely')
    await newModules(bench, stranger, ['Elsewhere'])
    const pasted = await newCourse(bench, 'pasted by hand')
    await newModules(bench, pasted, weeks(2))
    const strange = weeks(2).map((name, index) => ({ id: toModuleId(String(777_000 + index)), name }))
    await writeConfiguration(bench, pasted, configurationOf(strange), stranger)
    const plan = await drawReadyPlan(bench.canvas, pasted)
    expect(plan.source).toMatchObject({ courseId: stranger, name: null, confirmed: false })
  })

  it('may be a course that is not there', async () => {
    const bench = createBench()
    const pasted = await newCourse(bench, 'pasted by hand')
    const modules = await newModules(bench, pasted, weeks(2))
    await writeConfiguration(bench, pasted, configurationOf(modules), toCourseId('987654'))
    const plan = await drawReadyPlan(bench.canvas, pasted)
    expect(plan.source).toMatchObject({ courseId: '987654', confirmed: false })
    expect(plan.matched.map(({ evidence }) => evidence)).toEqual(['same-id', 'same-id'])
  })
})

describe('the past of a page that a second copy overwrote', () => {
  it('is read back to this course’s own version and to what its import had written', async () => {
    const bench = createBench()
    const { source } = await newSource(bench, weeks(2))
    const copy = await newCourse(bench, 'next term')
    await copyCourse(bench, source, copy)
    const imported = await proceedImport(bench.canvas, await drawReadyPlan(bench.canvas, copy), { parseHtml })
    const page = await getPage(bench.admin, copy, { slug: canonicalSlug })
    for (let edit = 1; edit <= 12; edit++) {
      const body = page.body?.replace('"all"', edit % 2 === 0 ? '"students"' : '"teachers"') ?? ''
      await putPage(bench.admin, copy, { id: page.id }, { body })
    }
    await copyCourse(bench, source, copy)
    bench.sandbox.faults.clear()
    const { candidates } = await readImportFacts(bench.canvas, copy, { parseHtml })
    const base = imported.ok ? imported.revisionId : undefined
    expect(candidates[0]?.earlier.map(({ revisionId }) => revisionId)).toEqual([
      base === undefined ? 0 : base + 12,
      base,
    ])
    const bodies = bench.sandbox.faults.log.filter(({ path }) => /revisions\/\d/.test(path))
    expect(bodies.length).toBeLessThanOrEqual(6)
  })
})

describe('two imports at the same time', () => {
  it('by one person are both told of the other, or leave one import behind', async () => {
    const bench = createBench()
    const { copy } = await newCopiedCourse(bench, weeks(2))
    const plan = await drawReadyPlan(bench.canvas, copy)
    const run = () => proceedImport(bench.canvas, plan, { parseHtml })
    const outcomes = await Promise.all([run(), run()])
    for (const outcome of outcomes) if (!outcome.ok) expect(outcome.reason).toMatch(/^(conflict|changed-meanwhile)$/)
    expect(await drawPlan(bench.canvas, copy)).toMatchObject({ kind: 'nothing', why: 'already-here' })
  })

  it('by two people: the second waits for the lock', async () => {
    const bench = createBench()
    const { copy } = await newCopiedCourse(bench, weeks(2))
    const { teacher } = bench.sandbox.people
    enroll(bench.sandbox.world, { courseId: Number(copy), userId: teacher.id, type: 'TeacherEnrollment' })
    const plan = await drawReadyPlan(bench.canvas, copy)
    let second: Awaited<ReturnType<typeof proceedImport>> | undefined
    bench.sandbox.faults.clear()
    bench.sandbox.faults.before(
      1,
      async () => {
        second = await proceedImport(bench.as(teacher), plan, { parseHtml })
      },
      { method: 'GET', path: /revisions\/latest/ },
    )
    expect(await proceedImport(bench.canvas, plan, { parseHtml })).toMatchObject({ ok: true })
    expect(second).toMatchObject({ ok: false, reason: 'locked', lock: { mine: false } })
  })
})

describe('images that are copied', () => {
  it('of one name from several places stay apart, each copied once whatever the number of runs', async () => {
    const bench = createBench()
    const places = [await newCourse(bench, 'ONE'), await newCourse(bench, 'TWO'), await newCourse(bench, 'THREE')]
    const files = await Promise.all(places.map(place => newImage(bench, place, 'banner.png', 'same size')))
    const source = await newCourse(bench, 'MATH101')
    const modules = await newModules(bench, source, weeks(4))
    const urls = files.map((file, index) => `${ORIGIN}/courses/${places[index]}/files/${file.id}/download`)
    const entries = modules.map(({ id, name }, index) => ({ id, name, image: urls[index] ?? urls[0] ?? '' }))
    await writeConfiguration(bench, source, configurationOf(entries))
    const copy = await newCourse(bench, 'next term')
    await copyCourse(bench, source, copy)
    const plan = await drawReadyPlan(bench.canvas, copy, { images: 'copy' })
    const outcome = await proceedImport(bench.canvas, plan, { parseHtml })
    if (!outcome.ok) throw new Error(outcome.text)
    const copied = Object.values(outcome.copiedFiles)
    expect(new Set(copied.map(({ fileId }) => fileId)).size).toBe(3)
    const page = await getPage(bench.admin, copy, { slug: canonicalSlug })
    await deletePage(bench.admin, copy, { id: page.id })
    const again = bench.sandbox.world.rows.pages.get(Number(page.id))
    if (again !== undefined) again.state = 'active'
    const second = await proceedImport(bench.canvas, plan, { parseHtml })
    expect(second).toMatchObject({ ok: true, previousRevisionId: null })
    const here = [...bench.sandbox.world.rows.files.values()].filter(file => file.courseId === Number(copy))
    expect(here).toHaveLength(3)
  })

  it('that are gone by then stop the import with a word', async () => {
    const bench = createBench()
    const third = await newCourse(bench, 'PICTURES')
    const file = await newImage(bench, third, 'map.png')
    const source = await newCourse(bench, 'MATH101')
    const module = await createModule(bench.admin, source, { name: 'Week 1' })
    const image = `${ORIGIN}/courses/${third}/files/${file.id}/download`
    await writeConfiguration(bench, source, configurationOf([{ ...module, image }]))
    const copy = await newCourse(bench, 'next term')
    await copyCourse(bench, source, copy)
    const plan = await drawReadyPlan(bench.canvas, copy, { images: 'copy' })
    bench.sandbox.faults.clear()
    bench.sandbox.faults.on(1, { kind: 'fail', status: 404 }, { method: 'POST', path: /copy_file/ })
    expect(await proceedImport(bench.canvas, plan, { parseHtml })).toMatchObject({
      ok: false,
      reason: 'image-not-copied',
    })
  })
})
