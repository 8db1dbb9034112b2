import {
  blankConfiguration,
  type CollectionsPage,
  type CopyRecord,
  toCourseId,
  toFileId,
  toFolderId,
  toMigrationId,
  toModuleId,
  toPageId,
} from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { parseHtml } from '../parse-html.fixture.ts'
import type { CandidateRead } from './configuration-pages.ts'
import type { FinishedCopy } from './judge-copies.ts'
import { findLeftOver, followRecords, isAsCopied, isAtHome } from './needs.ts'

const A = toCourseId('101')
const B = toCourseId('102')
const C = toCourseId('103')

const assets = {
  modules: {},
  moduleItems: {},
  files: {},
  pages: {},
  assignments: {},
  quizzes: {},
  discussionTopics: {},
  announcements: {},
  byMigrationId: {},
}

function record(fromCourseId: typeof A, toCourseId: typeof A, files: Record<string, string> | null): CopyRecord {
  const times = { startedAt: null, finishedAt: null }
  return { fromCourseId, toCourseId, kind: 'course-copy', ...times, assets: files && { ...assets, files } }
}

function page(more: Partial<CollectionsPage> = {}): CollectionsPage {
  const lists = { images: [], moduleLinks: [], pageLinks: [], upgrades: [], oddities: [] }
  return { configuration: blankConfiguration(), courseId: A, ...lists, ...more }
}

describe('followRecords', () => {
  it('follows a file from course to course', () => {
    const follow = followRecords([record(B, C, { 20: '30' }), record(A, B, { 10: '20' })], C)
    expect(follow(A, '10')).toBe('30')
    expect(follow(B, '20')).toBe('30')
    expect(follow(A, '11')).toBeUndefined()
  })

  it('knows no more than the plan, which takes the shortest way', () => {
    const records = [record(A, C, { 10: '40' }), record(B, C, { 20: '30' }), record(A, B, { 10: '20', 11: '20' })]
    expect(followRecords(records, C)(A, '10')).toBe('40')
    expect(followRecords(records, C)(A, '11')).toBeUndefined()
  })

  it('ends where a record cannot be read, and in a circle', () => {
    expect(followRecords([record(A, C, null)], C)(A, '10')).toBeUndefined()
    expect(followRecords([record(A, B, { 1: '1' }), record(B, A, { 1: '1' })], C)(A, '1')).toBeUndefined()
  })

  it('takes a name of every object for no file', () => {
    expect(followRecords([record(A, C, {})], C)(A, 'constructor')).toBeUndefined()
  })
})

describe('isAsCopied', () => {
  const copy: FinishedCopy = {
    migrationId: toMigrationId('1'),
    from: { courseId: A, name: null },
    toCourseId: C,
    kind: 'course-copy',
    startedAt: '2026-07-02T08:00:00Z',
    finishedAt: '2026-07-02T08:05:00Z',
  }
  const read = (createdAt: string | null, updatedAt: string): CandidateRead => ({
    createdAt,
    html: '',
    page: {
      pageId: toPageId('9'),
      slug: 's',
      title: 't',
      published: true,
      updatedAt,
      blueprintLocked: false,
      reading: { ok: true, page: page() },
      revisionId: null,
      earlier: [],
    },
  })

  it.each([
    ['made and last saved by the copy', '2026-07-02T08:01:00Z', '2026-07-02T08:04:00Z', [copy], true],
    ['saved since', '2026-07-02T08:01:00Z', '2026-07-02T09:00:00Z', [copy], false],
    ['older than the copy', '2026-01-01T00:00:00Z', '2026-07-02T08:04:00Z', [copy], false],
    ['of unknown age', null, '2026-07-02T08:04:00Z', [copy], false],
    ['of one of two copies', '2026-07-02T08:01:00Z', '2026-07-02T08:04:00Z', [copy, copy], false],
    ['of no copy', '2026-07-02T08:01:00Z', '2026-07-02T08:04:00Z', [], false],
    ['of a copy without times', '2026-07-02T08:01:00Z', '2026-07-02T08:04:00Z', [{ ...copy, finishedAt: null }], false],
  ])('a page %s', (_, createdAt, updatedAt, copies, expected) => {
    expect(isAsCopied(read(createdAt, updatedAt), copies)).toBe(expected)
  })
})

describe('isAtHome', () => {
  const modules = [{ id: toModuleId('1') }]

  it('is a page tagged with the course that speaks of its modules, or of none', () => {
    expect(isAtHome({ ok: true, page: page({ courseId: C }) }, { courseId: C, modules })).toBe(true)
    expect(isAtHome({ ok: true, page: page({ courseId: A }) }, { courseId: C, modules })).toBe(false)
    expect(isAtHome({ ok: true, page: page({ courseId: null }) }, { courseId: C, modules })).toBe(false)
    expect(isAtHome({ ok: false, reason: 'broken', where: '' }, { courseId: C, modules })).toBe(false)
  })
})

describe('findLeftOver', () => {
  it('asks for nothing where nothing is named', () => {
    const files = [
      {
        id: toFileId('1'),
        name: 'a',
        folderId: toFolderId('1'),
        folderPath: '',
        sizeBytes: 1,
        contentType: '',
        hiddenBecause: null,
        thumbnailUrl: null,
      },
    ]
    expect(findLeftOver([page()], { courseId: C, files, copiedTo: () => undefined }, parseHtml)).toEqual([])
  })
})
