import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Collection, ModuleEntry } from '../configuration/configuration.ts'
import type { CollectionView, LiveModule } from './collections-view.ts'
import { collection, collectionsOf, configuration, entry, module } from './view.fixture.ts'
import type { ViewQuestion } from './view-collections.ts'

const names = ['Weeks', '__proto__', 'constructor', 'Q&A <b>', "it's $'", 'שלום 😀'] as const
const representation = fc.constantFrom('GriffithCards', 'AssessmentTable', 'CollectionsTable', 'CollectionOnly', 'x')

const anyCollections: fc.Arbitrary<readonly Collection[]> = fc
  .subarray([...names])
  .chain(chosen =>
    fc.tuple(
      ...chosen.map(name =>
        fc
          .record({ hide: fc.boolean(), unallocated: fc.boolean(), representation })
          .map(more => collection(name, more)),
      ),
    ),
  )
const anyEntry: fc.Arbitrary<ModuleEntry> = fc
  .record({
    key: fc.integer({ min: 1, max: 12 }).map(String),
    collection: fc.option(fc.constantFrom(...names, 'Gone'), { nil: null }),
    moduleOrder: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
    fyi: fc.boolean(),
    autonum: fc.boolean(),
    label: fc.constantFrom('', 'Week'),
    number: fc.constantFrom('', '7'),
  })
  .map(({ key, ...more }) => entry(key, more))
const anyModule: fc.Arbitrary<LiveModule> = fc
  .record({ id: fc.integer({ min: 1, max: 12 }).map(String), published: fc.boolean() })
  .map(({ id, ...more }) => module(id, more))

const anyQuestion: fc.Arbitrary<Pick<ViewQuestion, 'configuration' | 'modules'>> = fc
  .record({
    collections: anyCollections,
    entries: fc.uniqueArray(anyEntry, { selector: ({ key }) => key, maxLength: 12 }),
    modules: fc.uniqueArray(anyModule, { selector: ({ id }) => id, maxLength: 12 }),
  })
  .map(({ collections, entries, modules }) => ({
    modules,
    // What an entry tells of a module that there is not would be news to students only (see `view-collections.test.ts`).
    configuration: configuration({
      collections,
      modules: entries.filter(({ key }) => modules.some(({ id }) => id === key)),
    }),
  }))

/** What Canvas lists to students. */
const published = (modules: readonly LiveModule[]) => modules.filter(each => each.published)
const idsOf = (collections: readonly CollectionView[]) =>
  collections.flatMap(({ cards }) => cards.map(({ moduleId }) => moduleId))

describe('for all configurations and modules', () => {
  it('staff find every module under some collection, be it as Canvas’s block', () => {
    fc.assert(
      fc.property(anyQuestion, given => {
        const seen = collectionsOf(given)
        const found = new Set([...idsOf(seen), ...seen.flatMap(({ moduleIds }) => moduleIds)])
        expect(found.size).toBe(seen.length === 0 ? 0 : given.modules.length)
      }),
    )
  })

  it('every module of a shown collection that students may see has its card there', () => {
    fc.assert(
      fc.property(anyQuestion, given => {
        const seen = collectionsOf({ ...given, modules: published(given.modules), viewer: 'student' })
        for (const { key, collection: name, fyi } of given.configuration.modules) {
          const view = seen.find(each => each.name === name && each.representation !== 'CollectionsTable')
          const isSeen = fyi || published(given.modules).some(({ id }) => id === key)
          if (view !== undefined) expect(view.cards.some(({ moduleId }) => moduleId === key)).toBe(isSeen)
        }
      }),
    )
  })

  it('no collection has a card or a block twice', () => {
    fc.assert(
      fc.property(anyQuestion, fc.constantFrom('staff', 'student', 'claytons'), (given, viewer) => {
        for (const { cards, moduleIds } of collectionsOf({ ...given, viewer })) {
          expect(new Set(cards.map(({ moduleId }) => moduleId)).size).toBe(cards.length)
          expect(new Set(moduleIds).size).toBe(moduleIds.length)
        }
      }),
    )
  })

  it('students see nothing that staff do not see in the same place', () => {
    fc.assert(
      fc.property(anyQuestion, given => {
        const forStaff = collectionsOf(given)
        for (const seen of collectionsOf({ ...given, modules: published(given.modules), viewer: 'student' })) {
          const same = forStaff.find(({ index }) => index === seen.index)
          expect(same?.name).toBe(seen.name)
          expect(idsOf(same === undefined ? [] : [same])).toEqual(expect.arrayContaining(idsOf([seen])))
          expect(same?.moduleIds).toEqual(expect.arrayContaining([...seen.moduleIds]))
        }
      }),
    )
  })

  it('Claytons are what students see, but for hidden collections', () => {
    fc.assert(
      fc.property(anyQuestion, given => {
        const forStudents = collectionsOf({ ...given, viewer: 'student' })
        const claytons = collectionsOf({ ...given, viewer: 'claytons' }).filter(({ isHidden }) => !isHidden)
        expect(claytons).toEqual(forStudents)
      }),
    )
  })

  it('the order of entries on the page does not matter', () => {
    fc.assert(
      fc.property(anyQuestion, given => {
        const { configuration: before } = given
        const turned = { ...before, modules: before.modules.toReversed() }
        expect(collectionsOf({ ...given, configuration: turned })).toEqual(collectionsOf(given))
      }),
    )
  })
})
