import { describe, expect, it } from 'vitest'
import { toCourseId, toMigrationId, toModuleId, toPageId, toUserId } from '../../ids.ts'
import { blankDate } from '../configuration/blank-entry.ts'
import type { ModuleEntry } from '../configuration/configuration.ts'
import { readCollectionsPage } from '../page/read-collections-page.ts'
import { applyImport } from './apply-import.ts'
import { defaultChoices, type ImportChoices } from './import-choices.ts'
import {
  cleanCopy,
  collection,
  configuration,
  configurationPage,
  entry,
  file,
  module,
  origin,
  pageOfHtml,
  record,
  source,
  sourceId,
} from './import-facts.fixture.ts'
import type { ImportFacts } from './import-facts.ts'
import type { ReadyPlan } from './import-plan.ts'
import { fromHtml } from './parse-html.fixture.ts'
import { planImport } from './plan-import.ts'
import { settleConfiguration } from './settle-configuration.ts'

const plan = (given: ImportFacts, choices: Partial<ImportChoices> = {}) =>
  planImport(given, { ...defaultChoices, ...choices }, fromHtml)

function ready(given: ImportFacts, choices: Partial<ImportChoices> = {}): ReadyPlan {
  const made = plan(given, choices)
  if (made.kind !== 'ready') throw new Error(`expected a ready plan, got ${JSON.stringify(made)}`)
  return made
}

const apply = (made: ReadyPlan) => {
  const applied = applyImport(made, { at: made.readAt, copiedFiles: {} }, fromHtml)
  if (!applied.ok) throw new Error('expected a page')
  return applied
}
const codes = (made: ReadyPlan) => made.reasons.filter(reason => !reason.accepted).map(reason => reason.code)
const weeks = [entry('11', 'Week 1'), entry('12', 'Week 2'), entry('13', 'Week 3')]

describe('a clean copy', () => {
  it('is clean: every module by Canvas’s record', () => {
    const made = ready(cleanCopy(weeks))
    expect(made).toMatchObject({ verdict: 'clean', mayProceed: true, reasons: [] })
    expect(made.matched.map(row => [row.key, row.moduleId, row.evidence])).toEqual([
      ['11', '21', 'copied'],
      ['12', '22', 'copied'],
      ['13', '23', 'copied'],
    ])
    expect(made.source).toMatchObject({ courseId: sourceId, name: 'Mathematics 1', confirmed: true })
  })

  it('leads to a page of this course that needs no import any more', () => {
    const given = cleanCopy(weeks)
    const after = { ...given, candidates: [pageOfHtml(apply(ready(given)).html)] }
    expect(plan(after)).toMatchObject({ kind: 'nothing', why: 'already-here' })
  })

  it('stays clean when a module has gone in the source: its entry is kept for later', () => {
    const given = cleanCopy(weeks)
    const made = ready({
      ...given,
      candidates: [configurationPage(configuration({ modules: [...weeks, entry('14', 'Retired')] }))],
    })
    expect(made).toMatchObject({ verdict: 'clean', importedUnmatched: [{ key: '14', why: 'gone-in-source' }] })
    expect(made.after.parked).toMatchObject([{ entry: { key: '14', name: 'Retired' }, why: 'gone-in-source' }])
  })

  it('stays clean when the source got a module that Collections had not seen', () => {
    const given = cleanCopy(weeks)
    const made = ready({
      ...given,
      modules: [...given.modules, module('24', 'New')],
      records: [record({ modules: { 11: '21', 12: '22', 13: '23', 14: '24' } })],
    })
    expect(made).toMatchObject({ verdict: 'clean', currentUnmatched: [{ moduleId: '24', why: 'new-in-source' }] })
    expect(made.after.modules.map(({ key }) => key)).toEqual(['21', '22', '23', '24'])
  })
})

describe('time', () => {
  it('Canvas still copying leaves nothing to decide', () => {
    const from = { courseId: sourceId, name: 'MATH101' }
    const copying = { migrationId: toMigrationId('9'), state: 'running', percent: 62, from }
    expect(plan({ ...cleanCopy(weeks), copying })).toMatchObject({ kind: 'busy', copying: { percent: 62 } })
  })
})

describe('unmatched modules', () => {
  const given = cleanCopy(weeks)
  const without = (id: string) => given.modules.filter(one => one.id !== id)
  const rest = { modules: { 11: '21', 12: '22' } }

  it.each<[string, Partial<ImportFacts>, string]>([
    ['deleted here since', { modules: without('23') }, 'deleted-here'],
    ['unknown where unpublished modules are not shown', { modules: without('23'), mayLackModules: true }, 'unknown'],
    ['not copied', { modules: without('23'), records: [record(rest)] }, 'not-copied'],
    ['unknown without a record', { modules: without('23'), records: [], sources: [source(null)] }, 'unknown'],
    [
      'borne by several',
      { modules: [...without('23'), module('31', 'Week 3'), module('32', 'Week 3')], records: [record(rest)] },
      'duplicate-names',
    ],
  ])('%s', (_, more, why) => {
    const made = ready({ ...given, ...more })
    expect(made.importedUnmatched).toMatchObject([{ key: '13', why }])
    expect(made.verdict).toBe('person')
    expect(made.mayProceed).toBe(false)
  })

  it('are suggested under another name, and taken by yes or by name', () => {
    const renamed = { ...given, modules: [...without('23'), module('33', 'Week 3 (new)')], records: [record(rest)] }
    expect(codes(ready(renamed))).toEqual(['similar'])
    expect(ready(renamed, { acceptSimilar: true })).toMatchObject({ verdict: 'safe', mayProceed: true })
    expect(ready(renamed, { renames: { 'Week 3': 'Week 3 (new)' } }).matched.at(-1)).toMatchObject({
      evidence: 'chosen',
      moduleId: '33',
    })
    expect(ready(renamed, { pairs: { 13: toModuleId('33') } }).matched.at(-1)).toMatchObject({ evidence: 'chosen' })
  })

  it('are kept for later when that is accepted, and offered when a module of the name appears', () => {
    const made = ready({ ...given, modules: without('23') }, { accepted: ['not-matched'] })
    expect(made).toMatchObject({ verdict: 'safe', mayProceed: true })
    const { html } = apply(made)
    const later = plan({
      ...given,
      modules: [...without('23'), module('99', 'WEEK 3')],
      candidates: [pageOfHtml(html)],
    })
    expect(later).toMatchObject({
      kind: 'nothing',
      parked: [{ parked: { entry: { name: 'Week 3' } }, offer: { moduleId: '99' } }],
    })
  })

  it('are given to a module that is in a collection already, and to none that has settings', () => {
    const week3 = entry('13', 'Week 3', { description: 'about it' })
    const parked = [
      { entry: week3, parkedAt: '2026-07-02T09:00:00Z', fromCourseId: sourceId, why: 'not-copied' as const },
    ]
    const own = (more: Partial<ModuleEntry>) =>
      settleConfiguration(
        configuration({
          collections: [collection('Weeks'), collection('Extra')],
          modules: [entry('99', 'Week 3', { collection: 'Extra', ...more })],
          parked,
        }),
        [module('99', 'Week 3')],
        { ...defaultChoices, parked: { '4101/13@2026-07-02T09:00:00Z': toModuleId('99') } },
      )
    expect(own({})).toMatchObject({ modules: [{ description: 'about it', collection: 'Weeks' }], parked: [] })
    expect(own({ description: 'mine' })).toMatchObject({ modules: [{ description: 'mine' }], parked: [{}] })
  })

  it('are kept for later with links that lead here, also those that were kept before', () => {
    const image = `${origin}/courses/4101/files/900/download`
    const description = `<a href="${origin}/courses/4101/modules/12">next</a>`
    const [before, now] = [entry('11', 'Lost', { image }), entry('13', 'Week 3', { image, description })]
    const modules = [entry('11', 'Week 1'), entry('12', 'Week 2'), now]
    const parked = [
      { entry: before, parkedAt: '2026-01-02T09:00:00Z', fromCourseId: sourceId, why: 'not-copied' as const },
    ]
    const made = ready({
      ...given,
      candidates: [configurationPage(configuration({ modules, parked }))],
      modules: without('23'),
      records: [record({ ...rest, files: { 900: '1900' } })],
      files: [file('1900', 'a.png')],
    })
    const imageHere = `${origin}/courses/6303/files/1900/download`
    expect(made.after.parked.map(one => one.entry)).toEqual([
      { ...before, image: imageHere },
      { ...now, image: imageHere, description: `<a href="${origin}/courses/6303/modules/22">next</a>` },
    ])
    expect(made.images).toEqual([])
  })

  it('loses none of the old entries', () => {
    const made = ready({ ...given, modules: [] }, { accepted: ['not-matched'] })
    expect([...made.after.modules, ...made.after.parked.map(one => one.entry)].map(({ name }) => name)).toEqual([
      'Week 1',
      'Week 2',
      'Week 3',
    ])
  })
})

describe('images', () => {
  const image = (url: string, given: Partial<ImportFacts>, choices: Partial<ImportChoices> = {}) =>
    ready(
      {
        ...cleanCopy([entry('11', 'Week 1', { image: url })]),
        ...given,
        records: [
          record({
            modules: { 11: '21' },
            files: { 900: '1900', 901: '1901' },
            byMigrationId: { i0123456789abcdef0123456789abcdef: { kind: 'files', id: '1900' } },
          }),
        ],
      },
      choices,
    )
  const files = { files: [file('1900', 'a.png')] }

  it.each<[string, string, string, string | null, string]>([
    [
      're-linked by Canvas’s record',
      `${origin}/courses/4101/files/900/download`,
      'moved',
      'copied',
      `${origin}/courses/6303/files/1900/download`,
    ],
    [
      're-linked from a bare file link',
      `${origin}/files/900/download`,
      'moved',
      'copied',
      `${origin}/courses/6303/files/1900/download`,
    ],
    [
      're-linked from another address of the same Canvas',
      'https://canvas.example.edu/courses/4101/files/900/preview',
      'moved',
      'copied',
      `${origin}/courses/6303/files/1900/preview`,
    ],
    [
      're-linked from a leaked token',
      '$CANVAS_COURSE_REFERENCE$/file_ref/i0123456789abcdef0123456789abcdef/download?wrap=1',
      'moved',
      'token',
      `${origin}/courses/6303/files/1900/download?wrap=1`,
    ],
    [
      'left alone when here',
      `${origin}/courses/6303/files/1900/download`,
      'here',
      null,
      `${origin}/courses/6303/files/1900/download`,
    ],
    [
      'rid of a verifier',
      `${origin}/courses/6303/files/1900/download?verifier=k3y`,
      'here',
      null,
      `${origin}/courses/6303/files/1900/download`,
    ],
    ['left alone on the web', 'https://img.test/a.png', 'web', null, 'https://img.test/a.png'],
    [
      'left alone in a strange Canvas',
      'https://other.test/courses/7/files/9/download',
      'web',
      null,
      'https://other.test/courses/7/files/9/download',
    ],
  ])('are %s', (_, url, verdict, evidence, newUrl) => {
    const made = image(url, files)
    expect(made.images).toMatchObject([{ verdict, evidence, newUrl }])
    expect(made.after.modules[0]?.image).toBe(newUrl)
    expect(made.verdict).toBe('clean')
  })

  const elsewhere = {
    files: [file('1900', 'a.png')],
    otherFiles: [{ key: '4000/55', found: { ok: true as const, file: file('55', 'c.png'), courseId: null } }],
  }
  const gone = {
    files: [],
    otherFiles: [{ key: '4000/55', found: { ok: false as const, reason: 'missing' as const } }],
  }
  const url = `${origin}/courses/4000/files/55/download`

  it('of another course need a person, unless they are copied', () => {
    expect(codes(image(url, elsewhere))).toEqual(['foreign-image'])
    expect(image(url, elsewhere, { images: 'copy' })).toMatchObject({ verdict: 'safe', images: [{ act: 'copy' }] })
  })

  it('that were copied are linked here', () => {
    const made = image(url, elsewhere, { images: 'copy' })
    const applied = applyImport(
      made,
      { at: made.readAt, copiedFiles: { [url]: { fileId: file('77', 'c.png').id } } },
      fromHtml,
    )
    expect(applied).toMatchObject({
      ok: true,
      configuration: { modules: [{ image: `${origin}/courses/6303/files/77/download` }] },
    })
  })

  it('that are gone need a person, unless they are dropped', () => {
    expect(codes(image(url, gone))).toEqual(['missing-image'])
    expect(image(url, gone, { images: 'drop' })).toMatchObject({ verdict: 'safe', after: { modules: [{ image: '' }] } })
  })

  it('that students cannot see say why', () => {
    const made = image(`${origin}/courses/4101/files/900/download`, {
      files: [file('1900', 'a.png', { hiddenBecause: 'folder' })],
    })
    expect(made.images).toMatchObject([{ verdict: 'hidden', act: 'relink' }])
    expect(made.verdict).toBe('safe')
  })

  it('are found by folder and name when nothing else tells', () => {
    const otherFiles = [{ key: '4000/55', found: { ok: true as const, file: file('55', 'a.png'), courseId: null } }]
    expect(image(url, { files: [file('1900', 'a.png')], otherFiles }).images).toMatchObject([
      { verdict: 'moved', evidence: 'same-folder-and-name' },
    ])
  })

  it('inside texts are re-linked too, and texts without links stay to the letter', () => {
    const description = `<p>Look <b>here</b>: <img alt="x" src="${origin}/courses/4101/files/900/preview"> &amp; <a href="/courses/4101/modules#module_12">next</a></p>`
    const made = ready({
      ...cleanCopy([entry('11', 'A', { description }), entry('12', 'B', { description: '<P CLASS=x>as it is' })]),
      files: [file('1900', 'a.png')],
      records: [record({ modules: { 11: '21', 12: '22' }, files: { 900: '1900' } })],
    })
    expect(made.after.modules.map(one => one.description)).toEqual([
      `<p>Look <b>here</b>: <img alt="x" src="${origin}/courses/6303/files/1900/preview"> &amp; <a href="/courses/6303/modules/22">next</a></p>`,
      '<P CLASS=x>as it is',
    ])
    expect(made.verdict).toBe('clean')
  })
})

describe('several pages', () => {
  const given = cleanCopy(weeks)
  const real = given.candidates
  const second = { pageId: toPageId('502'), slug: 'canvas-collections-configuration-2' }

  it('a template’s blank one is said and left alone', () => {
    const blank = configurationPage(configuration({ collections: [], modules: [] }), '77', second)
    const made = ready({ ...given, candidates: [...real, blank] })
    expect(made).toMatchObject({ verdict: 'clean', page: { others: [{ slug: second.slug }] } })
  })

  it('two real ones are a person’s choice', () => {
    const other = configurationPage(configuration({ modules: [entry('1', 'Other')] }), '77', second)
    const both = { ...given, candidates: [...real, other] }
    expect(plan(both)).toMatchObject({ kind: 'stuck', reasons: [{ code: 'two-configurations' }], candidates: [{}, {}] })
    expect(ready(both, { pageId: toPageId('501') }).verdict).toBe('clean')
  })

  it('an unreadable one is never overwritten unasked, but may be refreshed', () => {
    const broken = { ...given, candidates: [pageOfHtml('<div class="cc_json">{"MODULES": oops}</div>')] }
    expect(plan(broken)).toMatchObject({ kind: 'stuck', reasons: [{ code: 'unreadable' }] })
    expect(ready(broken, { action: 'refresh' })).toMatchObject({
      mayProceed: true,
      after: { collections: [], modules: [] },
    })
  })

  const oops = '<div class="cc_json">{"MODULES": oops}</div>'
  const beside = {
    ...given,
    candidates: [pageOfHtml(oops), { ...configurationPage(configuration({ modules: weeks })), ...second }],
  }

  it('an unreadable one at the address of Collections is not overwritten with another page’s configuration', () => {
    const made = ready(beside, { accepted: ['unreadable'] })
    expect(made).toMatchObject({ verdict: 'person', mayProceed: false, page: { pageId: '501' } })
    expect(made.reasons).toMatchObject([
      {
        code: 'unreadable',
        text: expect.stringContaining('“Canvas Collections Configuration” cannot be read'),
        accepted: false,
      },
    ])
    expect(ready(beside, { action: 'refresh' })).toMatchObject({ mayProceed: true })
  })

  it('this course’s own is found in the history of an unreadable one', () => {
    const mine = configurationPage(configuration({ modules: [entry('21', 'Week 1', { description: 'ours' })] }), '6303')
    const earlier = [{ revisionId: 4, updatedAt: '2026-02-01T00:00:00Z', reading: mine.reading }]
    const made = { ...beside, candidates: [pageOfHtml(oops, { earlier }), ...beside.candidates.slice(1)] }
    expect(codes(ready(made))).toEqual(['own-configuration-replaced', 'unreadable'])
    expect(ready(made, { action: 'keep-own' })).toMatchObject({
      mayProceed: true,
      merge: { revisionId: 4 },
      after: { modules: [{ description: 'ours' }, {}, {}] },
    })
  })

  it.each<[string, Partial<ImportFacts>, string]>([
    ['no page', { candidates: [] }, 'no-configuration'],
    ['only a blank one', { candidates: [configurationPage(configuration({ collections: [] }), '77')] }, 'blank'],
  ])('%s is nothing to import', (_, more, why) => {
    expect(plan({ ...given, ...more })).toMatchObject({ kind: 'nothing', why })
  })
})

describe('a second copy over this course’s own Collections', () => {
  const stamp = { fromCourseId: sourceId, at: '2026-01-01T00:00:00Z' }
  const mine = (more: Partial<Parameters<typeof configuration>[0]> = {}) => configuration({ imported: stamp, ...more })
  const wrote = mine({
    modules: [entry('21', 'Week 1', { description: 'first', label: 'Week' }), entry('22', 'Week 2')],
  })
  const edited = mine({
    modules: [entry('21', 'Week 1', { description: 'ours', label: 'Week' }), entry('22', 'Week 2')],
  })
  const copied = [
    entry('11', 'Week 1', { description: 'theirs', label: 'Topic' }),
    entry('12', 'Week 2', { engageText: 'Go' }),
  ]
  const given = cleanCopy(copied, {
    candidates: [
      configurationPage(configuration({ modules: copied }), sourceId, {
        revisionId: 5,
        earlier: [
          { revisionId: 4, updatedAt: '2026-02-01T00:00:00Z', reading: configurationPage(edited, '6303').reading },
          { revisionId: 3, updatedAt: '2026-01-01T00:00:00Z', reading: configurationPage(wrote, '6303').reading },
        ],
      }),
    ],
  })

  it('is never imported unattended', () => {
    expect(ready(given)).toMatchObject({
      verdict: 'person',
      merge: { revisionId: 4 },
      reasons: [{ code: 'own-configuration-replaced' }],
    })
  })

  it('is merged field by field, ours where both changed', () => {
    const made = ready(given, { accepted: ['own-configuration-replaced'] })
    expect(made.after.modules).toMatchObject([
      { key: '21', description: 'ours', label: 'Topic' },
      { key: '22', engageText: 'Go' },
    ])
    expect(made.merge).toMatchObject({
      kept: [{ key: '21', field: 'description' }],
      taken: [
        { key: '21', field: 'label' },
        { key: '22', field: 'engageText' },
      ],
    })
  })

  it('shows of dates and links those alone that the copy brings', () => {
    const on = (calendarDate: string) => ({ ...blankDate, calendarDate })
    const image = (id: string) => `${origin}/courses/4101/files/${id}/download`
    const added = entry('13', 'Week 3', { date: on('2026-03-09'), image: image('900') })
    const changed = [
      entry('11', 'Week 1', { date: on('2026-03-02'), image: image('901'), description: 'theirs' }),
      entry('12', 'Week 2', { image: image('902') }),
    ]
    const page = {
      ...given.candidates[0],
      reading: configurationPage(configuration({ modules: [...changed, added] })).reading,
    }
    const ourImages = [
      {
        revisionId: 4,
        updatedAt: '',
        reading: configurationPage(
          mine({ modules: [entry('21', 'Week 1', { image: 'https://img.test/ours.png' }), entry('22', 'Week 2')] }),
          '6303',
        ).reading,
      },
      { revisionId: 3, updatedAt: '', reading: configurationPage(wrote, '6303').reading },
    ]
    const made = ready(
      {
        ...given,
        candidates: [pageOfHtml('', { ...page, earlier: ourImages })],
        modules: [...given.modules, module('23', 'Week 3')],
        records: [
          record({ modules: { 11: '21', 12: '22', 13: '23' }, files: { 900: '1900', 901: '1901', 902: '1902' } }),
        ],
        files: [file('1900', 'a.png'), file('1901', 'b.png'), file('1902', 'c.png')],
      },
      { accepted: ['own-configuration-replaced'], dates: { kind: 'shift', days: 7 } },
    )
    expect(made.dates.rows.map(({ key, newOn }) => [key, newOn])).toEqual([['13', '2026-03-16']])
    expect(made.after.modules.map(({ key, date }) => [key, date.calendarDate])).toEqual([
      ['21', ''],
      ['22', ''],
      ['23', '2026-03-16'],
    ])
    expect(made.images.map(({ key }) => key)).toEqual(['12', '13'])
    expect(made.after.modules.map(entry => entry.image)).toEqual([
      'https://img.test/ours.png',
      `${origin}/courses/6303/files/1902/download`,
      `${origin}/courses/6303/files/1900/download`,
    ])
  })

  it('can be refused: this course’s own come back', () => {
    const made = ready(given, { action: 'keep-own' })
    expect(made).toMatchObject({
      mayProceed: true,
      after: { modules: [{ description: 'ours', label: 'Week' }, { engageText: 'Engage' }] },
    })
  })
})

describe('who may', () => {
  it('nobody without the right to edit pages', () => {
    const rights = { editPages: false, publishPages: false, addFiles: false }
    expect(ready({ ...cleanCopy(weeks), rights })).toMatchObject({
      verdict: 'clean',
      mayProceed: false,
      mayEdit: false,
    })
  })

  it('nobody on a page that the blueprint locked', () => {
    const given = cleanCopy(weeks)
    const candidates = given.candidates.map(page => ({ ...page, blueprintLocked: true }))
    const made = ready({ ...given, candidates }, { accepted: ['blueprint-locked'] })
    expect(made).toMatchObject({ mayProceed: false, reasons: [{ code: 'blueprint-locked', accepted: false }] })
  })

  const lock = {
    pageId: toPageId('9'),
    userId: toUserId('7'),
    userName: 'Kim',
    updatedAt: '2026-07-02T08:59:00Z',
    mine: false,
  }

  it('nobody while somebody else edits', () => {
    expect(codes(ready({ ...cleanCopy(weeks), lock }, { accepted: ['locked'] }))).toEqual(['locked'])
  })

  it.each([
    ['stale', { ...lock, updatedAt: '2026-07-02T08:50:00Z' }],
    ['my own', { ...lock, mine: true }],
    ['of nobody', { ...lock, userId: null }],
    ['brought along by the copy', { ...lock, updatedAt: '2026-07-02T08:58:30Z' }],
  ])('a lock that is %s is none', (_, held) => {
    const records = cleanCopy(weeks).records.map(one => ({
      ...one,
      startedAt: '2026-07-02T08:58:00Z',
      finishedAt: '2026-07-02T08:58:40Z',
    }))
    expect(ready({ ...cleanCopy(weeks), lock: held, records }).verdict).toBe('clean')
  })
})

describe('what students will see', () => {
  it('names what they will not, with the remedy', () => {
    const given = cleanCopy([entry('11', 'Week 1'), entry('12', 'Extra', { collection: null })])
    const candidates = given.candidates.map(page => ({ ...page, published: false }))
    const made = ready({ ...given, candidates })
    expect(made.students).toMatchObject({
      collections: 1,
      modulesSeen: 1,
      modules: 2,
      hidden: [{ what: 'page-unpublished' }, { what: 'no-collection', moduleId: '22', proposal: 'Weeks' }],
    })
    const remedied = ready({ ...given, candidates }, { publish: true, allocate: 'neighbour' })
    expect(remedied.students).toMatchObject({ modulesSeen: 2, hidden: [] })
  })
})

describe('pages by title', () => {
  it('keep their title, follow a rename that our own link tells, or are missing', () => {
    const pages = [
      { id: toPageId('1'), slug: 'welcome', title: 'Welcome', published: false },
      { id: toPageId('2'), slug: 'landing-2', title: 'Landing-2', published: true },
    ]
    const given = cleanCopy(weeks, { pages })
    const content = configuration({
      modules: weeks,
      collections: [
        collection('Weeks', { includePage: 'Welcome', outputPage: 'Landing' }),
        collection('More', { includePage: 'Nowhere' }),
      ],
    })
    const page = configurationPage(content)
    const carried = page.reading.ok
      ? {
          ok: true as const,
          page: {
            ...page.reading.page,
            pageLinks: [{ title: 'Landing', href: `${origin}/courses/6303/pages/landing-2` }],
          },
        }
      : page.reading
    const made = ready({ ...given, candidates: [{ ...page, reading: carried }] })
    expect(made.pages.map(row => [row.title, row.verdict, row.newTitle])).toEqual([
      ['Welcome', 'unpublished', 'Welcome'],
      ['Landing', 'renamed', 'Landing-2'],
      ['Nowhere', 'missing', 'Nowhere'],
    ])
    expect(made.after.collections[0]).toMatchObject({ outputPage: 'Landing-2' })
  })
})

describe('the page that is written', () => {
  it('carries its own pairs through a copy without any record', () => {
    const given = cleanCopy(weeks)
    const { html } = apply(ready(given))
    const rewritten = html.replaceAll('/courses/6303/modules/2', '/courses/7000/modules/3')
    const next = ready({
      ...given,
      course: { ...given.course, id: toCourseId('7000') },
      modules: [module('31', 'Renamed 1'), module('32', 'Renamed 2'), module('33', 'Renamed 3')],
      records: [],
      candidates: [pageOfHtml(rewritten)],
    })
    expect(next.matched.map(row => [row.key, row.moduleId, row.evidence])).toEqual([
      ['21', '31', 'carried'],
      ['22', '32', 'carried'],
      ['23', '33', 'carried'],
    ])
  })

  it('is refused before it is too large for Canvas, naming the largest entries', () => {
    const made = ready(cleanCopy([entry('11', 'Huge', { description: 'x'.repeat(520_000) })]))
    expect(codes(made)).toEqual(['too-large'])
    expect(made.size.largest[0]).toMatchObject({ name: 'Huge' })
    expect(applyImport(made, { at: made.readAt, copiedFiles: {} }, fromHtml)).toMatchObject({
      ok: false,
      reason: 'too-large',
    })
  })

  it('reads as exactly what the plan showed', () => {
    const made = ready(cleanCopy(weeks))
    const reading = readCollectionsPage(fromHtml(apply(made).html))
    expect(reading).toMatchObject({ ok: true, page: { configuration: made.after, courseId: '6303' } })
  })
})
