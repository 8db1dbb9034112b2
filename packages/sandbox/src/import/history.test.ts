import { findPage, proceedImport, putPage, readHistory, restoreRevision } from '@recourse/canvas'
import { type CourseId, canonicalSlug, readCollectionsPage, sameReading, toCourseId } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import {
  type Bench,
  createBench,
  drawPlan,
  drawReadyPlan,
  newCopiedCourse,
  newCourse,
  weeks,
} from './copied-course.fixture.ts'
import { parseHtml } from './parse-html.fixture.ts'

async function readPage({ admin }: Bench, courseId: CourseId) {
  const page = await findPage(admin, courseId, { slug: canonicalSlug })
  if (page === undefined) throw new Error('no page')
  return { page, reading: readCollectionsPage(parseHtml(page.body ?? '')) }
}

async function importCopy(bench: Bench) {
  const { copy, source } = await newCopiedCourse(bench, weeks(2))
  const before = await readPage(bench, copy)
  const outcome = await proceedImport(bench.canvas, await drawReadyPlan(bench.canvas, copy), { parseHtml })
  if (!outcome.ok || outcome.previousRevisionId === null) throw new Error('not imported')
  return { copy, source, before, revisionId: outcome.revisionId, previous: outcome.previousRevisionId }
}

/** A person changes a word with 1.3. */
async function edit(bench: Bench, courseId: CourseId): Promise<void> {
  const { page } = await readPage(bench, courseId)
  await putPage(bench.admin, courseId, { id: page.id }, { body: (page.body ?? '').replace('About 0', 'All about 0') })
}

describe('the history of a configuration page', () => {
  it('is none without a page, and an error without a course', async () => {
    const bench = createBench()
    const plain = await newCourse(bench, 'No Collections')
    expect(await readHistory(bench.canvas, plain, { parseHtml })).toBeUndefined()
    const nowhere = readHistory(bench.canvas, toCourseId('99999'), { parseHtml })
    await expect(nowhere).rejects.toMatchObject({ kind: 'missing' })
  })

  it('says of each version whose it is, and which one an import wrote', async () => {
    const bench = createBench()
    const { copy, source, revisionId } = await importCopy(bench)
    await edit(bench, copy)
    const history = await readHistory(bench.canvas, copy, { parseHtml })
    expect(history?.versions.map(({ content, isLatest }) => ({ ...content, isLatest }))).toMatchObject([
      { kind: 'configuration', courseId: copy, isOwn: true, isImport: false, isLatest: true, modules: 2 },
      { kind: 'configuration', courseId: copy, isOwn: true, isImport: true, imported: { fromCourseId: source } },
      { kind: 'configuration', courseId: source, isOwn: false, isImport: false, imported: null },
    ])
    expect(history?.versions[1]?.revisionId).toBe(revisionId)
  })

  it('lists what it does not read', async () => {
    const bench = createBench()
    const { copy } = await importCopy(bench)
    const history = await readHistory(bench.canvas, copy, { parseHtml, limit: 1 })
    expect(history?.versions.map(({ content }) => content.kind)).toEqual(['configuration', 'not-read'])
    expect(history?.versions[0]?.content).toMatchObject({ isImport: true })
  })

  it('is none where there is no page', async () => {
    const bench = createBench()
    const { source } = await newCopiedCourse(bench, weeks(1))
    expect(await readHistory(bench.canvas, source, { parseHtml, slug: 'no-such-page' })).toBeUndefined()
  })
})

describe('undoing an import', () => {
  it('puts the page back to the letter, and twice is once', async () => {
    const bench = createBench()
    const { copy, before, previous } = await importCopy(bench)
    expect(await restoreRevision(bench.canvas, copy, previous, { parseHtml })).toMatchObject({ ok: true })
    const { page, reading } = await readPage(bench, copy)
    expect(page).toMatchObject({ body: before.page.body, title: before.page.title, url: before.page.url })
    expect(sameReading(reading, before.reading)).toBe(true)
    expect(await drawPlan(bench.canvas, copy)).toMatchObject({ kind: 'ready', verdict: 'clean' })
    const again = await restoreRevision(bench.canvas, copy, previous, { parseHtml })
    expect(again).toMatchObject({ ok: true, previousRevisionId: null })
  })

  it('is refused with the difference when somebody worked on since, and done when insisted on', async () => {
    const bench = createBench()
    const { copy, before, previous } = await importCopy(bench)
    await edit(bench, copy)
    const refused = await restoreRevision(bench.canvas, copy, previous, { parseHtml })
    expect(refused).toMatchObject({ ok: false, reason: 'not-ours', differences: expect.any(Array) })
    expect((await readPage(bench, copy)).page.body).toContain('All about 0')
    expect(await restoreRevision(bench.canvas, copy, previous, { parseHtml, force: true })).toMatchObject({ ok: true })
    expect(sameReading((await readPage(bench, copy)).reading, before.reading)).toBe(true)
  })

  it('keeps title and address where those of that time were others', async () => {
    const bench = createBench()
    const { copy, before, previous } = await importCopy(bench)
    const { page } = await readPage(bench, copy)
    const renamed = await putPage(bench.admin, copy, { id: page.id }, { title: 'Our Collections' })
    const options = { parseHtml, slug: renamed.url, force: true }
    expect(await restoreRevision(bench.canvas, copy, previous, options)).toMatchObject({ ok: true })
    const after = await findPage(bench.admin, copy, { id: page.id })
    expect(after).toMatchObject({ title: 'Our Collections', url: renamed.url })
    expect(sameReading(readCollectionsPage(parseHtml(after?.body ?? '')), before.reading)).toBe(true)
  })

  it('notices somebody who saves at the same moment', async () => {
    const bench = createBench()
    const { copy, previous } = await importCopy(bench)
    bench.sandbox.faults.clear()
    bench.sandbox.faults.before(1, () => edit(bench, copy), { method: 'POST' })
    expect(await restoreRevision(bench.canvas, copy, previous, { parseHtml })).toMatchObject({
      ok: false,
      reason: 'conflict',
    })
  })

  it('names a version that is not there', async () => {
    const bench = createBench()
    const { copy } = await importCopy(bench)
    expect(await restoreRevision(bench.canvas, copy, 99, { parseHtml })).toMatchObject({ reason: 'no-such-version' })
  })
})
