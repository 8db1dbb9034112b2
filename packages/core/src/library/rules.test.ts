import { describe, expect, it } from 'vitest'
import { copyRules, planCopy } from './copy-plan.ts'
import { findOperation, operations } from './operations.ts'
import { ownership } from './ownership.ts'
import { listReferences, replaceItem } from './page-content.ts'
import { planAuthors } from './plan-authors.ts'
import { planUndo, type TouchedRow } from './plan-undo.ts'
import { proposeTitle } from './propose-title.ts'
import { toReach } from './reach.ts'
import { mayEdit } from './who-may.ts'

describe('operations', () => {
  it('change rows of an owner that has fields', () => {
    for (const { owner } of Object.values(operations)) expect(ownership[owner].length).toBeGreaterThan(0)
  })

  it('each have an inverse with a precondition that belongs to it', () => {
    const pairs = Object.values(operations).map(({ inverse, precondition }) => `${inverse}: ${precondition}`)
    expect(new Set(pairs)).toEqual(new Set(['rows: fields', 'trash: course is live', 'none: never']))
  })

  it('of no such name are not found', () => {
    for (const name of ['__proto__', 'constructor', '', 'edit']) expect(findOperation(name)).toBeUndefined()
    expect(findOperation('share course')?.inverse).toBe('trash')
  })
})

it('no field has two owners', () => {
  const fields = [ownership.course, ownership.object].flat()
  expect(new Set(fields).size).toBe(fields.length)
})

describe('what a copy does with a table', () => {
  it('differs between Share and Duplicate in LOs, pages and questions alone', () => {
    const differing = Object.keys(copyRules.share).filter(
      table =>
        JSON.stringify(Object.entries(copyRules.share).find(([each]) => each === table)?.[1][0]) !==
        JSON.stringify(Object.entries(copyRules.duplicate).find(([each]) => each === table)?.[1][0]),
    )
    expect(differing).toEqual(['object', 'page', 'question'])
  })

  it('is said for every table, with its count', () => {
    const counts = {
      course: 1,
      module: 2,
      style: 3,
      author: 4,
      placement: 5,
      object: 6,
      page: 7,
      question: 8,
      media: 9,
      resource: 10,
      term: 11,
      reviewer: null,
    }
    const plan = planCopy('duplicate', counts)
    expect(Object.fromEntries(plan.tables.map(({ table, count }) => [table, count]))).toEqual(counts)
  })
})

describe('authors of a copy', () => {
  const people = [
    { personId: 'me', role: 'author', isActive: true },
    { personId: 'ana', role: 'author', isActive: true },
    { personId: 'adam', role: 'administrator', isActive: true },
    { personId: 'gone', role: 'author', isActive: false },
    { personId: 'rita', role: 'reviewer', isActive: true },
  ] as const
  const kept = { authors: ['me', 'ana', 'adam'], leftOut: ['gone', 'rita'] }
  it.each([
    ['ticked, assigned', people, true, kept],
    ['ticked, an administrator who is not assigned', people.slice(1), true, kept],
    ['clear', people, false, { authors: ['me'], leftOut: [] }],
    ['ticked, nobody assigned', [], true, { authors: ['me'], leftOut: [] }],
  ])('%s', (_, original, keeps, plan) => {
    expect(planAuthors(original, 'me', keeps)).toEqual(plan)
  })
})

describe('the title of a copy', () => {
  it.each([
    ['Safety', 'share', 'Safety (shared copy)'],
    ['Safety (copy)', 'duplicate', 'Safety (copy) (copy)'],
    ["$' & <b>", 'duplicate', "$' & <b> (copy)"],
  ] as const)('of %s by %s is %s', (title, mode, proposed) => {
    expect(proposeTitle(title, mode)).toBe(proposed)
  })

  it('is never longer than 255, nor cut within a character', () => {
    const title = proposeTitle('👷'.repeat(200), 'share')
    expect(title.length).toBeLessThanOrEqual(255)
    expect(title).toMatch(/^(?:👷)+… \(shared copy\)$/u)
  })
})

it('courses that one may not open are counted, not named', () => {
  const reach = toReach([
    { courseId: '1', title: 'Mine', isVisible: true },
    { courseId: '2', title: 'Secret', isVisible: false },
  ])
  expect(reach).toEqual({ courses: [{ courseId: '1', title: 'Mine' }], hidden: 1 })
  expect(JSON.stringify(reach)).not.toContain('Secret')
})

it.each([
  ['administrator', false, true],
  ['author', true, true],
  ['author', false, false],
  ['reviewer', true, false],
] as const)('%s, assigned %s, may edit: %s', (role, isAssigned, may) => {
  expect(mayEdit(role, isAssigned)).toBe(may)
})

describe('what can be undone', () => {
  const row = (given: Partial<TouchedRow>): TouchedRow => ({
    table: 'course',
    rowId: '1',
    before: { title: 'A' },
    after: { title: 'B' },
    current: { title: 'B' },
    ...given,
  })
  const verdict = (given: TouchedRow) => Object.entries(planUndo([given])).find(([, rows]) => rows.length > 0)?.[0]
  it.each([
    [
      'a field as the operation left it, whatever became of others',
      row({ current: { title: 'B', description: 'new' } }),
      'ready',
    ],
    ['a field that somebody set since', row({ current: { title: 'C' } }), 'movedOn'],
    ['a row that is gone', row({ current: null }), 'movedOn'],
    ['a row that was taken away', row({ after: null, current: null }), 'ready'],
    ['a row that was taken away and is there again', row({ after: null }), 'movedOn'],
    [
      'a row that was made',
      row({ before: null, after: { version: 1, title: 'B' }, current: { version: 1, title: 'B' } }),
      'ready',
    ],
    [
      'a page whose text moved on',
      row({
        table: 'page',
        before: { current_revision_id: '1' },
        after: { current_revision_id: '2' },
        current: { current_revision_id: '3' },
      }),
      'toMerge',
    ],
    [
      'an asset that was updated since',
      row({
        table: 'media_asset',
        before: { current_revision_id: '1' },
        after: { current_revision_id: '2' },
        current: { current_revision_id: '3' },
      }),
      'movedOn',
    ],
  ])('%s', (_, given, expected) => {
    expect(verdict(given)).toBe(expected)
  })
})

it('references of a page are listed once, and an item is replaced wherever it is', () => {
  const media = { kind: 'media', targetId: 'm' } as const
  const page = {
    title: '',
    blocks: [
      { id: '1', kind: 'media', text: '', references: [media, media] },
      { id: '2', kind: 'media', text: '', references: [media] },
    ],
  }
  expect(listReferences(page)).toEqual([media])
  expect(listReferences(replaceItem(page, 'media', 'm', 'n'))).toEqual([{ kind: 'media', targetId: 'n' }])
  expect(listReferences(replaceItem(page, 'resource', 'm', 'n'))).toEqual([media])
})
