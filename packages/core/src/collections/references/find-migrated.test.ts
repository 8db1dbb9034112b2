import { describe, expect, it } from 'vitest'
import { toCourseId } from '../../ids.ts'
import { record } from '../import/import-facts.fixture.ts'
import type { CopiedAssets } from '../import/import-facts.ts'
import { chainFinder } from '../matching/copy-chain.ts'
import { migratedFinder } from './find-migrated.ts'

const key = `i${'0'.repeat(32)}`
const [a, b, c] = ['1', '2', '3'].map(toCourseId)

const copied = (fromCourseId = a, toCourseId = b, assets: Partial<CopiedAssets> | null = {}) =>
  record(assets, { ...(fromCourseId && { fromCourseId }), ...(toCourseId && { toCourseId }) })
const tokenOf = (id: string) => ({ byMigrationId: { [key]: { kind: 'files', id } } }) as const
const find = (records: ReturnType<typeof copied>[], to = c) =>
  to ? migratedFinder(records, to, chainFinder(records, to))(key) : undefined

describe('what a leaked token stood for', () => {
  it('is in the record of the copy into this course', () => {
    expect(find([copied(b, c, tokenOf('30'))])).toEqual({ kind: 'files', id: '30' })
  })

  it('is followed from the course between, where an earlier copy left the token', () => {
    const records = [copied(a, b, tokenOf('20')), copied(b, c, { files: { 20: '30' } })]
    expect(find(records)).toEqual({ kind: 'files', id: '30' })
    expect(find(records.toReversed())).toEqual({ kind: 'files', id: '30' })
  })

  it('is not found where it was not copied on, or that record cannot be read', () => {
    expect(find([copied(a, b, tokenOf('20')), copied(b, c, { files: { 21: '30' } })])).toBeUndefined()
    expect(find([copied(a, b, tokenOf('20')), copied(b, c, { pages: { 20: '30' } })])).toBeUndefined()
    expect(find([copied(a, b, tokenOf('20')), copied(b, c, null)])).toBeUndefined()
    expect(find([])).toBeUndefined()
  })
})
