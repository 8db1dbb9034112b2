import {
  createModule,
  deleteModule,
  findPage,
  listParked,
  proceedImport,
  settleParked,
  updateModule,
} from '@recourse/canvas'
import { type CourseId, canonicalSlug, parkedKey, readCollectionsPage, toModuleId } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { type Bench, createBench, drawReadyPlan, newCopiedCourse, weeks } from './copied-course.fixture.ts'
import { parseHtml } from './parse-html.fixture.ts'

/** Two modules were deleted in the copy; their entries are kept for later. */
async function importWithTwoKept(bench: Bench) {
  const { copy } = await newCopiedCourse(bench, weeks(4))
  const modules = (await drawReadyPlan(bench.canvas, copy)).matched.map(({ moduleId }) => moduleId)
  for (const id of modules.slice(0, 2)) await deleteModule(bench.admin, copy, id)
  const plan = await drawReadyPlan(bench.canvas, copy, { accepted: ['not-matched'] })
  expect(await proceedImport(bench.canvas, plan, { parseHtml })).toMatchObject({ ok: true })
  const list = await listParked(bench.canvas, copy, { parseHtml })
  if (!list.ok) throw new Error(list.text)
  return { copy, rows: list.rows }
}

async function readConfiguration({ admin }: Bench, courseId: CourseId) {
  const page = await findPage(admin, courseId, { slug: canonicalSlug })
  const reading = readCollectionsPage(parseHtml(page?.body ?? ''))
  if (!reading.ok) throw new Error(reading.where)
  return reading.page.configuration
}

describe('entries kept for later', () => {
  it('are listed with the module that bears their name', async () => {
    const bench = createBench()
    const { copy, rows } = await importWithTwoKept(bench)
    expect(rows.map(({ parked }) => parked.entry.name)).toEqual(['Week 1', 'Week 2'])
    expect(rows.every(({ offer }) => offer === null)).toBe(true)
    const { id } = await createModule(bench.admin, copy, { name: 'Week 1' })
    expect(await listParked(bench.canvas, copy, { parseHtml })).toMatchObject({
      rows: [{ offer: { moduleId: id, name: 'Week 1' } }, { offer: null }],
    })
  })

  it('are given to a module or discarded, once', async () => {
    const bench = createBench()
    const { copy, rows } = await importWithTwoKept(bench)
    const [first, second] = rows
    if (first === undefined || second === undefined) throw new Error('two rows')
    const { id } = await createModule(bench.admin, copy, { name: 'Week One & more' })
    const choices = { [first.parkedKey]: id, [second.parkedKey]: null }
    expect(await settleParked(bench.canvas, copy, choices, { parseHtml })).toMatchObject({ ok: true })
    const { modules, parked } = await readConfiguration(bench, copy)
    expect(parked).toEqual([])
    expect(modules.find(({ key }) => key === id)).toMatchObject({
      name: 'Week One & more',
      description: '<p>About 0</p>',
    })
    expect(await settleParked(bench.canvas, copy, choices, { parseHtml })).toMatchObject({ reason: 'not-possible' })
  })

  it('are not given to a module that has settings, nor to one that is not there', async () => {
    const bench = createBench()
    const { copy, rows } = await importWithTwoKept(bench)
    const taken = (await readConfiguration(bench, copy)).modules[0]?.id
    const key = rows[0]?.parkedKey ?? ''
    for (const id of [taken ?? null, toModuleId('999999')]) {
      const outcome = await settleParked(bench.canvas, copy, { [key]: id }, { parseHtml })
      expect(outcome).toMatchObject({ ok: false, reason: 'not-possible', keys: [key] })
    }
    expect((await readConfiguration(bench, copy)).parked.map(parkedKey)).toContain(key)
  })

  it('wait for the import where the page is not this course’s own yet', async () => {
    const bench = createBench()
    const { copy } = await newCopiedCourse(bench, weeks(1))
    expect(await listParked(bench.canvas, copy, { parseHtml })).toMatchObject({ ok: false, reason: 'not-imported' })
  })

  it('keep the page’s carried links', async () => {
    const bench = createBench()
    const { copy, rows } = await importWithTwoKept(bench)
    const key = rows[0]?.parkedKey ?? ''
    const [module] = (await readConfiguration(bench, copy)).modules
    await updateModule(bench.admin, copy, module?.id ?? toModuleId('0'), { name: 'Renamed' })
    expect(await settleParked(bench.canvas, copy, { [key]: null }, { parseHtml })).toMatchObject({ ok: true })
    const body = (await findPage(bench.admin, copy, { slug: canonicalSlug }))?.body ?? ''
    expect(body).toContain(`data-recourse-module="${module?.id}"`)
    expect((await readConfiguration(bench, copy)).modules.map(({ name }) => name)).toContain('Renamed')
  })
})
