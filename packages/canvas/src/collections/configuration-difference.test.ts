import { blankConfiguration, type Collection, type Configuration } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { findDifferences } from './configuration-difference.ts'

function collection(name: string, more: Partial<Collection> = {}): Collection {
  const pages = { outputPage: '', includePage: '', includeAfter: false }
  return { name, representation: 'GriffithCards', hide: false, unallocated: false, rest: {}, ...pages, ...more }
}

function configuration(...collections: readonly Collection[]): Configuration {
  return { ...blankConfiguration(), collections }
}

describe('findDifferences', () => {
  it('finds none between equals', () => {
    const same = configuration(collection('Weeks'))
    expect(findDifferences(same, structuredClone(same))).toEqual([])
  })

  it('names what was added, removed and changed, and in which fields', () => {
    const before = configuration(collection('Weeks'), collection('Old'))
    const after = {
      ...configuration(collection('Weeks', { hide: true }), collection('New')),
      visibility: 'all' as const,
    }
    expect(findDifferences(before, after)).toEqual([
      { what: 'settings', name: '', change: 'changed', fields: ['visibility', 'order'] },
      { what: 'collection', name: 'Weeks', change: 'changed', fields: ['hide'] },
      { what: 'collection', name: 'Old', change: 'removed', fields: [] },
      { what: 'collection', name: 'New', change: 'added', fields: [] },
    ])
  })

  it('takes the names of every object for ordinary ones', () => {
    const after = configuration(collection('constructor'), collection('__proto__'))
    expect(findDifferences(blankConfiguration(), after).map(({ name }) => name)).toEqual([
      '',
      'constructor',
      '__proto__',
    ])
  })
})
