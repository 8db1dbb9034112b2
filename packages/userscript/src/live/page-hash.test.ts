import { toModuleId } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { collectionHash, moduleHash, type PageHash, parsePageHash } from './page-hash.ts'

describe('a hash', () => {
  it.each<readonly [string, PageHash]>([
    ['#cc-collection-0', { kind: 'collection', index: 0 }],
    ['#cc-collection-12', { kind: 'collection', index: 12 }],
    ['#module_81', { kind: 'module', moduleId: toModuleId('81') }],
    ['#context_module_81', { kind: 'module', moduleId: toModuleId('81') }],
    ...['', '#', '#cc-collection-', '#cc-collection--1', '#cc-collection-1x', '#module_', '#module_<b>', '#81'].map(
      hash => [hash, { kind: 'other' }] as const,
    ),
  ])('%s leads there', (hash, expected) => {
    expect(parsePageHash(hash)).toEqual(expected)
  })

  it('that we write is one that we read', () => {
    expect(parsePageHash(collectionHash(3))).toEqual({ kind: 'collection', index: 3 })
    const there = parsePageHash('#module_9')
    expect(there.kind === 'module' && parsePageHash(moduleHash(there.moduleId))).toEqual(there)
  })
})
