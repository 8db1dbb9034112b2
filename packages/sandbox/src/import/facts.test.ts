import {
  createPage,
  findPage,
  getPage,
  listModules,
  proceedImport,
  putPage,
  readImportFacts,
  updateCourse,
  updateModule,
} from '@recourse/canvas'
import { type CourseId, canonicalSlug } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { enroll } from '../people.ts'
import { WITHOUT_PAGES } from '../roles.ts'
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
  PAGE_TITLE,
  weeks,
  writeConfiguration,
} from './copied-course.fixture.ts'
import { parseHtml } from './parse-html.fixture.ts'

/** Requests of the program under test, without what made the stage. */
async function requestsOf(bench: Bench, act: () => Promise<unknown>): Promise<readonly string[]> {
  bench.sandbox.faults.clear()
  await act()
  return bench.sandbox.faults.log.map(({ method, path }) => `${method} ${path.replace(/\?.*$/, '')}`)
}

async function newSource(bench: Bench, names: readonly string[], description = '') {
  const source = await newCourse(bench, 'MATH101')
  const modules = await newModules(bench, source, names)
  await writeConfiguration(bench, source, configurationOf(modules.map(({ id, name }) => ({ id, name, description }))))
  return { source, modules }
}

async function newCopyOf(bench: Bench, source: CourseId, name = 'MATH101 next term'): Promise<CourseId> {
  const copy = await newCourse(bench, name)
  await copyCourse(bench, source, copy)
  return copy
}

/** Published, with the sandbox's student in it. */
async function openToStudents({ admin, sandbox }: Bench, courseId: CourseId): Promise<void> {
  await updateCourse(admin, courseId, { event: 'offer' })
  enroll(sandbox.world, { courseId: Number(courseId), userId: sandbox.people.student.id, type: 'StudentEnrollment' })
}

describe('the facts of an import', () => {
  it('are read without a look at what no plan needs', async () => {
    const bench = createBench()
    const { source } = await newSource(bench, weeks(2))
    const copy = await newCopyOf(bench, source)
    const requests = await requestsOf(bench, () => drawReadyPlan(bench.canvas, copy))
    expect(requests.filter(request => /files|folders|revisions/.test(request))).toEqual([])
    const plain = await newCourse(bench, 'No Collections')
    expect(await requestsOf(bench, () => drawPlan(bench.canvas, plain))).toHaveLength(7)
  })

  it('take 12 requests and pages of 100 for 1,000 modules', async () => {
    const bench = createBench()
    const { copy } = await newCopiedCourse(bench, weeks(250))
    const requests = await requestsOf(bench, () => drawReadyPlan(bench.canvas, copy))
    const distinct = new Set(requests)
    expect(distinct.size).toBeLessThanOrEqual(12)
    // Three pages of modules in each course, two of files.
    expect(requests.length - distinct.size).toBe(5)
  })

  it.each([0, 1, 100, 101])('lead to an import of %i modules without loss', async count => {
    const bench = createBench()
    const { copy } = await newCopiedCourse(bench, weeks(count))
    const plan = await drawReadyPlan(bench.canvas, copy)
    expect(plan.matched).toHaveLength(count)
    expect(await proceedImport(bench.canvas, plan, { parseHtml })).toMatchObject({ ok: true })
    expect(await drawPlan(bench.canvas, copy)).toMatchObject({ kind: 'nothing', why: 'already-here', parked: [] })
  })

  it('are read within Canvas’s limit of requests: none is refused', async () => {
    const bench = createBench({ flags: { throttle: true } })
    const { copy } = await newCopiedCourse(bench, weeks(20))
    bench.sandbox.faults.clear()
    const plan = await drawReadyPlan(bench.canvas, copy)
    expect(await proceedImport(bench.canvas, plan, { parseHtml })).toMatchObject({ ok: true })
    expect(bench.sandbox.faults.log.filter(({ status }) => status === 403)).toEqual([])
  })

  it('hold every module, whatever its name', async () => {
    const bench = createBench()
    const names = [
      'A & B',
      '<b>',
      '"q" \'s\'',
      "$' $& $$",
      '📚 emoji',
      'עברית',
      'n\u00a0bsp',
      'x'.repeat(255),
      'constructor',
      '__proto__',
    ]
    const { copy } = await newCopiedCourse(bench, names)
    const plan = await drawReadyPlan(bench.canvas, copy)
    expect(plan).toMatchObject({ verdict: 'clean' })
    expect(new Set(plan.matched.map(({ name }) => name))).toEqual(new Set(names))
    expect(await proceedImport(bench.canvas, plan, { parseHtml })).toMatchObject({ ok: true })
    expect(await drawPlan(bench.canvas, copy)).toMatchObject({ kind: 'nothing', why: 'already-here' })
  })

  it('follow a chain of copies to the course of the tag', async () => {
    const bench = createBench()
    const { source } = await newSource(bench, weeks(3))
    const middle = await newCopyOf(bench, source, 'middle')
    const second = await newCopyOf(bench, middle, 'second')
    const last = await newCopyOf(bench, second, 'last')
    const plan = await drawReadyPlan(bench.canvas, last)
    expect(plan.source.chain.map(({ fromCourseId }) => fromCourseId)).toEqual([source, middle, second])
    expect(plan.matched.map(({ evidence }) => evidence)).toEqual(['copied', 'copied', 'copied'])
    expect(plan).toMatchObject({ verdict: 'clean', unread: [] })
  })

  it.each([true, false])(
    'resolve what a copy left in the text, also where Canvas lists no keys (%s)',
    async assetMapV2 => {
      const bench = createBench({ flags: { preciseLinks: false, assetMapV2 } })
      const source = await newCourse(bench, 'MATH101')
      const [first] = await newModules(bench, source, ['Week 1'])
      const picture = await newImage(bench, source, 'inline.png')
      if (first === undefined) throw new Error('a module')
      const description = `<p><img src="/courses/${source}/files/${picture.id}/preview"></p>`
      await writeConfiguration(bench, source, configurationOf([{ ...first, description }]))
      const page = await getPage(bench.admin, source, { slug: canonicalSlug })
      // 1.3 writes slashes as they are, where the copy's exporter finds them.
      await putPage(bench.admin, source, { id: page.id }, { body: page.body?.replaceAll('\\/', '/') ?? '' })
      const copy = await newCopyOf(bench, source)
      const body = (await getPage(bench.admin, copy, { slug: canonicalSlug })).body ?? ''
      expect(body).toContain('REFERENCE$')
      const plan = await drawReadyPlan(bench.canvas, copy)
      expect(plan.images).toMatchObject([{ verdict: 'moved', evidence: 'token', fileName: 'inline.png' }])
    },
  )

  it('look for files of other courses one by one, or in their list when they are many', async () => {
    const bench = createBench()
    const third = await newCourse(bench, 'PICTURES')
    const source = await newCourse(bench, 'MATH101')
    const modules = await newModules(bench, source, weeks(6))
    const images = await Promise.all(modules.map((_, index) => newImage(bench, third, `far-${index}.png`)))
    const urlOf = (index: number) => `${ORIGIN}/courses/${third}/files/${images[index]?.id}/download`
    const entries = modules.map(({ id, name }, index) => ({ id, name, image: urlOf(index) }))
    await writeConfiguration(bench, source, configurationOf(entries))
    const copy = await newCopyOf(bench, source)
    const requests = await requestsOf(bench, async () => {
      const plan = await drawReadyPlan(bench.canvas, copy)
      expect(plan.images.map(({ verdict }) => verdict)).toEqual(weeks(6).map(() => 'elsewhere'))
    })
    expect(requests.filter(request => request.includes(`/courses/${third}/`))).toEqual([
      `GET /api/v1/courses/${third}/files`,
      `GET /api/v1/courses/${third}/folders`,
    ])
  })

  it('say that a file is missing, and find the one that replaced another', async () => {
    const bench = createBench()
    const source = await newCourse(bench, 'MATH101')
    const [first, second] = await newModules(bench, source, weeks(2))
    if (first === undefined || second === undefined) throw new Error('two modules')
    const url = (id: string) => `${ORIGIN}/courses/${source}/files/${id}/download`
    await writeConfiguration(bench, source, configurationOf([{ ...first, image: url('987654') }, second]))
    const copy = await newCopyOf(bench, source)
    expect((await drawReadyPlan(bench.canvas, copy)).images).toMatchObject([{ verdict: 'missing' }])
  })

  it('find the pages that collections include', async () => {
    const bench = createBench()
    const source = await newCourse(bench, 'MATH101')
    await createPage(bench.admin, source, { title: 'Welcome', isPublished: true })
    const modules = await newModules(bench, source, weeks(1))
    const configuration = configurationOf(modules)
    const [weeksOf] = configuration.collections
    if (weeksOf === undefined) throw new Error('a collection')
    await writeConfiguration(bench, source, { ...configuration, collections: [{ ...weeksOf, includePage: 'Welcome' }] })
    const copy = await newCopyOf(bench, source)
    expect((await drawReadyPlan(bench.canvas, copy)).pages).toMatchObject([{ title: 'Welcome', verdict: 'here' }])
  })
})

describe('links in texts', () => {
  it('to pages of the source course are judged by the pages here', async () => {
    const bench = createBench()
    const { source } = await newSource(bench, weeks(1))
    const kit = await createPage(bench.admin, source, { title: 'Kit list', isPublished: true })
    const page = await getPage(bench.admin, source, { slug: canonicalSlug })
    const link = `&lt;a href=\\"${ORIGIN}/courses/${source}/pages/${kit.url}\\"&gt;kit&lt;/a&gt;`
    const body = page.body?.replace('"collection":', `"description":"${link}","collection":`) ?? ''
    await putPage(bench.admin, source, { id: page.id }, { body })
    const copy = await newCopyOf(bench, source)
    const plan = await drawReadyPlan(bench.canvas, copy)
    expect(plan.links).toMatchObject([{ verdict: 'moved', newUrl: `${ORIGIN}/courses/${copy}/pages/kit-list` }])
  })
})

describe('people who may see less', () => {
  it('get a plan where the source course is closed to them, and are told so', async () => {
    const bench = createBench()
    const { copy } = await newCopiedCourse(bench, weeks(4))
    const { teacher } = bench.sandbox.people
    enroll(bench.sandbox.world, { courseId: Number(copy), userId: teacher.id, type: 'TeacherEnrollment' })
    const plan = await drawReadyPlan(bench.as(teacher), copy)
    expect(plan.matched.map(({ evidence }) => evidence)).toEqual(weeks(4).map(() => 'copied'))
    expect(plan.images.map(({ verdict }) => verdict)).toEqual(['moved', 'moved'])
    expect(plan.unread).toEqual([expect.stringContaining('where a copy came from')])
    expect(await proceedImport(bench.as(teacher), plan, { parseHtml })).toMatchObject({ ok: true })
  })

  it('see the plan and may not carry it out without page rights', async () => {
    const bench = createBench()
    const { copy } = await newCopiedCourse(bench, weeks(2))
    const { assistant } = bench.sandbox.people
    const denied = [...WITHOUT_PAGES]
    enroll(bench.sandbox.world, { courseId: Number(copy), userId: assistant.id, type: 'TaEnrollment', denied })
    const canvas = bench.as(assistant)
    const plan = await drawReadyPlan(canvas, copy)
    expect(plan).toMatchObject({ mayEdit: false, mayProceed: false })
    expect(await proceedImport(canvas, plan, { parseHtml })).toMatchObject({ reason: 'not-allowed-by-plan' })
    const forced = { ...plan, mayEdit: true, mayProceed: true }
    expect(await proceedImport(canvas, forced, { parseHtml })).toMatchObject({ ok: false, reason: 'denied' })
  })

  it('get an error they understand where the course itself is closed to them', async () => {
    const bench = createBench()
    const { copy } = await newCopiedCourse(bench, weeks(1))
    const reading = readImportFacts(bench.as(bench.sandbox.people.stranger), copy, { parseHtml })
    await expect(reading).rejects.toMatchObject({ kind: 'denied' })
  })

  it('get facts as students, with what is closed to them noted', async () => {
    const bench = createBench()
    const { copy } = await newCopiedCourse(bench, weeks(1))
    await openToStudents(bench, copy)
    const facts = await readImportFacts(bench.as(bench.sandbox.people.student), copy, { parseHtml })
    expect(facts.rights).toEqual({ editPages: false, publishPages: false, addFiles: false })
    expect(facts.unread.length).toBeGreaterThan(0)
  })

  it('take no module for deleted because they are not shown it', async () => {
    const bench = createBench()
    const { source, copy } = await newCopiedCourse(bench, weeks(2))
    for (const courseId of [source, copy]) await openToStudents(bench, courseId)
    const none = await drawReadyPlan(bench.as(bench.sandbox.people.student), copy)
    expect(none.importedUnmatched.map(({ why }) => why)).toEqual(['unknown', 'unknown'])
    for (const courseId of [source, copy]) {
      const [first] = await listModules(bench.admin, courseId)
      if (first) await updateModule(bench.admin, courseId, first.id, { isPublished: true })
    }
    const one = await drawReadyPlan(bench.as(bench.sandbox.people.student), copy)
    expect(one).toMatchObject({ verdict: 'person', importedUnmatched: [{ why: 'unknown' }] })
    expect(one.unread).toContainEqual(expect.stringContaining('unpublished modules in this course'))
    expect(await drawReadyPlan(bench.canvas, copy)).toMatchObject({ verdict: 'clean', unread: [] })
  })
})

describe('pages that are not as they should be', () => {
  it('beside a template’s blank page the copied one is imported to where Collections looks', async () => {
    const bench = createBench()
    const { source } = await newSource(bench, weeks(2))
    const copy = await newCourse(bench, 'from a template')
    await writeConfiguration(bench, copy, configurationOf([], { collections: [], defaultCollection: '' }))
    await copyCourse(bench, source, copy)
    const facts = await readImportFacts(bench.canvas, copy, { parseHtml })
    expect(facts.candidates.map(({ slug }) => slug)).toEqual([canonicalSlug, `${canonicalSlug}-2`])
    const plan = await drawReadyPlan(bench.canvas, copy)
    expect(await proceedImport(bench.canvas, plan, { parseHtml })).toMatchObject({ ok: true })
    expect(await drawPlan(bench.canvas, copy)).toMatchObject({ kind: 'nothing', why: 'already-here' })
    expect((await getPage(bench.admin, copy, { slug: canonicalSlug })).body).toContain(`cc-course-${copy}`)
  })

  it('an unreadable one is never overwritten unasked, and refreshed when asked', async () => {
    const bench = createBench()
    const course = await newCourse(bench, 'BROKEN')
    const body = '<div class="cc_json">{"COLLECTIONS": {</div>'
    await createPage(bench.admin, course, { title: PAGE_TITLE, body })
    expect(await drawPlan(bench.canvas, course)).toMatchObject({ kind: 'stuck', reasons: [{ code: 'unreadable' }] })
    const plan = await drawReadyPlan(bench.canvas, course, { action: 'refresh' })
    expect(await proceedImport(bench.canvas, plan, { parseHtml })).toMatchObject({ ok: true, previousRevisionId: 1 })
    expect(await proceedImport(bench.canvas, plan, { parseHtml })).toMatchObject({ ok: true, previousRevisionId: null })
  })

  it('a page deleted after the plan is not brought back', async () => {
    const bench = createBench()
    const { copy } = await newCopiedCourse(bench, weeks(1))
    const plan = await drawReadyPlan(bench.canvas, copy)
    const row = bench.sandbox.world.rows.pages.get(Number(plan.page.pageId))
    if (row !== undefined) row.state = 'deleted'
    const outcome = await proceedImport(bench.canvas, plan, { parseHtml })
    expect(outcome).toMatchObject({ ok: false, reason: 'changed-meanwhile', found: null })
  })

  it('pages that only speak of Collections are no candidates, nor is the lock', async () => {
    const bench = createBench()
    const { copy } = await newCopiedCourse(bench, weeks(1))
    await createPage(bench.admin, copy, { title: 'About Canvas Collections', body: '<p>cc_json is a word</p>' })
    await createPage(bench.admin, copy, { title: 'Canvas Collections - editing', body: '{"canvasUserId":4711}' })
    const facts = await readImportFacts(bench.canvas, copy, { parseHtml })
    expect(facts.candidates.map(({ slug }) => slug)).toEqual([canonicalSlug])
    expect(facts.lock).toMatchObject({ userId: '4711', mine: false })
  })

  it('is published when that is chosen, and only then', async () => {
    const bench = createBench()
    const { source } = await newSource(bench, weeks(1))
    const page = await getPage(bench.admin, source, { slug: canonicalSlug })
    await putPage(bench.admin, source, { id: page.id }, { isPublished: false })
    for (const publish of [false, true]) {
      const copy = await newCopyOf(bench, source, `published ${publish}`)
      const plan = await drawReadyPlan(bench.canvas, copy, { publish })
      expect(await proceedImport(bench.canvas, plan, { parseHtml })).toMatchObject({ ok: true })
      expect(await findPage(bench.admin, copy, { slug: canonicalSlug })).toMatchObject({ isPublished: publish })
    }
  })
})

describe('a second copy that replaced this course’s own Collections', () => {
  it('is seen, and what was here is kept when chosen', async () => {
    const bench = createBench()
    const { source } = await newSource(bench, weeks(2), '<p>About</p>')
    const copy = await newCopyOf(bench, source)
    const first = await drawReadyPlan(bench.canvas, copy)
    expect(await proceedImport(bench.canvas, first, { parseHtml })).toMatchObject({ ok: true })
    const { id, body } = await getPage(bench.admin, copy, { slug: canonicalSlug })
    await putPage(bench.admin, copy, { id }, { body: (body ?? '').replace('About', 'Our own words about') })
    await copyCourse(bench, source, copy)
    const plan = await drawReadyPlan(bench.canvas, copy)
    expect(plan).toMatchObject({ verdict: 'person', reasons: [{ code: 'own-configuration-replaced' }] })
    expect(await proceedImport(bench.canvas, plan, { parseHtml })).toMatchObject({ reason: 'not-allowed-by-plan' })
    const kept = await drawReadyPlan(bench.canvas, copy, { action: 'keep-own' })
    expect(await proceedImport(bench.canvas, kept, { parseHtml })).toMatchObject({ ok: true })
    expect((await getPage(bench.admin, copy, { slug: canonicalSlug })).body).toContain('Our own words about')
    expect(await drawPlan(bench.canvas, copy)).toMatchObject({ kind: 'nothing', why: 'already-here' })
  })
})
