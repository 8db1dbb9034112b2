import { deleteModule, findPage, listModules, undoClaytons, writeClaytons } from '@recourse/canvas'
import type { Navigation } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { sanitizeBody } from '../html/sanitize.ts'
import {
  type ClaytonsStage,
  collectionOf,
  copyAndImport,
  parseHtml,
  planFor,
  putBody,
  readyFor,
  resultsOf,
  setClaytons,
  statesOf,
  storedBody,
  write,
} from './claytons.fixture.ts'

const weeks = [
  collectionOf('Weeks', { outputPage: 'Weeks page' }),
  collectionOf('Tasks & "more" #2', { outputPage: 'Tasks page', representation: 'AssessmentTable' }),
]

const shared = [
  collectionOf('Weeks', { outputPage: 'Cards' }),
  collectionOf('Rows', { outputPage: 'Cards', representation: 'HorizontalCards' }),
]

const modes = [
  { mode: 'the string mode', preciseLinks: false },
  { mode: 'the precise mode', preciseLinks: true },
]

const around = '<h2 class="x">Hello &amp; welcome</h2><p>Text with &nbsp; and <a href="/courses/1">a link</a></p>'

async function linkedModules(stage: ClaytonsStage, title: string): Promise<readonly string[]> {
  const ids = [...storedBody(stage, title).matchAll(/\/courses\/(\d+)\/modules\/(\d+)/g)]
  return [...new Set(ids.map(([, course, module]) => `${course} ${module}`))]
}

describe('a page that is written', () => {
  it.each(['GriffithCards', 'HorizontalCards', 'AssessmentTable', 'CollectionsTable', 'CollectionOnly'])(
    'as %s is stored to the letter, and up to date the second time',
    async representation => {
      const stage = await setClaytons([collectionOf('Weeks', { outputPage: 'Weeks page', representation })])
      const plan = await readyFor(stage)
      expect(statesOf(plan)).toEqual(['create'])
      expect(resultsOf(await writeClaytons(stage.bench.canvas, plan, { parseHtml }))).toEqual(['written'])
      const body = storedBody(stage, 'Weeks page')
      expect(body).toBe(plan.pages[0]?.body)
      expect(sanitizeBody(body)).toBe(body)
      expect(body).toContain('id="cc-output-Weeks"')
      expect(body).not.toMatch(/<script|onclick|nofollow/)
      expect(statesOf(await readyFor(stage))).toEqual(['unchanged'])
      expect(resultsOf(await write(stage))).toEqual(['unchanged'])
      expect(storedBody(stage, 'Weeks page')).toBe(body)
    },
  )

  it('keeps what is around it to the letter, and replaces what 1.3 left', async () => {
    const stage = await setClaytons(weeks)
    const old = '<div id="cc-output-Tasks-&amp;-&quot;more&quot;-#2"><p>old</p></div>'
    await putBody(stage, 'Tasks page', `${around}${old}<hr>${around}`)
    const before = storedBody(stage, 'Tasks page')
    await write(stage)
    const after = storedBody(stage, 'Tasks page')
    const [start = '', end = ''] = before.split('<div id="cc-output')
    expect(after.startsWith(start)).toBe(true)
    expect(after.endsWith(end.slice(end.indexOf('<hr>')))).toBe(true)
    expect(after).not.toContain('<p>old</p>')
    expect(after).not.toContain('id="cc-output-Tasks-&amp;')
  })

  it.each([
    '',
    '1',
    '%',
    'ü',
    '日本',
    'a/b?c#d',
    '<b>',
    "$& $' $`",
    '😀',
    'שלום',
    '__proto__',
    'constructor',
    'n\u00a0b',
    'x'.repeat(255),
  ])('belongs to a collection of any name: %j', async name => {
    const stage = await setClaytons([
      collectionOf(name, { outputPage: 'A' }),
      collectionOf('Other', { outputPage: 'A' }),
    ])
    expect(resultsOf(await write(stage, { navigation: 'tabs' }))).toEqual(['written'])
    expect(resultsOf(await write(stage, { navigation: 'tabs' }))).toEqual(['unchanged'])
    const [href] = /href="#([^"]*)"/.exec(storedBody(stage, 'A'))?.slice(1) ?? []
    expect(storedBody(stage, 'A').split(` id="${href}"`)).toHaveLength(2)
  })

  it('leads to its own modules in a copy, which says it is up to date', async () => {
    for (const { preciseLinks } of modes) {
      const stage = await setClaytons(weeks, { flags: { preciseLinks } })
      await write(stage, { navigation: 'pages', publish: true })
      const copy = await copyAndImport(stage)
      const own = (await listModules(stage.bench.admin, copy.courseId)).map(({ id }) => `${copy.courseId} ${id}`)
      const linked = await linkedModules(copy, 'Weeks page')
      expect(linked).toHaveLength(1)
      expect(own).toEqual(expect.arrayContaining([...linked]))
      expect(statesOf(await readyFor(copy))).toEqual(['unchanged', 'unchanged'])
    }
  })

  it('waits for its Collections to be brought over after a copy', async () => {
    const stage = await setClaytons(weeks)
    await write(stage)
    const { copyCourse, newCourse } = await import('../import/copied-course.fixture.ts')
    const courseId = await newCourse(stage.bench, 'copy')
    await copyCourse(stage.bench, stage.courseId, courseId)
    expect(await planFor({ bench: stage.bench, courseId })).toMatchObject({ kind: 'stuck', why: 'not-imported' })
  })

  it('is out of date when a module goes', async () => {
    const stage = await setClaytons(weeks)
    await write(stage)
    const [first] = await listModules(stage.bench.admin, stage.courseId)
    if (first === undefined) throw new Error('no module')
    await deleteModule(stage.bench.admin, stage.courseId, first.id)
    expect(statesOf(await readyFor(stage))).toEqual(['write', 'unchanged'])
  })

  it('is kept where somebody worked on it by hand, and replaced by choice', async () => {
    const stage = await setClaytons(weeks)
    await write(stage)
    await putBody(stage, 'Weeks page', storedBody(stage, 'Weeks page').replace('bold', 'bolder'))
    const edited = storedBody(stage, 'Weeks page')
    expect(resultsOf(await write(stage))).toEqual(['edited', 'unchanged'])
    expect(storedBody(stage, 'Weeks page')).toBe(edited)
    expect(resultsOf(await write(stage, { replaceEdited: true }))).toEqual(['written', 'unchanged'])
    expect(storedBody(stage, 'Weeks page')).not.toContain('bolder')
  })
})

describe('navigation', () => {
  const ways: readonly Navigation[] = ['none', 'pages', 'tabs']

  it('between pages is the same the second time, and gone without a trace', async () => {
    const stage = await setClaytons(weeks)
    await putBody(stage, 'Weeks page', around)
    await write(stage, { navigation: 'none' })
    const bare = storedBody(stage, 'Weeks page')
    expect(resultsOf(await write(stage, { navigation: 'pages' }))).toEqual(['written', 'written'])
    expect(storedBody(stage, 'Weeks page')).toContain(
      `<a style="display: inline-block; padding: 8px 16px;" href="/courses/${stage.courseId}/pages/tasks-page">`,
    )
    expect(resultsOf(await write(stage, { navigation: 'pages' }))).toEqual(['unchanged', 'unchanged'])
    expect(resultsOf(await write(stage))).toEqual(['unchanged', 'unchanged'])
    await write(stage, { navigation: 'none' })
    expect(storedBody(stage, 'Weeks page')).toBe(bare)
  })

  it('by tabs joins collections that share a page, and is gone without a trace', async () => {
    const stage = await setClaytons(shared)
    await putBody(stage, 'Cards', around)
    await write(stage, { navigation: 'none' })
    const bare = storedBody(stage, 'Cards')
    await write(stage, { navigation: 'tabs' })
    expect(storedBody(stage, 'Cards')).toContain('<div id="cc-nav" class="enhanceable_content tabs"><ul class="cc-nav"')
    for (const navigation of ['tabs', 'keep'] as const)
      expect(resultsOf(await write(stage, { navigation }))).toEqual(['unchanged'])
    await write(stage, { navigation: 'none' })
    expect(storedBody(stage, 'Cards')).toBe(bare)
    expect(await readyFor(stage, { navigation: 'pages' })).toMatchObject({
      pages: [{ state: 'blocked', why: 'shared-page' }],
    })
  })

  it.each(ways)('that 1.3 nested in itself is repaired: %s', async navigation => {
    const stage = await setClaytons(shared)
    const inner =
      '<div id="cc-nav" class="enhanceable_content tabs"><ul class="cc-nav"><li><a href="#x">x</a></li></ul><div id="cc-output-Weeks">old</div></div>'
    await putBody(
      stage,
      'Cards',
      `${around}<div id="cc-nav" class="enhanceable_content tabs"><ul class="cc-nav"><li>x</li></ul>${inner}</div>`,
    )
    if (navigation === 'pages') return
    await write(stage, { navigation })
    const body = storedBody(stage, 'Cards')
    expect(body.split('id="cc-nav"')).toHaveLength(navigation === 'tabs' ? 2 : 1)
    expect(body.split('id="cc-output-Weeks"')).toHaveLength(2)
    expect(resultsOf(await write(stage, { navigation }))).toEqual(['unchanged'])
  })
})

describe('what was written', () => {
  it('is taken back, pages that were made are deleted, and later work is left alone', async () => {
    const stage = await setClaytons(weeks)
    await putBody(stage, 'Weeks page', around)
    const before = storedBody(stage, 'Weeks page')
    const { pages } = await write(stage)
    const { canvas, admin } = stage.bench
    expect((await undoClaytons(canvas, stage.courseId, pages)).map(({ result }) => result)).toEqual([
      'undone',
      'undone',
    ])
    expect(storedBody(stage, 'Weeks page')).toBe(before)
    expect(await findPage(admin, stage.courseId, { title: 'Tasks page' })).toBeUndefined()
    const again = await write(stage)
    await putBody(stage, 'Weeks page', '<p>Later</p>')
    expect((await undoClaytons(canvas, stage.courseId, again.pages)).map(({ result }) => result)).toEqual([
      'undone',
      'changed-since',
    ])
    expect(storedBody(stage, 'Weeks page')).toBe('<p>Later</p>')
  })
})
