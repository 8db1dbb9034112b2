import { afterEach, expect, it } from 'vitest'
import { type CliWorld, configurationPage, openWorld, PAGE } from './cli-world.ts'

const MINUTES = 60_000
let world: CliWorld

afterEach(() => world.close())

it('lists what was saved, undoes an import, and refuses where somebody has worked on', {
  timeout: 4 * MINUTES,
}, async () => {
  world = await openWorld()
  const { to } = await world.addCopied(['Welcome', 'Week 1'])
  const before = await world.readPage(to.id)
  expect((await world.cli(['import', to.url, '--proceed'])).code).toBe(0)

  const listed = await world.json(['history', to.url])
  expect(listed.code).toBe(0)
  expect(listed.document.versions).toMatchObject([
    { revisionId: 2, isLatest: true, content: { kind: 'configuration', isOwn: true, isImport: true } },
    { revisionId: 1, content: { isOwn: false, isImport: false } },
  ])
  expect(listed.document.next[0].command).toBe(`recourse canvas restore ${to.url} --revision 1`)

  const undone = await world.json(['restore', to.url, '--revision', '1'])
  expect([undone.code, undone.document.outcome.ok]).toEqual([0, true])
  expect(await world.readPage(to.id)).toBe(before)

  const unsaid = await world.json(['restore', to.url])
  expect([unsaid.code, unsaid.document.error.next]).toEqual([1, `recourse canvas history ${to.url} lists them.`])
  const missing = await world.json(['restore', to.url, '--revision', '99'])
  expect([missing.code, missing.document.outcome.reason]).toEqual([1, 'no-such-version'])

  expect(undone.document.next[0].command).toBe(`recourse canvas restore ${to.url} --revision 2 --undoes 3`)
  expect((await world.json(['restore', to.url, '--revision', '2', '--undoes', '3'])).code).toBe(0)
  expect((await world.json(['restore', to.url, '--revision', '1'])).code).toBe(0)

  const refused = await world.json(['restore', to.url, '--revision', '2'])
  expect([refused.code, refused.document.outcome.reason]).toEqual([3, 'not-ours'])
  expect((await world.json(['restore', to.url, '--revision', '2', '--force'])).code).toBe(0)
})

it('starts again only after the loss was named and confirmed', { timeout: 3 * MINUTES }, async () => {
  world = await openWorld()
  const { to } = await world.addCopied(['Welcome', 'Week 1'])
  const before = await world.readPage(to.id)
  const asked = await world.cli(['import', to.url, '--refresh'])
  expect(asked.code).toBe(3)
  expect(asked.stderr).toContain('It takes away 1 collection, 2 descriptions and 1 date.')
  expect(asked.stderr).toContain('Add --yes')
  expect(await world.readPage(to.id)).toBe(before)
  expect((await world.cli(['import', to.url, '--proceed', '--refresh', '--yes'])).code).toBe(1)
  expect(await world.readPage(to.id)).toBe(before)
  expect((await world.cli(['import', to.url, '--refresh', '--yes'])).code).toBe(0)
  expect(await world.readPage(to.id)).not.toContain('About')
})

it('lets a person choose among several configurations', { timeout: 2 * MINUTES }, async () => {
  world = await openWorld()
  const { from, to } = await world.addCopied(['Welcome'])
  const second = { ...configurationPage(from, ['Welcome']), title: 'Canvas Collections Configuration 2' }
  await world.putPage(to.id, `${PAGE}-2`, second)
  const stuck = await world.json(['import', to.url, '--proceed'])
  expect([stuck.code, stuck.document.plan.kind]).toEqual([3, 'stuck'])
  expect(stuck.document.next.map(({ command }: { command: string }) => command)).toContain(
    `recourse canvas check ${to.url} --page ${PAGE}-2`,
  )
  const wrong = await world.cli(['check', to.url, '--page', 'elsewhere'])
  expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining(`There is: ${PAGE}`)])
  const chosen = await world.json(['check', to.url, '--page', PAGE])
  expect(chosen.document.next[0].command).toBe(`recourse canvas import ${to.url} --proceed --page ${PAGE}`)
  expect((await world.json(['import', to.url, '--page', PAGE, '--proceed'])).code).toBe(0)
  const listed = await world.json(['history', to.url, '--page', `${PAGE}-2`])
  expect(listed.document.page.slug).toBe(`${PAGE}-2`)
})
