import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { createDemo, type DemoSummary } from '@recourse/sandbox'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Running, run, start } from './cli-run.ts'
import { type CliWorld, configurationPage, type Document, openWorld, PAGE } from './cli-world.ts'

const MINUTES = 60_000

function urlOf({ url }: CliWorld, { id }: { readonly id: number }): string {
  return `${url}/courses/${id}`
}

describe('the command on the demo', () => {
  let world: CliWorld
  let demo: DemoSummary
  beforeAll(async () => {
    world = await openWorld()
    demo = await createDemo(world.sandbox)
  })
  afterAll(() => world.close())

  it('names each unmatched module of the messy copy with its reason, and each bad image', {
    timeout: MINUTES,
  }, async () => {
    const { code, document } = await world.json(['check', urlOf(world, demo.messy)])
    expect(code).toBe(3)
    const rows: readonly Document[] = document.plan.importedUnmatched
    expect(rows.length).toBeGreaterThan(2)
    for (const row of rows) for (const words of [row.oldName, row.why, row.text]) expect(words).toMatch(/\S/)
    const bad = document.plan.images.filter(({ verdict }: Document) => ['missing', 'elsewhere'].includes(verdict))
    expect(bad.map(({ verdict }: Document) => verdict).toSorted()).toEqual(['elsewhere', 'missing'])
    for (const image of bad) expect(image.text).toMatch(/\S/)
    const plain = await world.cli(['check', urlOf(world, demo.messy)])
    for (const { oldName } of rows) expect(plain.stdout).toContain(oldName)
  })

  it('checks the clean copy with 0, every module by Canvas’s record, and moves its dates by 26 weeks', {
    timeout: 2 * MINUTES,
  }, async () => {
    const url = urlOf(world, demo.clean)
    const checked = await world.json(['import', url, '--proceed', '--dry-run', '--dates', 'shift'])
    expect([checked.code, (await world.cli(['check', url])).code]).toEqual([0, 0])
    expect(checked.document.plan.matched.map(({ evidence }: Document) => evidence)).toEqual(Array(14).fill('copied'))
    const dated = checked.document.plan.dates.rows.filter(({ oldOn }: Document) => oldOn !== null)
    expect(dated.length).toBeGreaterThan(5)
    for (const { oldOn, newOn } of dated)
      expect([oldOn, Date.parse(newOn) - Date.parse(oldOn)]).toEqual([oldOn, 182 * 86_400_000])
    expect((await world.cli(['import', url, '--proceed', '--dates', 'shift'])).code).toBe(0)
    expect((await world.cli(['check', url])).code).toBe(4)
    expect((await world.cli(['import', url, '--proceed'])).code).toBe(4)
    const page = await world.readPage(demo.clean.id)
    for (const { newOn } of dated) expect(page).toContain(newOn)
    for (const { oldOn } of dated) expect(page).not.toContain(oldOn)
  })

  it('needs a person where names alone tell, nobody for a chain, and nothing where nothing is', {
    timeout: 2 * MINUTES,
  }, async () => {
    const codes: (number | null)[] = []
    for (const course of [demo.byNames, demo.chained, demo.middle, demo.source, demo.library])
      codes.push((await world.cli(['check', urlOf(world, course)])).code)
    expect(codes).toEqual([3, 0, 0, 4, 4])
    expect((await world.cli(['import', urlOf(world, demo.chained), '--proceed'])).code).toBe(0)
  })
})

describe('the command while Canvas copies', () => {
  it('answers 5 at every step and writes nothing, and 0 afterwards', { timeout: 5 * MINUTES }, async () => {
    const world = await openWorld({ copySpeedMs: 'held' })
    const { to } = await world.addCopied(['Welcome', 'Week 1'])
    const { copies, faults } = world.sandbox
    let steps = 0
    faults.clear()
    for (let step: string | null = 'asked for'; step !== null; step = await copies.step()) {
      const list = await world.call('GET', `/api/v1/courses/${to.id}/content_migrations`)
      if (list[0].workflow_state === 'completed') break
      const words = steps % 2 === 0 ? ['check', to.url] : ['import', to.url, '--proceed']
      expect([step, (await world.cli(words)).code]).toEqual([step, 5])
      steps += 1
    }
    expect(steps).toBeGreaterThan(5)
    expect(faults.log.filter(({ method }) => method !== 'GET')).toEqual([])
    await copies.finish()
    expect((await world.cli(['import', to.url, '--proceed'])).code).toBe(0)
    await world.close()
  })
})

describe('a sandbox served by the command', () => {
  let served: Running | undefined
  afterEach(() => void served?.child.kill('SIGTERM'))

  /** The one line that it prints when it is ready. */
  async function serve(words: readonly string[]): Promise<Document> {
    const running = start(['sandbox', '--port', '0', ...words])
    served = running
    return new Promise((resolve, reject) => {
      let text = ''
      running.child.stdout?.on('data', (chunk: Buffer) => {
        text += chunk.toString()
        if (text.includes('\n')) resolve(JSON.parse(text.slice(0, text.indexOf('\n'))))
      })
      running.ended.then(({ stderr }) => reject(new Error(`the sandbox ended: ${stderr}`)), reject)
    })
  }

  const folder = fileURLToPath(new URL('../packages/sandbox/test-data/', import.meta.url))

  it.each(['precise', 'string'])(
    'loads every course export; a copy of each is checked and imported (links: %s)',
    {
      timeout: 5 * MINUTES,
    },
    async links => {
      const files = (await readdir(folder)).filter(name => name.endsWith('.imscc'))
      const cartridges = files.flatMap(name => ['--cartridge', `${folder}${name}`])
      const { url, users, courses } = await serve([...cartridges, '--links', links, '--no-demo'])
      const token = users.find(({ role }: Document) => /admin/i.test(role)).token
      expect(courses).toHaveLength(files.length)
      for (const course of courses) {
        const copy = await copyConfigured({ url, token }, course.id)
        expect((await run(['canvas', 'check', copy], { CANVAS_TOKEN: token })).code).toBe(0)
        expect((await run(['canvas', 'import', copy, '--proceed'], { CANVAS_TOKEN: token })).code).toBe(0)
        expect((await run(['canvas', 'check', copy], { CANVAS_TOKEN: token })).code).toBe(4)
      }
    },
  )
})

/** Writes a configuration into a course and copies it, over HTTP as anybody would; the address of the copy. */
async function copyConfigured(canvas: { readonly url: string; readonly token: string }, id: number): Promise<string> {
  const headers = { authorization: `Bearer ${canvas.token}`, 'content-type': 'application/json' }
  const call = async (method: string, path: string, body?: object): Promise<Document> => {
    const content = body === undefined ? {} : { body: JSON.stringify(body) }
    const reply = await fetch(`${canvas.url}/api/v1${path}`, { method, headers, ...content })
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status}`)
    return reply.json()
  }
  const modules = await call('GET', `/courses/${id}/modules?per_page=100`)
  if (modules.length === 0) modules.push(await call('POST', `/courses/${id}/modules`, { module: { name: 'Week 1' } }))
  const made = { id, url: '', modules: modules.map((module: Document) => module.id) }
  const page = configurationPage(
    made,
    modules.map(({ name }: Document) => name),
  )
  await call('PUT', `/courses/${id}/pages/${PAGE}`, { wiki_page: page })
  const copy = await call('POST', '/accounts/1/courses', { course: { name: 'next term' } })
  const settings = { source_course_id: String(id) }
  const asked = { migration_type: 'course_copy_importer', settings }
  const { id: migration } = await call('POST', `/courses/${copy.id}/content_migrations`, asked)
  for (let state = ''; state !== 'completed'; ) {
    state = (await call('GET', `/courses/${copy.id}/content_migrations/${migration}`)).workflow_state
    if (state === 'failed') throw new Error('the copy failed')
  }
  return `${canvas.url}/courses/${copy.id}`
}
