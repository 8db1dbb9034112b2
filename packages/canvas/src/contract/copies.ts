import { type CourseId, toCourseId } from '@recourse/core'
import { downloadFile } from '../files/download.ts'
import { getFile, listFiles } from '../files/files.ts'
import { listFolders } from '../files/folders.ts'
import { apiPath } from '../http/api-path.ts'
import { readOne } from '../http/listing.ts'
import { getAssetIdMapping } from '../migrations/asset-id-mapping.ts'
import { createCourseCopy, listMigrationIssues, listMigrations } from '../migrations/migrations.ts'
import { pollProgress } from '../migrations/waiting.ts'
import { createModuleItem } from '../module-items.ts'
import { listModules, listModulesWithItems, updateModule } from '../modules.ts'
import { findPage, getPage, listPages, putPage } from '../pages/pages.ts'
import type { AssetIdMapping } from '../wire/asset-id-mapping.ts'
import { type Migration, migration } from '../wire/migration.ts'
import { packageImportBody } from '../wire/new-migration.ts'
import type { Bench } from './bench.ts'
import { describe, expect } from './runner.ts'

/** canvas-api §2.6, §2.7, §3. */
export function describeCopies(bench: Bench): void {
  describe('a course copy', () => {
    contentChecks(bench)
    linkChecks(bench)
    recordChecks(bench)
  })
  describe('a second copy', () => againChecks(bench))
}

async function mappingOf({ canvas }: Bench, courseId: CourseId, migration: Migration): Promise<AssetIdMapping> {
  const outcome = await getAssetIdMapping(canvas, courseId, migration.id)
  if (!outcome.ok) throw new Error(`no mapping: ${outcome.reason}`)
  return outcome.mapping
}

function contentChecks(bench: Bench): void {
  const { check, canvas, newCourse, newPage, newModules, newFile, copy } = bench

  check('takes modules with names, order, state and items along, under new ids', async () => {
    const [from, to] = [await newCourse(), await newCourse()]
    const odd = [`A & <b>"B"</b> $' 😀`, 'Same', 'Same', 'עברית\u00a0x']
    const modules = await newModules(from.id, ...odd)
    const page = await newPage(from.id, 'Week 1', { isPublished: true })
    const [first] = modules
    if (first === undefined) throw new Error('no module')
    await createModuleItem(canvas, from.id, first.id, { type: 'Page', pageUrl: page.url, indent: 2 })
    await createModuleItem(canvas, from.id, first.id, { type: 'SubHeader', title: 'Heading' })
    await updateModule(canvas, from.id, first.id, { isPublished: true })
    const migration = await copy(from.id, to.id)
    const copied = await listModulesWithItems(canvas, to.id)
    expect(copied.map(module => module.name)).toEqual(odd)
    expect(copied.map(module => module.isPublished)).toEqual([true, false, false, false])
    expect(copied[0]?.items).toMatchObject([
      { type: 'Page', title: 'Week 1', indent: 2 },
      { type: 'SubHeader', title: 'Heading' },
    ])
    const mapping = await mappingOf(bench, to.id, migration)
    expect(modules.map(module => mapping.modules.get(module.id))).toEqual(copied.map(module => module.id))
    expect(mapping.moduleItems.size).toBe(2)
  })

  check('takes pages along with slug, state and front page', async () => {
    const [from, to] = [await newCourse(), await newCourse()]
    const hidden = await newPage(from.id, 'Hidden', { body: '<p>h</p>' })
    const front = await newPage(from.id, 'Front', { body: '<p>f</p>', isPublished: true, isFrontPage: true })
    const migration = await copy(from.id, to.id)
    const { pages } = await mappingOf(bench, to.id, migration)
    const ids = [hidden, front].map(page => pages.get(page.id))
    expect(await findPage(canvas, to.id, { slug: 'hidden' })).toMatchObject({
      id: ids[0],
      isPublished: false,
      body: '<p>h</p>',
    })
    expect(await findPage(canvas, to.id, { slug: 'front' })).toMatchObject({
      id: ids[1],
      isPublished: true,
      isFrontPage: true,
    })
  })

  check('takes files along with folder and bytes, under new ids', async () => {
    const [from, to] = [await newCourse(), await newCourse()]
    const file = await newFile(from.id, 'a.png', { parent: { path: 'images/deep' } })
    const migration = await copy(from.id, to.id)
    const { files } = await mappingOf(bench, to.id, migration)
    const [copied] = await listFiles(canvas, to.id)
    if (copied === undefined) throw new Error('no file')
    expect(copied.id).not.toBe(file.id)
    expect(files.get(file.id)).toBe(copied.id)
    expect(await downloadFile(canvas, copied)).toEqual(await downloadFile(canvas, await getFile(canvas, file.id)))
    const folder = (await listFolders(canvas, to.id)).find(each => each.id === copied.folderId)
    expect(folder?.fullName).toMatch(/\/images\/deep$/)
  })

  check('takes only what is selected', async () => {
    const [from, to] = [await newCourse(), await newCourse()]
    const wanted = await newPage(from.id, 'Wanted')
    await newPage(from.id, 'Unwanted')
    await newModules(from.id, 'M')
    await copy(from.id, to.id, { select: { pages: [wanted.id] } })
    expect((await listPages(canvas, to.id)).map(page => page.title)).toEqual(['Wanted'])
    expect(await listModules(canvas, to.id)).toEqual([])
  })
}

function linkChecks(bench: Bench): void {
  const { check, canvas, newCourse, newPage, newModules, newFile, copy } = bench

  check('leads the links of its pages to the new course, and leaves strange ones alone', async () => {
    const [from, to] = [await newCourse(), await newCourse()]
    const [module] = await newModules(from.id, 'M')
    const file = await newFile(from.id, 'a.png')
    const linked = await newPage(from.id, 'Linked')
    if (module === undefined) throw new Error('no module')
    const item = await createModuleItem(canvas, from.id, module.id, { type: 'Page', pageUrl: linked.url })
    const at = `/courses/${from.id}`
    await newPage(from.id, 'Links', {
      body: [
        `<a id="page" href="${at}/pages/linked">p</a>`,
        `<a id="module" href="${at}/modules/${module.id}">m</a>`,
        `<a id="item" href="${at}/modules/items/${item.id}">i</a>`,
        `<img id="file" src="${at}/files/${file.id}/preview" alt="f">`,
        `<a id="home" href="${at}/modules">h</a>`,
        '<a id="strange" href="/courses/1234567/pages/linked">s</a>',
        '<a id="web" href="https://example.com/courses/x">w</a>',
      ].join(''),
    })
    const mapping = await mappingOf(bench, to.id, await copy(from.id, to.id))
    const body = (await getPage(canvas, to.id, { slug: 'links' })).body ?? ''
    const there = `/courses/${to.id}`
    expect(addressOf(body, 'page')).toMatch(new RegExp(`${there}/pages/linked$`))
    expect(addressOf(body, 'module')).toMatch(new RegExp(`${there}/modules/${mapping.modules.get(module.id)}$`))
    expect(addressOf(body, 'item')).toMatch(new RegExp(`${there}/modules/items/${mapping.moduleItems.get(item.id)}$`))
    expect(addressOf(body, 'file')).toMatch(new RegExp(`${there}/files/${mapping.files.get(file.id)}/preview`))
    expect(addressOf(body, 'home')).toMatch(new RegExp(`${there}/modules$`))
    expect(addressOf(body, 'strange')).toContain('/courses/1234567/pages/linked')
    expect(addressOf(body, 'web')).toBe('https://example.com/courses/x')
  })

  check('leaves bare ids in text alone, as a configuration page holds them', async () => {
    const [from, to] = [await newCourse(), await newCourse()]
    const [module] = await newModules(from.id, 'M')
    const json = `{"modules":{"${module?.id}":{"name":"M"}},"courseId":"${from.id}"}`
    await newPage(from.id, 'Config', { body: `<div class="cc" style="display:none">${json}</div>` })
    await copy(from.id, to.id)
    const page = await getPage(canvas, to.id, { slug: 'config' })
    expect(page.body).toContain(`<div class="cc" style="display:none">${json}</div>`)
  })

  check('warns of a link whose target was not copied', async () => {
    const [from, to] = [await newCourse(), await newCourse()]
    const [module] = await newModules(from.id, 'Stays behind')
    const body = `<p><a href="/courses/${from.id}/modules/${module?.id}">m</a></p>`
    const page = await newPage(from.id, 'Links', { body })
    const migration = await copy(from.id, to.id, { select: { pages: [page.id] } })
    const issues = await listMigrationIssues(canvas, to.id, migration.id)
    expect(issues).toMatchObject([{ type: 'warning', workflowState: 'active' }])
    expect(migration.issuesCount).toBeGreaterThanOrEqual(1)
  })
}

/** The address in the element with this id. */
function addressOf(body: string, id: string): string {
  const tag = new RegExp(`<[^>]*\\bid="${id}"[^>]*>`).exec(body)?.[0] ?? ''
  return (/(?:href|src)="([^"]*)"/.exec(tag)?.[1] ?? '').replaceAll('&amp;', '&')
}

function recordChecks(bench: Bench): void {
  const { check, canvas, newCourse, newPage, copy } = bench

  check('is on record in the destination, newest first, with its source', async () => {
    const [from, to] = [await newCourse('The source'), await newCourse()]
    const first = await copy(from.id, to.id)
    const second = await copy(from.id, to.id)
    const all = await listMigrations(canvas, to.id)
    expect(all.map(each => each.id)).toEqual([second.id, first.id])
    expect(all[0]).toMatchObject({
      type: 'course_copy_importer',
      workflowState: 'completed',
      source: { courseId: from.id, courseName: 'The source' },
    })
  })

  check('has a progress that ends', async () => {
    const [from, to] = [await newCourse(), await newCourse()]
    const { progressId } = await createCourseCopy(canvas, to.id, { sourceCourseId: from.id })
    if (progressId === null) throw new Error('no progress')
    expect(await pollProgress(canvas, progressId)).toMatchObject({ workflowState: 'completed', completion: 100 })
  })

  check('has no record before it is over', async () => {
    const { id } = await newCourse()
    const waiting = await readOne(canvas, migration, {
      method: 'POST',
      url: apiPath`/courses/${id}/content_migrations`,
      body: packageImportBody({ type: 'canvas_cartridge_importer', name: 'c.imscc', size: 1000 }),
      task: 'announce a package that never comes',
    })
    expect(waiting.upload?.url).toMatch(/^https?:/)
    expect(await getAssetIdMapping(canvas, id, waiting.id)).toEqual({ ok: false, reason: 'incomplete' })
  })

  check('is refused from a course that does not exist', async () => {
    const { id } = await newCourse()
    const copying = createCourseCopy(canvas, id, { sourceCourseId: toCourseId('99999999999') })
    await expect(copying).rejects.toMatchObject({ kind: expect.stringMatching(/refused|missing/) })
  })

  check('has a record that goes one step: of a chain each course knows the one before', async () => {
    const [a, b, c] = [await newCourse(), await newCourse(), await newCourse()]
    const page = await newPage(a.id, 'P')
    const first = await mappingOf(bench, b.id, await copy(a.id, b.id))
    const second = await mappingOf(bench, c.id, await copy(b.id, c.id))
    const inB = first.pages.get(page.id)
    if (inB === undefined) throw new Error('no page')
    expect(second.pages.get(page.id)).toBeUndefined()
    expect(await getPage(canvas, c.id, { id: second.pages.get(inB) ?? page.id })).toMatchObject({ title: 'P' })
  })
}

function againChecks(bench: Bench): void {
  const { check, canvas, newCourse, newPage, newModules, newFile, copy } = bench

  check('replaces what the first brought, edits made there included, under the same ids', async () => {
    const [from, to] = [await newCourse(), await newCourse()]
    const page = await newPage(from.id, 'P', { body: '<p>1</p>' })
    const [module] = await newModules(from.id, 'M')
    const file = await newFile(from.id, 'a.png')
    const before = await mappingOf(bench, to.id, await copy(from.id, to.id))
    const there = before.pages.get(page.id) ?? page.id
    await putPage(canvas, to.id, { id: there }, { body: '<p>edited here</p>' })
    await putPage(canvas, from.id, { id: page.id }, { body: '<p>2</p>' })
    const after = await mappingOf(bench, to.id, await copy(from.id, to.id))
    expect(await getPage(canvas, to.id, { id: there })).toMatchObject({ body: '<p>2</p>' })
    expect(after.pages.get(page.id)).toBe(there)
    expect(module && after.modules.get(module.id)).toBe(module && before.modules.get(module.id))
    expect(after.files.get(file.id)).toBe(before.files.get(file.id))
    expect(await listModules(canvas, to.id)).toHaveLength(1)
    expect(await listFiles(canvas, to.id)).toHaveLength(1)
  })

  check('keeps what was made in the destination, and puts new modules after it', async () => {
    const [from, to] = [await newCourse(), await newCourse()]
    await newModules(from.id, 'First')
    await copy(from.id, to.id)
    await newPage(to.id, 'Own page')
    await newModules(to.id, 'Own module')
    await newModules(from.id, 'Second')
    await copy(from.id, to.id)
    expect((await listModules(canvas, to.id)).map(module => module.name)).toEqual(['First', 'Own module', 'Second'])
    expect((await listPages(canvas, to.id)).map(page => page.title)).toEqual(['Own page'])
  })

  check('does not merge by title: a page of the same name gets another slug', async () => {
    const [from, to] = [await newCourse(), await newCourse()]
    await newPage(to.id, 'Twin', { body: '<p>own</p>' })
    await newPage(from.id, 'Twin', { body: '<p>copied</p>' })
    await copy(from.id, to.id)
    expect(await findPage(canvas, to.id, { slug: 'twin' })).toMatchObject({ body: '<p>own</p>' })
    expect(await findPage(canvas, to.id, { slug: 'twin-2' })).toMatchObject({ body: '<p>copied</p>' })
  })
}
