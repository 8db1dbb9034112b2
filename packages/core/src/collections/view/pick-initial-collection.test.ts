import { describe, expect, it } from 'vitest'
import { pickInitialCollection } from './pick-initial-collection.ts'
import { collection, collectionsOf, configuration, entry, module } from './view.fixture.ts'

const given = configuration({
  defaultCollection: 'B',
  collections: [
    collection('A', { hide: true }),
    collection('All', { representation: 'CollectionsTable', unallocated: true }),
    collection('B'),
    collection('__proto__'),
  ],
  modules: [
    entry('1', { collection: 'A' }),
    entry('2', { collection: 'B' }),
    entry('3', { collection: '__proto__', fyi: true }),
    entry('4', { collection: null }),
  ],
})
const modules = ['1', '2', '3', '4'].map(id => module(id))
const forStaff = collectionsOf({ configuration: given, modules })
const forStudents = collectionsOf({ configuration: given, modules, viewer: 'student' })
const pick = (hash: string, lastViewed: string | null = null, collections = forStudents) =>
  pickInitialCollection(collections, { hash, lastViewed })?.name

describe('the collection shown first', () => {
  it.each<readonly [what: string, hash: string, lastViewed: string | null, name: string]>([
    ['is the address’s', '#cc-collection-3', 'B', '__proto__'],
    ['is the one viewed last', '', '__proto__', '__proto__'],
    ['is the default one where that is gone', '', 'Gone', 'B'],
    ['is the default one for a place that there is not', '#cc-collection-99', null, 'B'],
    ['is the default one for an address that says nothing', '#cc-collection-1x', null, 'B'],
    ['is that of the module in the address', '#module_3', null, '__proto__'],
    ['is that of a module by Canvas’s own anchor', '#context_module_3', null, '__proto__'],
    ['is the module’s own, not a table of all', '#module_2', 'All', 'B'],
    ['is one that takes in a module of no collection', '#module_4', null, 'All'],
    ['is the one viewed last for a module that there is not', '#module_99', '__proto__', '__proto__'],
  ])('%s', (_, hash, lastViewed, name) => {
    expect(pick(hash, lastViewed)).toBe(name)
  })

  it('is a hidden one for staff, never for students, by place, module or memory', () => {
    for (const [hash, lastViewed] of [
      ['#cc-collection-0', null],
      ['#module_1', null],
      ['', 'A'],
    ] as const) {
      expect(pick(hash, lastViewed, forStaff)).toBe('A')
      expect(pick(hash, lastViewed)).not.toBe('A')
    }
  })

  it('stays where staff were for a module that stands everywhere', () => {
    const bare = given.collections.filter(({ name }) => name !== 'All')
    const everywhere = collectionsOf({ configuration: { ...given, collections: bare }, modules })
    expect(pick('#module_4', '__proto__', everywhere)).toBe('__proto__')
  })

  it('is the first that is not hidden where no default is seen', () => {
    const collections = [collection('A', { hide: true }), collection('B'), collection('C')]
    const seen = collectionsOf({ configuration: configuration({ collections, defaultCollection: 'Gone' }) })
    expect(pick('', null, seen)).toBe('B')
  })

  it('is none where there is none', () => {
    expect(pick('#cc-collection-0', 'B', [])).toBeUndefined()
  })
})
