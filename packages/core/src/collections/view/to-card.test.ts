import { describe, expect, it } from 'vitest'
import { toModuleId } from '../../ids.ts'
import type { ModuleEntry } from '../configuration/configuration.ts'
import { cardOf, cardsOf, configuration, entry, module } from './view.fixture.ts'

describe('heading and title', () => {
  it.each<readonly [name: string, label: string, number: string, heading: string, title: string]>([
    ['Week 3: Soils', 'Week', '3', 'Week 3', 'Soils'],
    ['Week 3 : Soils: deep', 'Week', '3', 'Week 3', 'Soils: deep'],
    ['Week\u00a03: Soils', 'Week', '3', 'Week 3', 'Soils'],
    ['Week 2: Soils', 'Week', '3', 'Week 3', 'Week 2: Soils'],
    ['Week 31: Soils', 'Week', '3', 'Week 3', 'Week 31: Soils'],
    ['Week 3:', 'Week', '3', 'Week 3', 'Week 3:'],
    ['Week 3', 'Week', '3', 'Week 3', 'Week 3'],
    ['Soils', '', '', '', 'Soils'],
    [': Soils', '', '', '', ': Soils'],
    ['A: Report', '', 'A', 'A', 'Report'],
    ['Intro: Soils', 'Intro', '', 'Intro', 'Soils'],
    ['C++ (x 1: $& <b>', 'C++ (x', '1', 'C++ (x 1', '$& <b>'],
    ['שבוע 1: קרקע 😀', 'שבוע', '1', 'שבוע 1', 'קרקע 😀'],
    ['Topic: 1: Rocks', 'Topic:', '1', 'Topic: 1', 'Rocks'],
    [`Week 1: ${'x'.repeat(255)}`, 'Week', '1', 'Week 1', 'x'.repeat(255)],
  ])('of %j labelled %j %j', (name, label, number, heading, title) => {
    expect(cardOf({ label, number }, { name })).toMatchObject({ heading, title, name })
  })
})

describe('numbers', () => {
  const numbered = (key: string, number = '') => entry(key, { label: 'Week', autonum: true, number })

  it('count by Canvas’s order now, whatever was saved', () => {
    const modules = [numbered('1', '7'), numbered('2', '8'), entry('3', { label: 'Week', number: 'X' }), numbered('4')]
    const listed = ['4', '3', '1', '2'].map(id => module(id))
    const cards = cardsOf({ configuration: configuration({ modules }), modules: listed })
    expect(cards.map(({ moduleId, heading }) => [moduleId, heading])).toEqual([
      ['4', 'Week 1'],
      ['3', 'Week X'],
      ['1', 'Week 2'],
      ['2', 'Week 3'],
    ])
  })

  it('are the saved ones for a student who is not shown all modules that count', () => {
    const modules = [numbered('1', '1'), numbered('2', '2'), numbered('3', '3')]
    const seen = {
      configuration: configuration({ modules }),
      modules: [module('1'), module('3')],
      viewer: 'student',
    } as const
    expect(cardsOf(seen).map(({ heading }) => heading)).toEqual(['Week 1', 'Week 3'])
  })

  it('are counted for a student where none were saved', () => {
    const modules = [numbered('1'), numbered('2'), numbered('3')]
    const seen = {
      configuration: configuration({ modules }),
      modules: [module('1'), module('3')],
      viewer: 'student',
    } as const
    expect(cardsOf(seen).map(({ heading }) => heading)).toEqual(['Week 1', 'Week 2'])
  })
})

describe('the button', () => {
  it.each<readonly [entryParts: Partial<ModuleEntry>, text: string | null]>([
    [{ engage: true, engageText: ' Start & go ' }, 'Start & go'],
    [{ engage: true, engageText: '' }, 'Engage'],
    [{ engage: false, engageText: 'Start' }, null],
    [{ engage: true, engageText: 'Start', fyi: true }, null],
  ])('of %j says %j', (entryParts, text) => {
    expect(cardOf(entryParts)?.engage).toBe(text)
  })
})

describe('the banner', () => {
  it.each<readonly [what: string, entryParts: Partial<ModuleEntry>, banner: unknown]>([
    [
      'is an image with its words',
      { image: '/courses/1/files/2/download', imageSize: 'contain', altText: 'A "spade"' },
      { kind: 'image', url: '/courses/1/files/2/download', size: 'contain', alt: 'A "spade"', background: null },
    ],
    [
      'fills its box where no size is said, on its colour where wanted',
      { image: 'x', imageSize: 'fit', imageBackgroundColour: true, bannerColour: 'Teal' },
      { kind: 'image', url: 'x', size: 'cover', alt: '', background: 'Teal' },
    ],
    ['is none without an image', { image: ' ', iframe: '<iframe>' }, { kind: 'none' }],
    ['is a frame', { banner: 'iframe', iframe: '<iframe src="x">' }, { kind: 'iframe', html: '<iframe src="x">' }],
    ['is none without a frame', { banner: 'iframe', image: 'x' }, { kind: 'none' }],
    ['is a colour', { banner: 'colour', bannerColour: 'rgb(1, 2, 3)' }, { kind: 'colour', colour: 'rgb(1, 2, 3)' }],
    [
      'is white for what is no colour',
      { banner: 'colour', bannerColour: 'red;position:fixed' },
      { kind: 'colour', colour: '#ffffff' },
    ],
    ['is white for an address', { banner: 'colour', bannerColour: 'url(//x)' }, { kind: 'colour', colour: '#ffffff' }],
  ])('%s', (_, entryParts, banner) => {
    expect(cardOf(entryParts)?.banner).toEqual(banner)
  })
})

describe('what is personal', () => {
  const own = { requirements: { completed: 1, required: 3 }, state: 'locked' } as const

  it('is told to students', () => {
    expect(cardOf({}, own, { viewer: 'student' })).toMatchObject({
      completion: { completed: 1, required: 3 },
      lock: { kind: 'locked' },
    })
  })

  it.each(['staff', 'claytons'] as const)('is not in what %s see', viewer => {
    expect(cardOf({}, own, { viewer })).toMatchObject({ completion: null, lock: null })
  })

  it('leaves progress out where nothing is required', () => {
    const requirements = { completed: 0, required: 0 }
    expect(cardOf({}, { requirements }, { viewer: 'student' })?.completion).toBeNull()
  })

  it('locks no card that leads nowhere', () => {
    expect(cardOf({ fyi: true, fyiText: '<b>Soon</b>' }, own, { viewer: 'student' })).toMatchObject({
      fyi: { html: '<b>Soon</b>' },
      lock: null,
    })
  })
})

describe('a lock', () => {
  const lockOf = (parts: Parameters<typeof module>[1], others: readonly Parameters<typeof module>[1][] = []) =>
    cardsOf({
      configuration: configuration({ modules: [entry('1')] }),
      modules: [module('1', parts), ...others.map((other, at) => module(String(at + 2), other))],
      viewer: 'student',
    })[0]?.lock

  it.each([
    ['2026-03-01T00:00:01Z', { kind: 'until', at: '2026-03-01T00:00:01Z' }],
    ['2026-03-01T09:00:00+10:00', null],
    ['2026-02-28T23:00:00-10:00', { kind: 'until', at: '2026-02-28T23:00:00-10:00' }],
    ['soon', null],
  ])('of a module that opens %s is %j', (unlockAt, lock) => {
    expect(lockOf({ unlockAt, state: 'unlocked' })).toEqual(lock)
  })

  it('names what has to be completed first, in Canvas’s order', () => {
    const lock = lockOf({ state: 'locked', prerequisiteIds: ['4', '3', '2', '9'].map(toModuleId) }, [
      { name: 'A & <b>', state: 'started' },
      { name: 'B', state: 'completed' },
      { name: 'C', state: 'locked' },
    ])
    expect(lock).toEqual({ kind: 'prerequisites', names: ['A & <b>', 'C'] })
  })

  it('says no more than it knows', () => {
    expect(lockOf({ state: 'locked', prerequisiteIds: [toModuleId('9')] })).toEqual({ kind: 'locked' })
    expect(lockOf({ state: 'started', prerequisiteIds: [toModuleId('2')] }, [{}])).toBeNull()
  })
})
