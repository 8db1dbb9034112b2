import type { CourseId, ModuleId } from '@recourse/core'
import { createModuleItem, deleteModuleItem, listModuleItems, updateModuleItem } from '../module-items.ts'
import { createModule, deleteModule, getModule, listModules, listModulesWithItems, updateModule } from '../modules.ts'
import { getPage } from '../pages/pages.ts'
import { type Bench, jsonOf } from './bench.ts'
import { describe, expect } from './runner.ts'

/** canvas-api §2.2, §2.3. */
export function describeModules(bench: Bench): void {
  describe('a module', () => moduleChecks(bench))
  describe('an item of a module', () => itemChecks(bench))
}

function moduleChecks({ check, canvas, raw, newCourse, newModules, newPage }: Bench): void {
  const names = async (courseId: CourseId) => (await listModules(canvas, courseId)).map(module => module.name)

  check('is made unpublished, at the end, with its name as given', async () => {
    const { id } = await newCourse()
    const odd = [`A & <b>"B"</b> $' \\ 😀`, 'עברית\u00a0x', 'x'.repeat(255), '0', 'constructor']
    await newModules(id, ...odd)
    const modules = await listModules(canvas, id)
    expect(modules.map(module => module.name)).toEqual(odd)
    expect(modules.map(module => module.position)).toEqual([1, 2, 3, 4, 5])
    expect(modules.every(module => module.isPublished === false)).toBe(true)
  })

  check('is not made without a name', async () => {
    const { id } = await newCourse()
    await expect(createModule(canvas, id, { name: '' })).rejects.toMatchObject({ kind: 'refused', status: 400 })
    const reply = await raw(`/api/v1/courses/${id}/modules`, { method: 'POST' })
    expect([reply.status, await jsonOf(reply)]).toEqual([400, { message: 'missing module parameter' }])
  })

  check('goes where it is told, and the others make room', async () => {
    const { id } = await newCourse()
    const [, , last] = await newModules(id, 'A', 'B', 'C')
    await createModule(canvas, id, { name: 'New', position: 2 })
    expect(await names(id)).toEqual(['A', 'New', 'B', 'C'])
    if (last !== undefined) await updateModule(canvas, id, last.id, { position: 1, name: 'Z' })
    expect(await names(id)).toEqual(['Z', 'A', 'New', 'B'])
    expect((await listModules(canvas, id)).map(module => module.position)).toEqual([1, 2, 3, 4])
  })

  check('publishes its items with itself, and unpublishes only itself', async () => {
    const { id } = await newCourse()
    const [module] = await newModules(id, 'A')
    const page = await newPage(id, 'P')
    if (module === undefined) throw new Error('no module')
    await createModuleItem(canvas, id, module.id, { type: 'Page', pageUrl: page.url })
    expect(await updateModule(canvas, id, module.id, { isPublished: true })).toMatchObject({ isPublished: true })
    expect((await listModuleItems(canvas, id, module.id))[0]?.isPublished).toBe(true)
    expect(await getPage(canvas, id, { id: page.id })).toMatchObject({ isPublished: true })
    await updateModule(canvas, id, module.id, { isPublished: false })
    expect((await listModuleItems(canvas, id, module.id))[0]?.isPublished).toBe(true)
  })

  check('depends only on modules before it', async () => {
    const { id } = await newCourse()
    const [a, b, c] = await newModules(id, 'A', 'B', 'C')
    if (a === undefined || b === undefined || c === undefined) throw new Error('no modules')
    const changed = await updateModule(canvas, id, b.id, { prerequisiteModuleIds: [a.id, c.id] })
    expect(changed.prerequisiteModuleIds).toEqual([a.id])
    expect((await updateModule(canvas, id, b.id, { prerequisiteModuleIds: [] })).prerequisiteModuleIds).toEqual([])
  })

  check('is gone once deleted, and the others stay', async () => {
    const { id } = await newCourse()
    const [a] = await newModules(id, 'A', 'B')
    if (a === undefined) throw new Error('no module')
    expect(await deleteModule(canvas, id, a.id)).toMatchObject({ id: a.id, name: 'A' })
    await expect(getModule(canvas, id, a.id)).rejects.toMatchObject({ kind: 'missing' })
    expect(await names(id)).toEqual(['B'])
  })

  check('has all its items read, also where Canvas leaves them out of the list', async () => {
    const { id } = await newCourse()
    const [module] = await newModules(id, 'A', 'Empty')
    if (module === undefined) throw new Error('no module')
    for (let n = 1; n <= 101; n++)
      await createModuleItem(canvas, id, module.id, { type: 'SubHeader', title: `Header ${n}` })
    const reply = await raw(`/api/v1/courses/${id}/modules?include[]=items`)
    expect(await jsonOf(reply)).not.toMatchObject([{ items: expect.anything() }, {}])
    const modules = await listModulesWithItems(canvas, id)
    expect(modules.map(each => [each.itemsCount, each.items.length])).toEqual([
      [101, 101],
      [0, 0],
    ])
    expect(modules[0]?.items.map(item => item.position)).toEqual(Array.from({ length: 101 }, (_, at) => at + 1))
  })

  check('is found by a part of its name', async () => {
    const { id } = await newCourse()
    await newModules(id, 'Week one', 'Week two')
    const reply = await raw(`/api/v1/courses/${id}/modules?search_term=WO`)
    expect(await jsonOf(reply)).toMatchObject([{ name: 'Week two' }])
  })
}

function itemChecks({ check, canvas, newCourse, newModules, newPage, newFile }: Bench): void {
  async function newModule(): Promise<{ readonly courseId: CourseId; readonly moduleId: ModuleId }> {
    const { id } = await newCourse()
    const [module] = await newModules(id, 'M')
    if (module === undefined) throw new Error('no module')
    return { courseId: id, moduleId: module.id }
  }

  check('shows a page, a file, a heading or an address, each with what belongs to it', async () => {
    const { courseId, moduleId } = await newModule()
    const page = await newPage(courseId, 'My page')
    const file = await newFile(courseId, 'a.png')
    await createModuleItem(canvas, courseId, moduleId, { type: 'Page', pageUrl: page.url, indent: 1 })
    await createModuleItem(canvas, courseId, moduleId, { type: 'File', contentId: file.id })
    await createModuleItem(canvas, courseId, moduleId, { type: 'SubHeader', title: 'Heading' })
    const link = {
      type: 'ExternalUrl',
      title: 'Out',
      externalUrl: 'https://example.com/?a=1&b=2',
      opensInNewTab: true,
    } as const
    await createModuleItem(canvas, courseId, moduleId, link)
    const items = await listModuleItems(canvas, courseId, moduleId)
    expect(items).toMatchObject([
      { type: 'Page', title: 'My page', position: 1, indent: 1, pageUrl: page.url, contentId: null },
      { type: 'File', title: 'a.png', position: 2, contentId: file.id, pageUrl: null },
      { type: 'SubHeader', title: 'Heading', position: 3, htmlUrl: null, contentId: null },
      { type: 'ExternalUrl', title: 'Out', externalUrl: link.externalUrl, opensInNewTab: true },
    ])
    expect(items[0]?.htmlUrl).toMatch(new RegExp(`/courses/${courseId}/modules/items/${items[0]?.id}$`))
  })

  check('needs something to show', async () => {
    const { courseId, moduleId } = await newModule()
    const wrong = [
      createModuleItem(canvas, courseId, moduleId, { type: 'Page', pageUrl: 'no-such-page' }),
      createModuleItem(canvas, courseId, moduleId, { type: 'File', contentId: '99999999999' }),
    ]
    for (const each of wrong)
      await expect(each).rejects.toMatchObject({ kind: expect.stringMatching(/refused|missing/) })
    expect(await listModuleItems(canvas, courseId, moduleId)).toEqual([])
  })

  check('renames the page behind it', async () => {
    const { courseId, moduleId } = await newModule()
    const page = await newPage(courseId, 'Before')
    const item = await createModuleItem(canvas, courseId, moduleId, { type: 'Page', pageUrl: page.url })
    await updateModuleItem(canvas, { courseId, moduleId, itemId: item.id }, { title: 'After' })
    expect(await getPage(canvas, courseId, { id: page.id })).toMatchObject({ title: 'After', url: 'after' })
  })

  check('moves within its module and to another one', async () => {
    const { courseId, moduleId } = await newModule()
    const [other] = await newModules(courseId, 'Other')
    const titles = ['A', 'B', 'C']
    const items = []
    for (const title of titles)
      items.push(await createModuleItem(canvas, courseId, moduleId, { type: 'SubHeader', title }))
    const [a, , c] = items
    if (a === undefined || c === undefined || other === undefined) throw new Error('no items')
    await updateModuleItem(canvas, { courseId, moduleId, itemId: c.id }, { position: 1 })
    expect((await listModuleItems(canvas, courseId, moduleId)).map(item => item.title)).toEqual(['C', 'A', 'B'])
    await updateModuleItem(canvas, { courseId, moduleId, itemId: a.id }, { moduleId: other.id })
    expect((await listModuleItems(canvas, courseId, other.id)).map(item => item.title)).toEqual(['A'])
    expect((await listModuleItems(canvas, courseId, moduleId)).map(item => item.title)).toEqual(['C', 'B'])
  })

  check('leaves what it shows behind when it is removed', async () => {
    const { courseId, moduleId } = await newModule()
    const page = await newPage(courseId, 'Stays')
    const item = await createModuleItem(canvas, courseId, moduleId, { type: 'Page', pageUrl: page.url })
    expect(await deleteModuleItem(canvas, { courseId, moduleId, itemId: item.id })).toMatchObject({ id: item.id })
    expect(await listModuleItems(canvas, courseId, moduleId)).toEqual([])
    expect(await getPage(canvas, courseId, { id: page.id })).toMatchObject({ title: 'Stays' })
  })
}
