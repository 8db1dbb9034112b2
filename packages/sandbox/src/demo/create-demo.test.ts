import {
  type Canvas,
  createCanvas,
  downloadFile,
  getCourse,
  getCoursePermissions,
  getPage,
  isCanvasError,
  listFiles,
  listModulesWithItems,
  proceedImport,
  readImportFacts,
} from '@recourse/canvas'
import {
  defaultChoices,
  type ImportPlan,
  planImport,
  type ReadyPlan,
  readCollectionsPage,
  toCourseId,
} from '@recourse/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseHtml } from '../import/parse-html.fixture.ts'
import type { User } from '../model.ts'
import { createSandbox, type Sandbox } from '../sandbox.ts'
import { createDemo, type DemoCourse, type DemoSummary } from './create-demo.ts'

const origin = 'http://127.0.0.1:8642'

interface Shown {
  readonly sandbox: Sandbox
  readonly demo: DemoSummary
}

async function show(flags: Partial<Sandbox['world']['flags']> = {}): Promise<Shown> {
  const sandbox = createSandbox({ origin, flags, copySpeedMs: 60_000 })
  return { sandbox, demo: await createDemo(sandbox) }
}

function as({ sandbox }: Shown, user: User): Canvas {
  return createCanvas({ origin, fetch: sandbox.fetch, auth: { kind: 'token', token: user.tokens[0] ?? '' } })
}

async function plan(shown: Shown, course: DemoCourse): Promise<ImportPlan> {
  const teacher = as(shown, shown.sandbox.people.teacher)
  const facts = await readImportFacts(teacher, toCourseId(String(course.id)), { parseHtml })
  return planImport(facts, { ...defaultChoices, dates: { kind: 'shift', days: null } }, parseHtml)
}

async function planReady(shown: Shown, course: DemoCourse): Promise<ReadyPlan> {
  const drawn = await plan(shown, course)
  if (drawn.kind !== 'ready') throw new Error(`the plan is ${drawn.kind}`)
  return drawn
}

function codes({ reasons }: ReadyPlan): readonly string[] {
  return reasons.map(({ code }) => code)
}

describe('the demo', () => {
  let shown: Shown
  beforeAll(async () => {
    shown = await show()
  })

  it('has nothing to import in the source, nor in the course that lends a picture', async () => {
    expect(await plan(shown, shown.demo.source)).toMatchObject({ kind: 'nothing', why: 'already-here' })
    expect(await plan(shown, shown.demo.library)).toMatchObject({ kind: 'nothing', why: 'no-configuration' })
  })

  it('has a clean copy: fourteen modules by Canvas’s record, all pictures here, 26 weeks later', async () => {
    const clean = await planReady(shown, shown.demo.clean)
    expect(clean).toMatchObject({ verdict: 'clean', reasons: [], unread: [], notes: [] })
    expect(clean.matched.map(({ evidence }) => evidence)).toEqual(Array(14).fill('copied'))
    expect(clean.images.every(({ verdict }) => verdict === 'moved')).toBe(true)
    expect(clean.links.map(({ verdict }) => verdict)).toEqual(Array(4).fill('moved'))
    expect(clean.pages.map(({ verdict }) => verdict)).toEqual(Array(6).fill('here'))
    expect(clean.dates).toMatchObject({ proposedDays: 182, basis: 'course-start' })
  })

  it('imports the clean copy, dates moved, once', async () => {
    const shown = await show()
    const teacher = as(shown, shown.sandbox.people.teacher)
    const outcome = await proceedImport(teacher, await planReady(shown, shown.demo.clean), { parseHtml })
    expect(outcome).toMatchObject({ ok: true })
    expect(await plan(shown, shown.demo.clean)).toMatchObject({ kind: 'nothing', why: 'already-here' })
  })

  it('tells of the clean copy what students miss and which date is typed into a text', async () => {
    const { students, dates } = await planReady(shown, shown.demo.clean)
    expect(students).toMatchObject({ collections: 5, modules: 14, modulesSeen: 12 })
    expect(students.hidden).toMatchObject([{ what: 'no-collection', name: 'Further reading', proposal: 'Assessment' }])
    expect(dates.inTexts.map(({ found }) => found)).toEqual(['27 March'])
    const ranges = dates.rows.filter(({ which }) => which === 'to')
    expect(ranges.map(({ oldOn, newOn }) => [oldOn, newOn])).toContainEqual(['2026-03-06', '2026-09-04'])
  })

  it('has a messy copy that needs a person, for each reason once', async () => {
    const messy = await planReady(shown, shown.demo.messy)
    expect(messy.verdict).toBe('person')
    expect(codes(messy)).toEqual(['not-matched', 'similar', 'missing-image', 'foreign-image'])
    expect(messy.dates).toMatchObject({ proposedDays: 182, basis: 'term-start' })
  })

  it('names every unmatched module of the messy copy, and what became of the renamed ones', async () => {
    const messy = await planReady(shown, shown.demo.messy)
    expect(messy.importedUnmatched.map(row => [row.oldName, row.why, row.suggestion?.name])).toEqual([
      ['Topic 2: Texture & structure', 'deleted-here', 'Topic 2: Soil texture & structure'],
      ['Field day', 'deleted-here', undefined],
      ['Revision', 'deleted-here', undefined],
    ])
    const added = ['Topic 2: Soil texture & structure', 'Guest lecture: peat']
    expect(messy.currentUnmatched.map(({ name, why }) => [name, why])).toEqual(
      added.map(name => [name, 'renamed-or-added-here']),
    )
    const renamed = messy.matched.filter(({ oldName, name }) => oldName !== name)
    expect(renamed.map(({ name, evidence }) => [name, evidence])).toEqual([
      ['Topic 3: Water in the soil', 'copied'],
      ['Client letter', 'copied'],
    ])
  })

  it('finds the bad pictures of the messy copy, and its blank second configuration', async () => {
    const { images, page } = await planReady(shown, shown.demo.messy)
    const bad = images.filter(({ verdict }) => verdict !== 'moved')
    expect(bad.map(({ moduleName, verdict }) => [moduleName, verdict])).toEqual([
      ['Field day', 'elsewhere'],
      ['Sieves, jars & "pipettes"', 'missing'],
    ])
    expect(page).toMatchObject({ slug: 'canvas-collections-configuration', contentFrom: null })
    expect(page.others).toMatchObject([{ slug: 'canvas-collections-configuration-2', collections: 0, modules: 0 }])
  })

  it('has a copy of a copy that was never imported, which is clean by the record of both copies', async () => {
    const { source, middle, chained } = shown.demo
    expect(await planReady(shown, middle)).toMatchObject({ verdict: 'clean' })
    const plan = await planReady(shown, chained)
    expect(plan.verdict).toBe('clean')
    expect(plan.source.chain).toMatchObject([
      { fromCourseId: String(source.id), toCourseId: String(middle.id) },
      { fromCourseId: String(middle.id), toCourseId: String(chained.id) },
    ])
  })

  it('has a copy without a record, matched by names, where namesakes and renamed modules need a person', async () => {
    const plan = await planReady(shown, shown.demo.byNames)
    expect(codes(plan)).toEqual(['not-matched', 'similar', 'duplicate-names'])
    expect(new Set(plan.matched.map(({ evidence }) => evidence))).toEqual(new Set(['same-name', 'same-name-in-order']))
    expect(plan.importedUnmatched.map(({ oldName, why }) => [oldName, why])).toEqual([
      ['Topic 3: Water in the ground', 'unknown'],
      ['Revision', 'duplicate-names'],
      ['Land use advice', 'unknown'],
      ['Revision', 'duplicate-names'],
    ])
  })

  it('is a course as teachers make them: items of every kind, one unpublished module, dates moved by the copy', async () => {
    const teacher = as(shown, shown.sandbox.people.teacher)
    const [modules, copied] = await Promise.all(
      [shown.demo.source, shown.demo.clean].map(({ id }) => listModulesWithItems(teacher, toCourseId(String(id)))),
    )
    expect(modules?.filter(({ isPublished }) => !isPublished).map(({ name }) => name)).toEqual([
      'Topic 4: Life below ground 🐛',
    ])
    const kinds = new Set(modules?.flatMap(({ items }) => items.map(({ type }) => type)))
    expect(kinds).toEqual(new Set(['Page', 'File', 'Discussion', 'SubHeader', 'ExternalUrl', 'Quiz', 'Assignment']))
    const due = (rows: typeof modules) => rows?.[9]?.items.flatMap(({ contentDetails }) => contentDetails?.dueAt ?? [])
    expect([due(modules), due(copied)]).toEqual([['2026-04-24T13:59:00Z'], ['2026-10-23T13:59:00Z']])
  })

  it('holds real pictures in a folder of its files', async () => {
    const teacher = as(shown, shown.sandbox.people.teacher)
    const files = await listFiles(teacher, toCourseId(String(shown.demo.clean.id)))
    const pictures = files.filter(({ contentType }) => contentType === 'image/png')
    expect(pictures).toHaveLength(9)
    const [picture] = pictures
    if (!picture) throw new Error('there is no picture')
    const bytes = await downloadFile(teacher, picture)
    expect([...bytes.slice(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10])
  })

  it('has a configuration page as 1.3 writes it, tagged with the source in every copy', async () => {
    const teacher = as(shown, shown.sandbox.people.teacher)
    const { source, clean } = shown.demo
    const page = await getPage(teacher, toCourseId(String(clean.id)), { slug: 'canvas-collections-configuration' })
    expect(page.body).toContain('saved at 2/20/2026, 4:12:09 PM')
    const reading = readCollectionsPage(parseHtml(page.body ?? ''))
    if (!reading.ok) throw new Error(reading.reason)
    expect(reading.page).toMatchObject({ courseId: String(source.id), upgrades: [], oddities: [] })
    expect(reading.page.images).toHaveLength(9)
    const [, , third, ...others] = reading.page.configuration.modules
    expect(third).toMatchObject({
      name: 'Topic 2: Texture & structure',
      number: '2',
      altText: 'Crumbs, blocks & plates side by side',
      moduleOrder: 3,
    })
    expect(others.map(({ collection }) => collection)).toContain('Practicals & field days')
  })

  it('has static pages that still lead to the modules of the source', async () => {
    const teacher = as(shown, shown.sandbox.people.teacher)
    const { source, messy } = shown.demo
    const page = await getPage(teacher, toCourseId(String(messy.id)), { slug: 'topics-at-a-glance' })
    const [first] = await listModulesWithItems(teacher, toCourseId(String(source.id)))
    expect(page.body).toContain(`/courses/${messy.id}/modules#module_${first?.id}`)
  })

  it('lets in everybody but the stranger, and nobody keeps a token of the making', async () => {
    const { people } = shown.sandbox
    const id = toCourseId(String(shown.demo.messy.id))
    const mayWrite = async (user: User) => (await getCoursePermissions(as(shown, user), id)).manage_wiki_update
    expect(
      await Promise.all([people.teacher, people.designer, people.assistant, people.student].map(mayWrite)),
    ).toEqual([true, true, false, false])
    const refusal = await getCourse(as(shown, people.stranger), id).catch((error: unknown) => error)
    expect(isCanvasError(refusal, 'denied')).toBe(true)
    expect([people.administrator, people.teacher].map(({ tokens }) => tokens.length)).toEqual([1, 1])
  })
})

describe('the demo in other sandboxes', () => {
  it('is the same where links are replaced as text', async () => {
    const shown = await show({ preciseLinks: false })
    expect(await plan(shown, shown.demo.source)).toMatchObject({ kind: 'nothing' })
    const clean = await planReady(shown, shown.demo.clean)
    expect(clean).toMatchObject({ verdict: 'clean' })
    expect(clean.images.every(({ evidence }) => evidence === 'token')).toBe(true)
    expect(await planReady(shown, shown.demo.chained)).toMatchObject({ verdict: 'clean' })
    expect(codes(await planReady(shown, shown.demo.messy))).toEqual([
      'not-matched',
      'similar',
      'missing-image',
      'foreign-image',
    ])
  })

  it('is made without waiting where requests are throttled, and leaves everybody a full bucket', async () => {
    const startedAt = Date.now()
    const shown = await show({ throttle: true })
    expect(Date.now() - startedAt).toBeLessThan(10_000)
    const token = shown.sandbox.people.teacher.tokens[0]
    const request = new Request(`${origin}/api/v1/users/self`, { headers: { Authorization: `Bearer ${token}` } })
    const left = Number((await shown.sandbox.fetch(request)).headers.get('x-rate-limit-remaining'))
    expect(left).toBeGreaterThan(590)
  })
})
