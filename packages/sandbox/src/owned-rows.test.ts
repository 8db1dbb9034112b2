import { describe, expect, it } from 'vitest'
import { askAs } from './ask.ts'
import { rootFolder } from './files/folders.ts'
import { createFile, settleName } from './files/store.ts'
import { itemsByContent, itemsByModule, modulesByCourse } from './owned-rows.ts'
import { createSandbox } from './sandbox.ts'

async function setUp() {
  const { world, people, ...sandbox } = createSandbox()
  const ask = askAs({ world, people, ...sandbox }, people.administrator)
  const course = async (): Promise<number> =>
    (await ask('POST', '/api/v1/accounts/1/courses', { course: { name: 'A' } })).json.id
  const addModule = async (id: number): Promise<number> =>
    (await ask('POST', `/api/v1/courses/${id}/modules`, { module: { name: 'M' } })).json.id
  return { world, ask, course, addModule }
}

describe('rows by what they belong to', () => {
  it('are found as they arrive, each with its own', async () => {
    const t = await setUp()
    const [a, b] = [await t.course(), await t.course()]
    const modulesOf = (id: number) => modulesByCourse.of(t.world.rows.modules, id).map(row => row.id)
    expect([modulesOf(a), modulesOf(b)]).toEqual([[], []])
    const first = await t.addModule(a)
    expect([modulesOf(a), modulesOf(b)]).toEqual([[first], []])
    const [second, third] = [await t.addModule(b), await t.addModule(a)]
    expect([modulesOf(a), modulesOf(b)]).toEqual([[first, third], [second]])
  })

  it('go along when they move', async () => {
    const t = await setUp()
    const id = await t.course()
    const [one, other] = [await t.addModule(id), await t.addModule(id)]
    const items = (module: number) => `/api/v1/courses/${id}/modules/${module}/items`
    const head = { module_item: { type: 'SubHeader', title: 'H' } }
    const moved = (await t.ask('POST', items(one), head)).json.id
    const stays = (await t.ask('POST', items(one), head)).json.id
    await t.ask('PUT', `${items(one)}/${moved}`, { module_item: { module_id: other } })
    const itemsOf = (module: number) => itemsByModule.of(t.world.rows.moduleItems, module).map(row => row.id)
    expect([itemsOf(one), itemsOf(other)]).toEqual([[stays], [moved]])
    expect((await t.ask('GET', items(other))).json.map((row: { id: number }) => row.id)).toEqual([moved])
    await t.ask('PUT', `${items(other)}/${moved}`, { module_item: { module_id: one, position: 1 } })
    expect((await t.ask('GET', items(one))).json.map((row: { id: number }) => row.id)).toEqual([moved, stays])
  })

  it('are found by what they show, also when that is replaced', async () => {
    const t = await setUp()
    const id = await t.course()
    const module = await t.addModule(id)
    const [old, fresh] = ['1', '2'].map(text =>
      createFile(t.world, {
        ...{ courseId: id, folderId: rootFolder(t.world, id).id, displayName: 'a.txt' },
        bytes: new TextEncoder().encode(text),
      }),
    )
    const item = { module_item: { type: 'File', content_id: old?.id } }
    const made = (await t.ask('POST', `/api/v1/courses/${id}/modules/${module}/items`, item)).json.id
    if (fresh) settleName(t.world, fresh, 'overwrite')
    const shown = [old, fresh].map(file =>
      itemsByContent.of(t.world.rows.moduleItems, file?.id ?? 0).map(row => row.id),
    )
    expect(shown).toEqual([[], [made]])
  })
})
