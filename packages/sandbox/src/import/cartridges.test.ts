import { readdir, readFile } from 'node:fs/promises'
import {
  createPage,
  findPage,
  importPackage,
  listFiles,
  listModules,
  listPages,
  proceedImport,
  waitForMigration,
} from '@recourse/canvas'
import { type CourseId, canonicalSlug, readCollectionsPage } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import {
  type Bench,
  configurationOf,
  copyCourse,
  createBench,
  drawPlan,
  drawReadyPlan,
  type EntryToWrite,
  newCourse,
  newModules,
  ORIGIN,
  writeConfiguration,
} from './copied-course.fixture.ts'
import { parseHtml } from './parse-html.fixture.ts'

const folder = new URL('../../test-data/', import.meta.url)
const names = (await readdir(folder)).filter(name => name.endsWith('.imscc'))
const cases = names.flatMap(name => [true, false].map(preciseLinks => ({ name, preciseLinks })))

/** As somebody with a browser: the package is uploaded into an empty course. */
async function load(bench: Bench, name: string): Promise<CourseId> {
  const course = await newCourse(bench, name)
  const content = new Blob([await readFile(new URL(name, folder))])
  const { id } = await importPackage(bench.admin, course, { type: 'canvas_cartridge_importer', name, content })
  await bench.sandbox.copies.finish()
  expect((await waitForMigration(bench.admin, course, id)).workflowState).toBe('completed')
  return course
}

/** A card for every module there is, with the course's own files as pictures and links to its own pages. */
async function configure(bench: Bench, course: CourseId): Promise<readonly EntryToWrite[]> {
  const { admin } = bench
  if ((await listModules(admin, course)).length === 0) await newModules(bench, course, ['Week 1', 'Week 2'])
  if ((await listPages(admin, course)).length === 0) await createPage(admin, course, { title: 'Welcome' })
  const [modules, files, pages] = await Promise.all([
    listModules(admin, course),
    listFiles(admin, course),
    listPages(admin, course),
  ])
  const entries = modules.map(({ id, name }, index): EntryToWrite => {
    const [file, page] = [files[index % Math.max(1, files.length)], pages[index % pages.length]]
    const image = file === undefined ? '' : `${ORIGIN}/courses/${course}/files/${file.id}/download`
    const description = `<p>About ${index}: <a href="${ORIGIN}/courses/${course}/pages/${page?.url}">read</a></p>`
    return { id, name, image, description }
  })
  await writeConfiguration(bench, course, configurationOf(entries))
  return entries
}

describe.each(cases)('a course made of $name (precise links: $preciseLinks)', ({ name, preciseLinks }) => {
  it('is copied, checked and imported, its pictures and links those of the copy', async () => {
    const bench = createBench({ flags: { preciseLinks } })
    const source = await load(bench, name)
    const entries = await configure(bench, source)
    const copy = await newCourse(bench, 'next term')
    await copyCourse(bench, source, copy)
    const plan = await drawReadyPlan(bench.canvas, copy)
    expect(plan).toMatchObject({ verdict: 'clean', importedUnmatched: [], currentUnmatched: [], reasons: [] })
    expect(plan.matched.map(({ evidence }) => evidence)).toEqual(entries.map(() => 'copied'))
    expect(await proceedImport(bench.canvas, plan, { parseHtml })).toMatchObject({ ok: true })
    expect(await drawPlan(bench.canvas, copy)).toMatchObject({ kind: 'nothing', why: 'already-here' })
    const body = (await findPage(bench.admin, copy, { slug: canonicalSlug }))?.body ?? ''
    const reading = readCollectionsPage(parseHtml(body))
    const now = reading.ok ? reading.page.configuration.modules : []
    expect(now).toHaveLength(entries.length)
    expect(JSON.stringify(now)).not.toContain(`/courses/${source}/`)
    expect(now.filter(({ image }) => image.includes(`/courses/${copy}/files/`))).toHaveLength(
      entries.filter(({ image }) => image !== '').length,
    )
    expect(now.every(({ description }) => description.includes(`/courses/${copy}/pages/`))).toBe(true)
  })
})
