import { readFileSync } from 'node:fs'
import { fromParse5, readCollectionsPage } from '@recourse/core'
import { parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'

/** The sample pages of docs/facts/collections-1.3.md: what people read there is what Recourse reads. */
const samples = readFileSync('docs/facts/collections-1.3.md', 'utf8')
  .split('```html\n')
  .slice(1)
  .flatMap(part => part.split('```')[0] ?? [])
  .filter(html => html.includes('cc_json'))

const pages = samples.map(html => {
  const reading = readCollectionsPage(fromParse5(parseFragment(html)))
  if (!reading.ok) throw new Error(reading.where)
  return reading.page
})

describe('the sample pages', () => {
  it('are read, each with its course', () => {
    expect(pages.map(({ courseId }) => courseId)).toEqual(['70', '70', null])
    expect(pages.map(({ configuration }) => configuration.collections.length)).toEqual([1, 1, 1])
  })

  it('show what a copy leaves: old ids, and one image that Canvas rewrote', () => {
    const [, copied] = pages
    expect(copied?.configuration.modules.map(({ key }) => key)).toEqual(['701'])
    expect(copied?.images).toHaveLength(1)
    expect(JSON.stringify(copied?.images)).toContain('/courses/80/files/31/')
  })

  it('show an old page, which is brought to the form of today', () => {
    const [, , old] = pages
    expect(old?.configuration.visibility).toBe('all')
    expect(old?.configuration.modules.map(({ name, id }) => [name, id])).toEqual([['Bread', null]])
    expect(old?.upgrades.length).toBeGreaterThan(0)
  })
})
