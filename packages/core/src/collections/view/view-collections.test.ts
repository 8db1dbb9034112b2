import { describe, expect, it } from 'vitest'
import type { Visibility } from '../configuration/configuration.ts'
import type { Viewer } from './collections-view.ts'
import { cardsOf, collection, collectionsOf, configuration, entry, module, question } from './view.fixture.ts'
import { viewCollections } from './view-collections.ts'

describe('who sees Collections', () => {
  it.each<readonly [visibility: Visibility, viewer: Viewer, isPagePublished: boolean, seen: string]>([
    ['no-one', 'staff', true, 'no-one'],
    ['no-one', 'student', true, 'no-one'],
    ['students', 'staff', true, 'students-only'],
    ['students', 'student', true, 'on'],
    ['students', 'student', false, 'unpublished'],
    ['teachers', 'staff', false, 'on'],
    ['teachers', 'student', true, 'staff-only'],
    ['teachers', 'student', false, 'staff-only'],
    ['all', 'staff', false, 'on'],
    ['all', 'student', true, 'on'],
    ['all', 'student', false, 'unpublished'],
    ['no-one', 'claytons', false, 'on'],
    ['teachers', 'claytons', false, 'on'],
  ])('shown to %s, a %s with the page published %s: %s', (visibility, viewer, isPagePublished, seen) => {
    const view = viewCollections(question({ configuration: configuration({ visibility }), viewer, isPagePublished }))
    expect(view.kind === 'on' ? view.kind : view.why).toBe(seen)
  })
})

describe('the collections', () => {
  const collections = [
    collection('A', { hide: true }),
    collection('B', { includePage: 'Welcome & more', includeAfter: true }),
    collection('__proto__', { representation: 'CollectionsOnly' }),
    collection('constructor', { representation: 'Fancy "cards"' }),
  ]
  const given = configuration({ collections, defaultCollection: '__proto__' })

  it('keep their places in the order for deep links, hidden ones counted', () => {
    expect(collectionsOf({ configuration: given, viewer: 'student' }).map(({ index, name }) => [index, name])).toEqual([
      [1, 'B'],
      [2, '__proto__'],
      [3, 'constructor'],
    ])
  })

  it.each<Viewer>(['staff', 'claytons'])('are all there for %s, hidden ones marked', viewer => {
    const seen = collectionsOf({ configuration: given, viewer })
    expect(seen.map(({ isHidden }) => isHidden)).toEqual([true, false, false, false])
  })

  it('say their representation, and what stood there where it is unknown', () => {
    const seen = collectionsOf({ configuration: given })
    expect(seen.map(({ representation }) => representation)).toEqual([
      'GriffithCards',
      'GriffithCards',
      'CollectionOnly',
      'unknown',
    ])
    expect(seen[3]?.representationName).toBe('Fancy "cards"')
  })

  it('say which is the default and which page they include', () => {
    const seen = collectionsOf({ configuration: given })
    expect(seen.filter(({ isDefault }) => isDefault).map(({ name }) => name)).toEqual(['__proto__'])
    expect(seen.map(({ includePage }) => includePage)).toEqual([
      null,
      { title: 'Welcome & more', isAfter: true },
      null,
      null,
    ])
  })
})

describe('the modules of a collection', () => {
  const modules = [
    module('1'),
    module('2', { published: false }),
    module('3', { published: false }),
    module('4'),
    module('5', { published: false }),
    module('6'),
  ]
  const entries = [
    entry('1', { moduleOrder: 1 }),
    entry('2', { moduleOrder: 2 }),
    entry('3', { moduleOrder: 3, fyi: true }),
    entry('4', { collection: null, moduleOrder: 4 }),
    entry('5', { collection: null, moduleOrder: 5 }),
  ]
  const seenBy = (viewer: Viewer, unallocated: boolean) => {
    const given = configuration({ collections: [collection('Weeks', { unallocated })], modules: entries })
    const [seen] = collectionsOf({ configuration: given, modules, viewer })
    return { cards: seen?.cards.map(({ moduleId }) => moduleId).join(), blocks: seen?.moduleIds.join() }
  }

  it.each<readonly [viewer: Viewer, unallocated: boolean, cards: string, blocks: string]>([
    ['staff', false, '1,2,3', '1,2,3,4,5,6'],
    ['staff', true, '1,2,3,4,5,6', '1,2,3,4,5,6'],
    ['student', false, '1,3', '1'],
    ['student', true, '1,3,4,6', '1,4,6'],
    ['claytons', false, '1,3', '1'],
    ['claytons', true, '1,3,4,6', '1,4,6'],
  ])('as %s sees them, with modules in no collection taken in: %s', (viewer, unallocated, cards, blocks) => {
    expect(seenBy(viewer, unallocated)).toEqual({ cards, blocks })
  })

  it('marks modules that the configuration does not know, and those of a collection that is gone, as in none', () => {
    const given = configuration({
      collections: [collection('Weeks', { unallocated: true })],
      modules: [entry('1'), entry('2', { collection: 'Gone' })],
    })
    const cards = cardsOf({ configuration: given, modules: [module('1'), module('2'), module('constructor')] })
    expect(cards.map(({ collection: name, isUnallocated }) => [name, isUnallocated])).toEqual([
      ['Weeks', false],
      [null, true],
      [null, true],
    ])
  })

  it('shows students a card that announces a module which Canvas keeps from them, but no block', () => {
    const given = configuration({
      modules: [entry('1', { moduleOrder: 2 }), entry('3', { moduleOrder: 1, fyi: true })],
    })
    const [seen] = collectionsOf({ configuration: given, modules: [module('1')], viewer: 'student' })
    expect(seen?.cards.map(({ name, isPublished }) => [name, isPublished])).toEqual([
      ['Module 3', false],
      ['Module 1', true],
    ])
    expect(seen?.moduleIds).toEqual(['1'])
  })

  it('shows nothing of entries whose module is gone to those who are shown all modules', () => {
    const given = configuration({ modules: [entry('1'), entry('3', { fyi: true })] })
    for (const viewer of ['staff', 'claytons'] as const)
      expect(cardsOf({ configuration: given, modules: [module('1')], viewer })).toHaveLength(1)
  })

  it('counts a module once that two pages of a listing named', () => {
    const given = configuration({ modules: [entry('1')] })
    expect(cardsOf({ configuration: given, modules: [module('1'), module('1')] })).toHaveLength(1)
  })
})

describe('the order of cards', () => {
  const orderOf = (places: readonly (number | null)[]) =>
    cardsOf({
      configuration: configuration({
        modules: places.map((moduleOrder, at) => entry(String(at + 1), { moduleOrder })),
      }),
      modules: places.map((_, at) => module(String(at + 1))),
    })
      .map(({ moduleId }) => moduleId)
      .join()

  it.each<readonly [what: string, places: readonly (number | null)[], order: string]>([
    ['is that of the saved places', [3, 1, 2], '2,3,1'],
    ['is Canvas’s where places are equal', [1, 1, 1], '1,2,3'],
    ['is Canvas’s where there are none', [null, null, null], '1,2,3'],
    ['puts those without a place behind, in Canvas’s order', [null, 2, null, 1], '4,2,1,3'],
  ])('%s', (_, places, order) => {
    expect(orderOf(places)).toBe(order)
  })

  it('leaves Canvas’s blocks in Canvas’s order', () => {
    const modules = [entry('1', { moduleOrder: 2 }), entry('2', { moduleOrder: 1 })]
    const [seen] = collectionsOf({ configuration: configuration({ modules }), modules: [module('1'), module('2')] })
    expect(seen?.moduleIds).toEqual(['1', '2'])
  })
})

describe('a table of all collections', () => {
  const given = (unallocated: boolean) =>
    configuration({
      collections: [
        collection('All', { representation: 'CollectionsTable', unallocated }),
        collection('B'),
        collection('Hidden', { hide: true }),
        collection('A'),
      ],
      modules: [
        entry('1', { collection: 'A', moduleOrder: 1 }),
        entry('2', { collection: 'B', moduleOrder: 2 }),
        entry('3', { collection: 'Hidden', moduleOrder: 3 }),
        entry('4', { collection: 'B', moduleOrder: 1, fyi: true }),
        entry('5', { collection: null }),
      ],
    })
  const modules = ['1', '2', '3', '4', '5'].map(id => module(id))

  it('has the cards of shown collections, by collection, and filters no block', () => {
    const [table] = collectionsOf({ configuration: given(false), modules })
    expect(table?.cards.map(({ moduleId }) => moduleId)).toEqual(['4', '2', '1'])
    expect(table?.moduleIds).toEqual(['1', '2', '3', '4', '5'])
  })

  it('has modules in no collection where it takes them in, and no blocks of FYI modules for students', () => {
    const [table] = collectionsOf({ configuration: given(true), modules, viewer: 'student' })
    expect(table?.cards.map(({ moduleId }) => moduleId)).toEqual(['4', '2', '1', '5'])
    expect(table?.moduleIds).toEqual(['1', '2', '3', '5'])
  })
})

describe('any number of modules', () => {
  it.each([0, 1, 100, 101, 1000])('%i, and every one is there', count => {
    const ids = Array.from({ length: count }, (_, at) => String(at + 1))
    const given = configuration({ modules: ids.map(id => entry(id, { moduleOrder: 1 })) })
    const cards = cardsOf({ configuration: given, modules: ids.map(id => module(id)), viewer: 'student' })
    expect(cards.map(({ moduleId }) => moduleId)).toEqual(ids)
  })
})
