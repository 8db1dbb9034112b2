import { describe, expect, it } from 'vitest'
import { toCourseId } from '../../ids.ts'
import type { CopiedAssets, CopyRecord } from '../import/import-facts.ts'
import { composeChain } from './copy-chain.ts'

const none: CopiedAssets = {
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
const copied = (from: string, to: string, modules: Readonly<Record<string, string>> | null): CopyRecord => ({
  fromCourseId: toCourseId(from),
  toCourseId: toCourseId(to),
  kind: 'course-copy',
  startedAt: null,
  finishedAt: null,
  assets: modules === null ? null : { ...none, modules },
})
const chain = (records: readonly CopyRecord[], from: string, to: string) =>
  composeChain(records, toCourseId(from), toCourseId(to))

describe('the way of copies', () => {
  it('of one copy is its record', () => {
    expect(chain([copied('1', '2', { 11: '21' })], '1', '2').assets?.modules).toEqual(new Map([['11', '21']]))
  })

  it('of several composes them, dropping what did not come through', () => {
    const records = [copied('2', '3', { 21: '31' }), copied('1', '2', { 11: '21', 12: '22' })]
    const { records: way, assets } = chain(records, '1', '3')
    expect(way.map(record => [record.fromCourseId, record.toCourseId])).toEqual([
      ['1', '2'],
      ['2', '3'],
    ])
    expect(assets?.modules).toEqual(new Map([['11', '31']]))
  })

  it('takes the shortest', () => {
    const records = [copied('1', '2', { 11: '21' }), copied('2', '3', { 21: '31' }), copied('1', '3', { 11: '39' })]
    expect(chain(records, '1', '3').assets?.modules).toEqual(new Map([['11', '39']]))
  })

  it('is named, but says nothing, where a record cannot be read', () => {
    expect(chain([copied('1', '2', null), copied('2', '3', { 21: '31' })], '1', '3')).toMatchObject({
      records: [{}, {}],
      assets: null,
    })
  })

  it('is not sought in circles nor beyond five steps', () => {
    expect(chain([copied('2', '1', {}), copied('1', '2', {})], '9', '1')).toEqual({ records: [], assets: null })
    const long = Array.from({ length: 6 }, (_, n) => copied(String(n), String(n + 1), {}))
    expect(chain(long, '0', '6').records).toEqual([])
    expect(chain(long, '1', '6').records).toHaveLength(5)
  })
})
