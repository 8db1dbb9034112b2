import { toCourseId } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { type FakePage, fakeCourse } from '../one-course.fixture.ts'
import { parseHtml } from '../parse-html.fixture.ts'
import { readConfigurationPages } from './configuration-pages.ts'

const slug = 'canvas-collections-configuration'

/** A page that pretends to hold a configuration. */
const broken = JSON.stringify({
  type: 'root',
  children: [
    {
      type: 'element',
      tagName: 'div',
      properties: { class: 'cc_json' },
      children: [{ type: 'text', value: 'oops' }],
    },
  ],
})

async function candidatesOf(pages: FakePage[]) {
  const { canvas } = fakeCourse(pages)
  const unread = new Set<string>()
  const survey = { canvas, courseId: toCourseId('5'), call: {}, parseHtml, nowMs: 0, unread }
  const { candidates } = await readConfigurationPages(survey)
  return candidates.map(({ page }) => ({ pageId: page.pageId, slug: page.slug }))
}

describe('the pages that hold a configuration', () => {
  const renamed = { id: '1', title: 'Canvas Collections Configuration 2025', url: `${slug}-2025`, versions: [broken] }

  it('are one where a renamed page is found by its title and at its former address', async () => {
    expect(await candidatesOf([{ ...renamed, formerUrls: [slug] }])).toEqual([{ pageId: '1', slug }])
  })

  it('are two where another page has that address', async () => {
    const other = { id: '2', title: 'Canvas Collections Configuration', url: slug, versions: [broken] }
    expect(await candidatesOf([{ ...renamed, formerUrls: [slug] }, other])).toEqual([
      { pageId: '2', slug },
      { pageId: '1', slug: `${slug}-2025` },
    ])
  })
})
