import { afterEach, expect, it } from 'vitest'
import { type CliWorld, type Document, openWorld, PAGE } from './cli-world.ts'

const MINUTES = 60_000
let world: CliWorld

afterEach(() => world.close())

/** A course whose own page was there when the copy came, and was deleted since: the copied one has another address. */
async function addMisplaced(): Promise<{ readonly id: number; readonly url: string; readonly page: Document }> {
  const { from, to } = await world.addCopied(['Welcome', 'Week 1'])
  const other = await world.addCourse('MATH101 again', [])
  await world.putPage(other.id, PAGE, { title: 'Canvas Collections Configuration', body: 'Nothing yet' })
  await world.copy(from.id, other.id)
  await world.call('DELETE', `/api/v1/courses/${other.id}/pages/${PAGE}`)
  const pages = await world.call('GET', `/api/v1/courses/${other.id}/pages?search_term=Collections`)
  expect([to.id, pages.length]).toEqual([expect.any(Number), 1])
  return { ...other, page: pages[0] }
}

it.each([true, false])(
  'brings the page to the address where Collections looks (permanent links: %s)',
  {
    timeout: 3 * MINUTES,
  },
  async permanentPageLinks => {
    world = await openWorld({ flags: { permanentPageLinks } })
    const { id, url, page } = await addMisplaced()
    expect(page.url).toBe(`${PAGE}-2`)
    const dry = await world.json(['import', url, '--proceed', '--dry-run'])
    expect(dry.document.dryRun.slug).toBe(PAGE)

    const imported = await world.json(['import', url, '--proceed'])
    expect([imported.code, imported.document.outcome.ok]).toEqual([0, true])
    expect(await world.call('GET', `/api/v1/courses/${id}/pages/${PAGE}`)).toMatchObject({
      page_id: page.page_id,
      url: PAGE,
      title: 'Canvas Collections Configuration',
    })
    expect((await world.json(['check', url])).code).toBe(4)
    const { command } = imported.document.next.find(({ purpose }: Document) => purpose === 'Take it back')
    expect((await world.json(command.split(' ').slice(2))).code).toBe(0)
    expect((await world.json(['check', url])).code).toBe(0)
  },
)
