import { toCourseId } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { type FakeCourse, fakeCourse } from './one-course.fixture.ts'
import { parseHtml } from './parse-html.fixture.ts'
import { restoreRevision } from './restore-revision.ts'

const options = { parseHtml, slug: 'landing', undoes: 3 }

/** A static page: it holds no configuration, and none of its versions does. */
function landing(): FakeCourse {
  return fakeCourse([{ id: '1', url: 'landing', title: 'Landing', versions: ['first', 'ours before', 'ours'] }])
}

function restore(course: FakeCourse) {
  return restoreRevision(course.canvas, toCourseId('5'), 2, options)
}

describe('taking a page back that holds no configuration', () => {
  it('brings the version back', async () => {
    const course = landing()
    expect(await restore(course)).toMatchObject({ ok: true, revisionId: 4, previousRevisionId: 3 })
    expect(course.pages[0]?.versions.at(-1)).toBe('ours before')
  })

  it.each([
    ['before it is looked at again', 'GET /pages/page_id:1/revisions/latest'],
    ['between its number and its text', 'GET /pages/landing'],
    ['at the same moment', 'POST /pages/page_id:1/revisions/2'],
    ['right after', 'GET /pages/page_id:1/revisions'],
  ])('notices somebody who saves %s', async (_when, request) => {
    const course = landing()
    // The first such requests choose what is restored: theirs comes after them.
    course.before = {
      request: 'GET /pages/page_id:1/revisions/3',
      happens: () => {
        course.before = { request, happens: () => void course.pages[0]?.versions.push('theirs') }
      },
    }
    expect(await restore(course)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/^(?:changed-meanwhile|conflict)$/),
    })
    expect(course.pages[0]?.versions).toContain('theirs')
  })
})
