import { deepStrictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import type { Root } from 'hast'
import { parseFragment, serialize } from 'parse5'
import { describe, expect, it } from 'vitest'
import { toCourseId, toModuleId } from '../../ids.ts'
import type { Collection, Configuration, ModuleEntry } from '../configuration/configuration.ts'
import type { Json, JsonObject } from '../configuration/json.ts'
import { orderModules } from '../configuration/order-modules.ts'
import { fromParse5 } from '../html/from-parse5.ts'
import { readCollectionsPage } from './read-collections-page.ts'
import {
  measureCollectionsPage,
  type PageContent,
  type WrittenPage,
  writeCollectionsPage,
} from './write-collections-page.ts'

const courseId = toCourseId('5202')

function parse(html: string): Root {
  return fromParse5(parseFragment(html))
}

function contentOf(configuration: Configuration): PageContent {
  return {
    configuration,
    courseId,
    origin: 'https://canvas.test',
    moduleLinks: configuration.modules.flatMap(({ id }) => id ?? []),
    pageLinks: configuration.collections.map(({ includePage }) => ({ title: includePage, slug: includePage })),
  }
}

function write(configuration: Configuration): WrittenPage {
  return writeCollectionsPage(contentOf(configuration))
}

function read(html: string): Configuration {
  const reading = readCollectionsPage(parse(html))
  if (!reading.ok) throw new Error(reading.where)
  return reading.page.configuration
}

const awkward = [
  ...[
    "$'",
    '$&',
    '$$',
    '$`',
    '</div>',
    '<div>',
    '<!--',
    '-->',
    '<![CDATA[',
    '&amp;',
    '&lt;b&gt;',
    '&',
    '<',
    '>',
    '"',
    "'",
  ],
  ...['\\', '\\"', '\u00a0', '😀', '\ud800', '\udc00', '\u0000', '\u001f', '\n', '\r\n', '\t', '\u2028', '\ufeff'],
  ...[
    '__proto__',
    'constructor',
    'hasOwnProperty',
    '{{COURSE_ID}}',
    '{{CONFIG}}',
    'سلام',
    '<b>x</b>',
    '\ufffe',
    '\u0085',
  ],
  ...[
    'https://canvas.test/courses/5202/files/9/download',
    '/files/9',
    '<a href="/courses/7/pages/x">',
    '/courses/5202',
  ],
  ...[
    '$WIKI_REFERENCE$/pages/iabc',
    '$CANVAS_OBJECT_REFERENCE$/modules/i1">',
    '</textarea>',
    '<script>',
    '<plaintext>',
  ],
]
const pieces = fc.array(fc.constantFrom(...awkward, 'a', ' ', '7'), { maxLength: 8 }).map(parts => parts.join(''))
const units = fc.array(fc.nat(0xffff), { maxLength: 8 }).map(codes => String.fromCharCode(...codes))
const text = fc.oneof(pieces, units, fc.constant(''))
const name = fc.oneof(
  pieces,
  units,
  fc.constantFrom('__proto__', 'constructor', 'hasOwnProperty', 'toString', '2022', 'A &amp; B', 'A & B'),
)

const json: fc.Arbitrary<Json> = fc.jsonValue({ maxDepth: 2 }).map(value => JSON.parse(JSON.stringify(value)))
const restKey = fc.oneof(
  fc.constantFrom('x-future', '__proto__', 'constructor', 'toString'),
  text.map(key => `x${key}`),
)
const rest: fc.Arbitrary<JsonObject> = fc.dictionary(restKey, json, { maxKeys: 2 }).map(asRead)

/** As any page would hold it: with prototypes, without -0. */
function asRead<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value))
}

const partTexts = { day: text, week: text, time: text, date: text, month: text, year: text, calendarDate: text, rest }
const cardDate = fc.record({ label: text, ...partTexts, to: fc.record(partTexts) })
const flag = fc.boolean()
const dateFlags = { label: flag, day: flag, week: flag, time: flag, month: flag, date: flag }
const toFlags = { toDay: flag, toWeek: flag, toTime: flag, toMonth: flag, toDate: flag }

const moduleId = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.bigInt(1n, 2n ** 63n)).map(id => toModuleId(String(id)))
const keys = fc.oneof(
  moduleId.map(id => ({ key: String(id), id })),
  name.map(key => ({ key, id: null })),
)

function entry(collections: readonly string[]): fc.Arbitrary<ModuleEntry> {
  const collection = fc.constantFrom(null, ...collections.filter(found => found !== ''))
  const fields = fc.record({
    ...{ name: text, description: text, collection, label: text, autonum: flag, number: text, date: cardDate },
    ...{ metadata: fc.dictionary(name, text, { maxKeys: 3, noNullPrototype: true }) },
    ...{ dateShow: fc.record({ ...dateFlags, ...toFlags }), banner: fc.constantFrom('image', 'iframe', 'colour') },
    ...{ image: text, imageSize: text, imageBackgroundColour: flag, altText: text, iframe: text, bannerColour: text },
    ...{ engage: flag, engageText: text, fyi: flag, fyiText: text, rest },
    ...{ moduleOrder: fc.option(fc.integer({ min: 1 })) },
  })
  return fc.tuple(keys, fields).map(([key, rest]) => ({ ...key, ...rest }))
}

const parked = fc.record({
  entry: entry(['Gone', 'A & B']),
  parkedAt: text,
  fromCourseId: fc.option(fc.constant(toCourseId('4101'))),
  why: fc.constantFrom('gone-in-source', 'not-copied', 'deleted-here', 'duplicate-names', 'unknown'),
})

function collectionNamed(collectionName: string): fc.Arbitrary<Collection> {
  const texts = { representation: text, outputPage: text, includePage: text }
  return fc.record({
    name: fc.constant(collectionName),
    ...texts,
    includeAfter: flag,
    hide: flag,
    unallocated: flag,
    rest,
  })
}

const configuration: fc.Arbitrary<Configuration> = fc
  .uniqueArray(name, { maxLength: 4 })
  .chain(names =>
    fc.record({
      visibility: fc.constantFrom('no-one', 'students', 'teachers', 'all'),
      defaultCollection: fc.constantFrom(...(names.length === 0 ? [''] : names)),
      collections: fc.tuple(...names.map(collectionNamed)),
      modules: fc.uniqueArray(entry(names), { maxLength: 5, selector: ({ key }) => key }).map(orderModules),
      parked: fc.array(parked, { maxLength: 2 }),
      imported: fc.option(fc.record({ fromCourseId: fc.option(fc.constant(toCourseId('4101'))), at: text })),
      rest,
    }),
  )
  .map(asRead)

describe('a configuration page', () => {
  it('gives back the configuration it was written from', () => {
    fc.assert(
      fc.property(configuration, wanted => {
        const { html } = write(wanted)
        deepStrictEqual(read(html), wanted)
        const reading = readCollectionsPage(parse(html))
        deepStrictEqual(reading.ok && reading.page.configuration, wanted)
        deepStrictEqual(reading.ok && [...reading.page.oddities, ...reading.page.upgrades], noted(wanted))
      }),
      { numRuns: 200 },
    )
  })

  it('gives it back after being parsed and serialised three times', () => {
    fc.assert(
      fc.property(configuration, wanted => {
        let { html } = write(wanted)
        for (let round = 0; round < 3; round++) html = serialize(parseFragment(html))
        deepStrictEqual(read(html), wanted)
      }),
    )
  })

  it('is the same text each time, also written from what was read', () => {
    fc.assert(
      fc.property(configuration, wanted => {
        const { html } = write(wanted)
        expect(write(wanted).html).toBe(html)
        expect(write(read(html)).html).toBe(html)
      }),
    )
  })

  it('tells a length that its stored form does not exceed', () => {
    fc.assert(
      fc.property(configuration, wanted => {
        const { html, length } = write(wanted)
        expect(length).toBeGreaterThanOrEqual(serialize(parseFragment(html)).length)
      }),
    )
  })

  it('has the length that was measured before it was written', () => {
    fc.assert(
      fc.property(configuration, wanted => {
        expect(measureCollectionsPage(contentOf(wanted))).toBe(write(wanted).length)
      }),
    )
  })

  it('is JSON with the same content for the reader of 1.3, which parses the HTML of the element', () => {
    fc.assert(
      fc.property(configuration, wanted => {
        const div = parseFragment(write(wanted).html).childNodes.find(node => isJsonDiv(node))
        if (div === undefined || !('childNodes' in div)) throw new Error('There is no configuration.')
        const wire = JSON.parse(serialize(div))
        expect(new Set(wire.COLLECTIONS_ORDER)).toEqual(new Set(Object.keys(wire.COLLECTIONS)))
        for (const module of Object.values<JsonObject>(wire.MODULES)) expect(typeof (module.image ?? '')).toBe('string')
      }),
    )
  })
})

function isJsonDiv(node: object): boolean {
  return 'attrs' in node && JSON.stringify(node.attrs).includes('"cc_json"')
}

/** Names as keys are noted; nothing else about a page of our own is. */
function noted({ modules }: Configuration): readonly object[] {
  const text = 'Entries are kept by module names, as before v1.'
  return modules.some(({ id }) => id === null) ? [{ path: 'MODULES', text }] : []
}
