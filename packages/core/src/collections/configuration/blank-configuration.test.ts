import { describe, expect, it } from 'vitest'
import { blankConfiguration, isBlank } from './blank-configuration.ts'
import { blankEntry } from './blank-entry.ts'
import type { ModuleEntry } from './configuration.ts'

function withEntry(more: Partial<ModuleEntry>) {
  return { ...blankConfiguration(), modules: [{ ...blankEntry('81', 'Lab'), ...more }] }
}

describe('a blank configuration', () => {
  it('is seen by teachers', () => {
    expect(blankConfiguration().visibility).toBe('teachers')
    expect(isBlank(blankConfiguration())).toBe(true)
  })

  it.each([{}, { engage: false }, { moduleOrder: 3 }, { rest: { publish_final_grade: false, items_count: 2 } }])(
    'may hold an entry that says nothing but %j',
    more => {
      expect(isBlank(withEntry(more))).toBe(true)
    },
  )

  it.each([
    { description: 'x' },
    { collection: 'Labs' },
    { label: 'Week' },
    { number: '1' },
    { metadata: { a: '' } },
    { image: '/files/1' },
    { bannerColour: '#000000' },
    { fyi: true },
    { engageText: 'Go' },
    { date: { ...blankEntry('1', '').date, label: 'Due' } },
    { rest: { comingSoon: {} } },
  ])('holds no entry that says %j', more => {
    expect(isBlank(withEntry(more))).toBe(false)
  })

  it('holds no collection and nothing kept for later', () => {
    const [entry] = withEntry({}).modules
    if (entry === undefined) throw new Error('There is an entry.')
    const parked = [{ entry, parkedAt: '', fromCourseId: null, why: 'unknown' as const }]
    expect(isBlank({ ...blankConfiguration(), parked })).toBe(false)
  })
})
