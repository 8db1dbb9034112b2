import { toCourseId, toPageId, toUserId } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { type FakePage, fakeCourse } from '../one-course.fixture.ts'
import { parseHtml } from '../parse-html.fixture.ts'
import { takeAddress } from './take-address.ts'

const slug = 'canvas-collections-configuration'
const title = 'Canvas Collections Configuration'

function take(page: FakePage, others: FakePage[] = []) {
  const { canvas } = fakeCourse([...others, page])
  const editing = { canvas, courseId: toCourseId('5'), call: {}, parseHtml, now: Date.now, user: toUserId('7') }
  return takeAddress(editing, { pageId: toPageId(page.id), slug: page.url, title: page.title })
}

describe('taking the address at which Collections looks', () => {
  it.each([
    ['of another title', { title: `${title}-2`, url: `${slug}-2` }],
    ['of the very title', { title, url: `${slug}-2` }],
    ['that has it', { title: 'Renamed', url: slug }],
  ])('is done by a page %s', async (_what, given) => {
    const page: FakePage = { id: '1', ...given, versions: ['x'] }
    expect(await take(page)).toBe(true)
    expect(page).toMatchObject({ url: slug, versions: ['x'] })
  })

  it.each([`${title}-2`, title])('is not done where a deleted page keeps it: %s', async old => {
    const page: FakePage = { id: '1', title: old, url: `${slug}-2`, versions: ['x'] }
    const gone: FakePage = { id: '2', title, url: slug, versions: ['y'], isDeleted: true }
    expect(await take(page, [gone])).toBe(false)
    expect(page).toMatchObject({ title: old, url: `${slug}-2`, versions: ['x'] })
  })
})
