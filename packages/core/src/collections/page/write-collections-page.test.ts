import type { Root } from 'hast'
import { parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { toCourseId, toModuleId } from '../../ids.ts'
import { blankConfiguration } from '../configuration/blank-configuration.ts'
import { blankDate, blankEntry } from '../configuration/blank-entry.ts'
import type { Collection, Configuration, ModuleEntry } from '../configuration/configuration.ts'
import type { Json } from '../configuration/json.ts'
import { fromParse5 } from '../html/from-parse5.ts'
import { findElement, isDivOf, textContent } from '../html/html-tree.ts'
import { readCollectionsPage } from './read-collections-page.ts'
import { loaderDateShow } from './read-dates.ts'
import {
  largestEntries,
  measureCollectionsPage,
  type PageContent,
  type WrittenPage,
  writeCollectionsPage,
} from './write-collections-page.ts'

const empty: PageContent = {
  configuration: blankConfiguration(),
  courseId: toCourseId('5202'),
  origin: 'https://canvas.test',
  moduleLinks: [],
  pageLinks: [],
}

const labs: Collection = {
  ...{ name: 'Labs', representation: 'GriffithCards', outputPage: '', includePage: '' },
  ...{ includeAfter: false, hide: false, unallocated: false, rest: {} },
}

function write(configuration: Partial<Configuration>, more: Partial<PageContent> = {}): WrittenPage {
  return writeCollectionsPage({ ...empty, ...more, configuration: { ...blankConfiguration(), ...configuration } })
}

function entry(id: string, more: Partial<ModuleEntry> = {}): ModuleEntry {
  return { ...blankEntry(id, `Module ${id}`), dateShow: loaderDateShow, ...more }
}

function jsonText({ html }: WrittenPage): string {
  const div = findElement(parse(html), isDivOf('cc_json'))
  return div === undefined ? '' : textContent(div)
}

function jsonOf(page: WrittenPage): Record<string, Json> {
  return JSON.parse(jsonText(page))
}

function entryJson(more: Partial<ModuleEntry>): unknown {
  const { MODULES } = jsonOf(write({ collections: [labs], defaultCollection: 'Labs', modules: [entry('81', more)] }))
  return Object.values(MODULES ?? {})[0]
}

function parse(html: string): Root {
  return fromParse5(parseFragment(html))
}

describe('the page', () => {
  it('of a course without anything is this text', () => {
    expect(write({}).html).toBe(
      '<div class="cc-config-explanation"><h3>Canvas Collections Configuration</h3><p>This page holds the settings of ' +
        'Canvas Collections for this course: which collections there are, and how its modules look in them. Please do ' +
        'not edit it by hand; a small slip can hide the collections from everybody.</p></div><p style="clear:both"></p>' +
        '<div class="cc_json" style="display:none">{"VISIBILITY":"teachers","DEFAULT_ACTIVE_COLLECTION":"",' +
        '"COLLECTIONS":{},"COLLECTIONS_ORDER":[],"MODULES":{}}</div>' +
        '<div class="cc-card-images" id="cc-course-5202" style="display:none"></div>',
    )
  })

  it('carries links to modules and pages in a hidden part of its own', () => {
    const pageLinks = [{ title: 'Q&A "now" <here>', slug: 'q-and-a ?now' }]
    const { html } = write({}, { moduleLinks: ['81', '82', '81'].map(toModuleId), pageLinks })
    expect(html.slice(html.indexOf('<a '))).toBe(
      '<a href="/courses/5202/modules/81" data-recourse-module="81"></a>' +
        '<a href="/courses/5202/modules/82" data-recourse-module="82"></a>' +
        '<a href="/courses/5202/pages/q-and-a%20%3Fnow" data-recourse-page="Q&amp;A &quot;now&quot; &lt;here&gt;"></a></div>',
    )
    const reading = readCollectionsPage(parse(html))
    expect(reading.ok && reading.page.pageLinks[0]?.title).toBe('Q&A "now" <here>')
    expect(reading.ok && reading.page.moduleLinks).toHaveLength(2)
  })

  it('encodes a slug once, whatever stands in it', () => {
    const { html } = write({}, { pageLinks: [{ title: 'A', slug: 'a&b"c' }] })
    expect(html).toContain('<a href="/courses/5202/pages/a%26b%22c" ')
  })

  it('lists the images that Canvas can rewrite, and no other', () => {
    const images = {
      1: 'https://canvas.test/courses/5202/files/9/download?verifier=k3y&wrap=1',
      2: 'https://CANVAS.test/files/9',
      3: '/courses/5202/files/8/preview',
      4: '//canvas.test/files/7',
      5: 'https://canvas.test/courses/520/files/9',
      6: 'https://other.test/courses/5202/files/9',
      7: 'https://canvas.test.evil/files/9',
      8: '/files/folder/x.png',
      9: 'https://canvas.test/courses/5202/pages/x',
      10: '',
    }
    const modules = Object.entries(images).map(([id, image]) => entry(id, { image }))
    const { html } = write({ modules: [...modules, { ...entry('Week 1', { image: '/files/1' }), id: null }] })
    const reading = readCollectionsPage(parse(html))
    expect(reading.ok && reading.page.images).toEqual([
      { moduleKey: '1', src: 'https://canvas.test/courses/5202/files/9/download?wrap=1' },
      { moduleKey: '2', src: 'https://CANVAS.test/files/9' },
      { moduleKey: '3', src: '/courses/5202/files/8/preview' },
      { moduleKey: '4', src: '//canvas.test/files/7' },
    ])
    expect(html).not.toContain('k3y')
  })

  it('holds no path in its text that Canvas’s exporter would replace', () => {
    const link =
      '<a href="https://canvas.test/courses/5202/pages/a">x</a><img src="/files/9/download">\\/courses/5202/files/1'
    const page = write({ modules: [entry('81', { description: link, rest: { 'x /courses/5202/y': [link] } })] })
    expect(jsonText(page)).not.toMatch(/\/courses\/|\/files\//)
    const reading = readCollectionsPage(parse(page.html))
    expect(reading.ok && reading.page.configuration.modules[0]).toMatchObject({
      description: link,
      rest: { 'x /courses/5202/y': [link] },
    })
  })

  it('names the entries that take most space', () => {
    const modules = Array.from({ length: 30 }, (_, at) => entry(String(at + 1), { description: '<'.repeat(at) }))
    const largest = largestEntries({ ...blankConfiguration(), modules })
    expect(largest).toHaveLength(10)
    expect(largest[0]).toMatchObject({ key: '30', name: 'Module 30' })
    expect((largest[0]?.length ?? 0) - (largest[1]?.length ?? 0)).toBe('&lt;'.length)
  })

  it('counts what is kept for later among them', () => {
    const parked = [
      {
        entry: entry('9', { description: 'x'.repeat(900) }),
        parkedAt: '',
        fromCourseId: null,
        why: 'unknown' as const,
      },
    ]
    const largest = largestEntries({ ...blankConfiguration(), modules: [entry('81')], parked })
    expect(largest.map(({ key }) => key)).toEqual(['x-recourse', '81'])
  })
})

describe('an entry', () => {
  it('says only what 1.3 does not supply', () => {
    expect(entryJson({})).toEqual({
      ...{ name: 'Module 81', id: 81, description: '', collection: '', engage: true, engageText: 'Engage' },
    })
  })

  it('says all that differs', () => {
    const date = { ...blankDate, label: 'Due', calendarDate: '2026-03-09', rest: { era: 'AD' } }
    expect(
      entryJson({
        ...{
          collection: 'Labs',
          label: 'Lab',
          number: 'B',
          metadata: { weighting: '40%' },
          date,
          moduleOrder: 2,
          engage: false,
        },
        ...{
          dateShow: { ...loaderDateShow, month: true, week: false },
          bannerColour: '#ff0000',
          fyi: true,
          altText: 'A spade',
        },
        ...{ rest: { odd: 1, num: 'lost', label: 'lost' } },
      }),
    ).toEqual({
      ...{ name: 'Module 81', id: 81, description: '', collection: 'Labs', label: 'Lab', actualNum: 'B' },
      ...{ metadata: { weighting: '40%' }, bannerColour: '#ff0000', engage: false, engageText: 'Engage', fyi: true },
      date: {
        ...{
          label: 'Due',
          day: '',
          week: '',
          time: '',
          date: '',
          month: '',
          year: '',
          calendarDate: '2026-03-09',
          era: 'AD',
        },
        to: { day: '', week: '', time: '', date: '', month: '', year: '' },
      },
      dateShow: {
        ...{ label: true, day: true, time: true, month: true, date: true },
        ...{ toDay: true, toWeek: true, toTime: true, toDate: true },
      },
      ...{ altText: 'A spade', moduleOrder: 2, odd: 1 },
    })
  })

  it('names its colour wherever it is drawn', () => {
    expect(entryJson({ banner: 'colour' })).toMatchObject({ bannerColour: '#ffffff' })
    expect(entryJson({ imageBackgroundColour: true })).toMatchObject({ bannerColour: '#ffffff' })
  })

  it('writes an id as a number while a number can hold it', () => {
    const page = write({ modules: ['10000000000000081', '99999999999999999999', '1~5', '7'].map(id => entry(id)) })
    const ids = Object.values(jsonOf(page).MODULES ?? {}).map(({ id }) => id)
    expect(ids).toEqual([7, '10000000000000081', '99999999999999999999', '1~5'])
  })
})

describe('what 1.3 needs', () => {
  it('is an order and a default that agree with the collections', () => {
    const page = jsonOf(write({ collections: [{ ...labs, name: 'B' }, labs, labs], defaultCollection: 'gone' }))
    expect(page).toMatchObject({
      ...{ DEFAULT_ACTIVE_COLLECTION: 'B', COLLECTIONS_ORDER: ['B', 'Labs'] },
      COLLECTIONS: { B: { representation: 'GriffithCards' }, Labs: { representation: 'GriffithCards' } },
    })
  })
})

describe('the key of our own', () => {
  const stamp = { fromCourseId: toCourseId('4101'), at: '2026-03-09T08:00:00Z' }
  const kept = {
    entry: entry('11', { name: "A $' B", collection: 'Gone' }),
    parkedAt: stamp.at,
    fromCourseId: null,
    why: 'not-copied' as const,
  }

  function readBack(page: WrittenPage): Configuration | false {
    const reading = readCollectionsPage(parse(page.html))
    return reading.ok && reading.page.configuration
  }

  it('holds the import and what is kept for later, of which no text can be seen', () => {
    const page = write({ imported: stamp, parked: [kept] })
    expect(jsonOf(page)['x-recourse']).toMatchObject({ v: 1, imported: { from: '4101', at: stamp.at } })
    expect(jsonText(page)).not.toContain("$'")
    expect(readBack(page)).toMatchObject({ imported: stamp, parked: [kept] })
  })

  it.each([
    { v: 2, parked: 'new' },
    { v: 1, parked: 'not base64url!' },
    { v: 1, parked: 'e30' },
    { v: 1, imported: 'yesterday' },
    { v: 1, imported: { from: 7, at: '' } },
    { parked: '' },
    'text',
    null,
    [1],
  ])('is kept as it stands where it is %j, beside anything new', unread => {
    const html = write({}).html.replace('"MODULES":{}', `"MODULES":{},"x-recourse":${JSON.stringify(unread)}`)
    const reading = readCollectionsPage(parse(html))
    if (!reading.ok) throw new Error(reading.where)
    const { configuration, oddities } = reading.page
    expect(configuration.rest).toEqual({ 'x-recourse': unread })
    expect(oddities.map(({ path }) => path)).toEqual(['x-recourse'])
    expect(readBack(write(configuration))).toEqual(configuration)
    const withStamp = { ...configuration, imported: stamp, parked: [kept] }
    expect(readBack(write(withStamp))).toEqual(withStamp)
  })

  it('keeps what a later version adds to it', () => {
    const html = write({ imported: stamp }).html.replace('{"v":1,', '{"v":1,"more":true,')
    const reading = readCollectionsPage(parse(html))
    expect(reading.ok && reading.page.configuration).toMatchObject({
      imported: stamp,
      rest: { 'x-recourse': { more: true } },
    })
  })
})

describe('a large course', () => {
  it('of 1,000 modules is written and read in one go', () => {
    const modules = Array.from({ length: 1000 }, (_, at) =>
      entry(String(at + 1), {
        description: `<p>Week ${at} &amp; "more"</p>`,
        image: `/files/${at + 1}`,
        moduleOrder: at + 1,
      }),
    )
    const page = write(
      { collections: [labs], defaultCollection: 'Labs', modules },
      { moduleLinks: modules.flatMap(({ id }) => id ?? []) },
    )
    const reading = readCollectionsPage(parse(page.html))
    expect(reading.ok && reading.page.configuration.modules).toEqual(modules)
    expect(reading.ok && reading.page.images).toHaveLength(1000)
    expect(page.length).toBeLessThan(511_999)
  })
  it.each([
    [300, true],
    [420, false],
    [600, false],
  ])('with %i characters in each of 1,000 entries is measured as it is written', (length, hasRoomForLinks) => {
    const modules = Array.from({ length: 1000 }, (_, at) =>
      entry(String(at + 1), { description: '<'.repeat(length / 4) }),
    )
    const kept = { entry: entry('99', { name: 'سلام' }), parkedAt: '', fromCourseId: null, why: 'unknown' } as const
    const configuration = { ...blankConfiguration(), modules, parked: [kept] }
    const content = { ...empty, configuration, moduleLinks: modules.flatMap(({ id }) => id ?? []) }
    const page = writeCollectionsPage(content)
    expect(page.html.includes('data-recourse-module')).toBe(hasRoomForLinks)
    expect(measureCollectionsPage(content)).toBe(page.length)
  })
})
