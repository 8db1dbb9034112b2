import { blankConfiguration, blankEntry, type Collection, type Configuration, type ModuleEntry } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { findDifferences } from './configuration-difference.ts'

function collection(name: string, more: Partial<Collection> = {}): Collection {
  const pages = { outputPage: '', includePage: '', includeAfter: false }
  return { name, representation: 'GriffithCards', hide: false, unallocated: false, rest: {}, ...pages, ...more }
}

function configuration(...collections: readonly Collection[]): Configuration {
  return { ...blankConfiguration(), collections }
}

function withModules(...modules: readonly ModuleEntry[]): Configuration {
  return { ...blankConfiguration(), modules }
}

function entry(key: string, name: string, description = ''): ModuleEntry {
  return { ...blankEntry(key, name), description }
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

  it('knows a module by its name where an import has given it another id', () => {
    const before = withModules(entry('1', 'Week 1', 'About'), entry('2', 'Week 2'), entry('3', 'Gone'))
    const after = withModules(entry('101', 'Week 1', 'More'), entry('102', 'Week 2'), entry('104', 'New'))
    expect(findDifferences(before, after)).toEqual([
      { what: 'module', name: 'Week 1', change: 'changed', fields: ['id', 'description'] },
      { what: 'module', name: 'Week 2', change: 'changed', fields: ['id'] },
      { what: 'module', name: 'Gone', change: 'removed', fields: [] },
      { what: 'module', name: 'New', change: 'added', fields: [] },
    ])
  })

  it('knows a module by its id first, whatever it is called now', () => {
    const before = withModules(entry('1', 'Week 1'), entry('2', 'Week 2'))
    const after = withModules(entry('1', 'Week 2'), entry('2', 'Week 1'))
    expect(findDifferences(before, after)).toEqual([
      { what: 'module', name: 'Week 2', change: 'changed', fields: ['name'] },
      { what: 'module', name: 'Week 1', change: 'changed', fields: ['name'] },
    ])
  })

  it('takes modules of one name in their order', () => {
    const before = withModules(entry('1', 'Lab', 'first'), entry('2', 'Lab', 'second'), entry('3', 'Lab', 'third'))
    const after = withModules(entry('11', 'Lab', 'first'), entry('12', 'Lab', 'second'))
    expect(findDifferences(before, after).map(({ change, fields }) => [change, fields])).toEqual([
      ['changed', ['id']],
      ['changed', ['id']],
      ['removed', []],
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
