import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type CliWorld, configurationPage, type Document, openWorld, PAGE } from './cli-world.ts'

const MINUTES = 60_000
const names = ['Welcome', 'Week 1: Q&A <b>', 'f(x) = y', "It's $' done", '第4週 👩‍👩‍👧‍👦', '\u001b[31mRed']

let world: CliWorld

afterEach(() => world.close())

async function firstModule(course: number, name: string): Promise<number> {
  const list = await world.call('GET', `/api/v1/courses/${course}/modules?per_page=100`)
  return list.find((module: Document) => module.name === name).id
}

describe('recourse canvas on a clean copy', () => {
  it('checks, imports and finds itself done', { timeout: 3 * MINUTES }, async () => {
    world = await openWorld()
    const { to } = await world.addCopied(names)

    const checked = await world.json(['check', to.url])
    expect(checked.code).toBe(0)
    expect(checked.document).toMatchObject({ version: 1, command: 'check', exitCode: 0, plan: { verdict: 'clean' } })
    expect(checked.document.plan.matched.map((row: Document) => row.evidence)).toEqual(names.map(() => 'copied'))
    expect(checked.document.plan.matched.map((row: Document) => row.name)).toEqual(names)
    expect(checked.document.next[0].command).toBe(`recourse canvas import ${to.url} --proceed`)

    const before = await world.readPage(to.id)
    const undecided = await world.cli(['import', to.url])
    expect(undecided.code).toBe(3)
    expect(undecided.stderr).toContain('Add --proceed')
    const dry = await world.json(['import', to.url, '--proceed', '--dry-run', '--dates', 'shift:182'])
    expect(dry.code).toBe(0)
    expect(dry.document.dryRun.written.body).toContain('2026-09-07')
    expect(await world.readPage(to.id)).toBe(before)

    const report = join(mkdtempSync(join(tmpdir(), 'recourse-')), 'report.html')
    const imported = await world.json(['import', to.url, '--proceed', '--dates', 'shift:182', '--report', report])
    expect(imported.code).toBe(0)
    expect(imported.document).toMatchObject({
      plan: { dates: { days: 182 } },
      outcome: { ok: true, previousRevisionId: 1 },
    })
    const page = await world.readPage(to.id)
    expect(page).toContain('2026-09-07')
    expect(page).not.toContain('2026-03-09')
    const html = readFileSync(report, 'utf8')
    expect(html).toContain('Imported: 6 modules')
    expect(html).not.toContain('\u001b')

    const again = await world.cli(['import', to.url, '--proceed'])
    expect(again.code).toBe(4)
    expect(again.stdout).toContain('imported already')
    expect(await world.readPage(to.id)).toBe(page)
  })

  it('prints names harmlessly, and only the result on standard output', { timeout: MINUTES }, async () => {
    world = await openWorld()
    const { to } = await world.addCopied(names)
    const { stdout, stderr } = await world.cli(['check', to.url, '--verbose', '--all'])
    expect(stdout).toMatch(/^Canvas Collections after a course copy\n/)
    expect(stdout).not.toContain('\u001b')
    expect(stdout).toContain('␛[31mRed')
    expect(stderr).toContain(`GET /api/v1/courses/${to.id}: 200`)
    expect(stderr + stdout).not.toContain(world.token)
  })
})

describe('recourse canvas on a messy copy', () => {
  it('needs a person, says which option lets it through, and keeps what was not placed', {
    timeout: 3 * MINUTES,
  }, async () => {
    world = await openWorld()
    const { from, to } = await world.addCopied(names)
    const gone = await firstModule(to.id, 'f(x) = y')
    await world.call('DELETE', `/api/v1/courses/${to.id}/modules/${gone}`)
    const before = await world.readPage(to.id)

    const refused = await world.json(['import', to.url, '--proceed'])
    expect(refused.code).toBe(3)
    expect(refused.document.plan.importedUnmatched).toMatchObject([{ oldName: 'f(x) = y', why: 'deleted-here' }])
    expect(refused.document.next[0].command).toBe(`recourse canvas import ${to.url} --proceed --park-unmatched`)
    expect(await world.readPage(to.id)).toBe(before)

    const done = await world.json(['import', to.url, '--proceed', '--park-unmatched'])
    expect(done.code).toBe(0)
    const parked = await world.json(['parked', to.url])
    expect(parked.document.parked).toMatchObject([
      { parked: { entry: { name: 'f(x) = y', key: String(from.modules[2]) } } },
    ])

    const back = await world.call('POST', `/api/v1/courses/${to.id}/modules`, { module: { name: 'New' } })
    const unknown = await world.cli(['parked', to.url, '--give', `Nobody=${back.id}`])
    expect(unknown.code).toBe(1)
    expect(unknown.stderr).toContain('no such module')
    const given = await world.json(['parked', to.url, '--give', `f(x) = y=${back.id}`])
    expect(given.code).toBe(0)
    expect((await world.json(['parked', to.url])).document.parked).toEqual([])
    expect(await world.readPage(to.id)).toContain('About 2')
  })

  it('takes renames whose names hold “=”, and says which name nothing', { timeout: 2 * MINUTES }, async () => {
    world = await openWorld()
    const from = await world.addCourse('A', ['a = b', 'c'])
    const to = await world.addCourse('B', ['b = a', 'c'])
    // A page that somebody pasted: Canvas has no record of it, so names are all there is.
    await world.putPage(to.id, PAGE, configurationPage(from, ['a = b', 'c']))
    const plain = await world.json(['check', to.url])
    expect(plain.code).toBe(3)
    const words = ['--rename', 'a = b=b = a', '--rename', 'x=y']
    const renamed = await world.cli(['import', to.url, ...words, '--proceed', '--json'])
    expect(renamed.stderr).toContain('--rename “x=y” names nothing')
    expect(renamed.code).toBe(0)
    expect(JSON.parse(renamed.stdout).plan.matched).toMatchObject([
      { oldName: 'a = b', name: 'b = a' },
      { oldName: 'c' },
    ])
  })
})

describe('recourse canvas while Canvas is copying', () => {
  it('writes nothing and exits 5, and waits if asked', { timeout: 3 * MINUTES }, async () => {
    world = await openWorld({ copySpeedMs: 'held' })
    const { to } = await world.addCopied(['Welcome', 'Week 1'])
    await world.sandbox.copies.step()
    const checked = await world.json(['check', to.url])
    expect([checked.code, checked.document.plan.kind]).toEqual([5, 'busy'])
    expect((await world.cli(['import', to.url, '--proceed'])).code).toBe(5)
    expect((await world.cli(['import', to.url, '--proceed', '--wait', '0'])).code).toBe(5)

    const waiting = world.cli(['import', to.url, '--proceed', '--wait', '2'])
    setTimeout(() => void world.sandbox.copies.finish(), 6000)
    const imported = await waiting
    expect(imported.stderr).toContain('Waiting: Canvas is copying')
    expect([imported.code, imported.stdout]).toEqual([0, expect.stringContaining('Imported: 2 modules')])
  })
})

describe('a course of 1000 modules', () => {
  it('is checked, said in short, and imported without loss', { timeout: 5 * MINUTES }, async () => {
    world = await openWorld()
    const many = Array.from({ length: 1000 }, (_, index) => `Module ${index} & more`)
    const { to } = await world.addCopied(many)
    const checked = await world.cli(['check', to.url])
    expect(checked.code).toBe(0)
    expect(checked.stdout).toContain('1000 rows need no look: --all shows them')
    expect(checked.stderr).not.toContain('Warning')
    const imported = await world.json(['import', to.url, '--proceed'])
    expect(imported.code).toBe(0)
    expect(imported.document.plan.matched).toHaveLength(1000)
    expect(imported.document.plan.importedUnmatched).toEqual([])
  })
})
