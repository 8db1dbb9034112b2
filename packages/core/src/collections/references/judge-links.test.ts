import { describe, expect, it } from 'vitest'
import { toCourseId, toPageId } from '../../ids.ts'
import { defaultChoices } from '../import/import-choices.ts'
import { cleanCopy, entry, origin, record, sourceId } from '../import/import-facts.fixture.ts'
import type { ImportFacts } from '../import/import-facts.ts'
import { fromHtml } from '../import/parse-html.fixture.ts'
import { planImport } from '../import/plan-import.ts'

/** A link in the text of the first of two modules, 11 and 12 in the source, 21 and 22 here. */
function planOf(url: string, more: Partial<ImportFacts> = {}) {
  const entries = [entry('11', 'Week 1', { description: `<a href="${url}">x</a>` }), entry('12', 'Week 2')]
  const plan = planImport(cleanCopy(entries, more), defaultChoices, fromHtml)
  return plan.kind === 'ready' ? plan : undefined
}
const judged = (url: string, more: Partial<ImportFacts> = {}) => planOf(url, more)?.links

describe('a link to a module', () => {
  it.each([
    `${origin}/courses/4101/modules#module_12`,
    `${origin}/courses/4101/modules/12`,
    '$CANVAS_COURSE_REFERENCE$/modules#module_12',
    '%24CANVAS_COURSE_REFERENCE%24/modules#module_12',
  ])('%s leads to what the module became', url => {
    expect(judged(url)).toMatchObject([{ verdict: 'moved', newUrl: `${origin}/courses/6303/modules/22` }])
  })

  it('that is gone is said to be missing, whether the copy left a token or not', () => {
    for (const start of [`${origin}/courses/4101`, '$CANVAS_COURSE_REFERENCE$'])
      expect(judged(`${start}/modules#module_99`)).toMatchObject([{ verdict: 'missing' }])
  })

  it('of another number is none: the list of modules is the list of modules', () => {
    expect(judged('$CANVAS_COURSE_REFERENCE$/modules')).toMatchObject([
      { verdict: 'moved', newUrl: `${origin}/courses/6303/modules` },
    ])
  })
})

describe('a link to the source under another host of this Canvas', () => {
  const vanity = 'https://lms.uni.test/courses/4101'
  const modules = { 11: '21', 12: '22' }
  const records = [record({ modules, assignments: { 7: '107' } })]
  const pages = [{ id: toPageId('5'), slug: 'kit-list', title: 'Kit list', published: true }]

  it.each([
    [`${vanity}/modules/12`, '/modules/22'],
    [`${vanity}/modules#module_12`, '/modules/22'],
    [`${vanity}/assignments/7?x=1`, '/assignments/107?x=1'],
    [`${vanity}/pages/kit-list#top`, '/pages/kit-list#top'],
  ])('%s leads here where what it leads to is known', (url, path) => {
    expect(judged(url, { records, pages })).toMatchObject([
      { verdict: 'moved', newUrl: `${origin}/courses/6303${path}` },
    ])
  })

  it.each([vanity, `${vanity}/modules`, `${vanity}/modules/99`, `${vanity}/pages/kit-list`])(
    '%s may lead to a course of the same number in another Canvas: it stays, and is not clean',
    url => {
      expect(planOf(url, { records })).toMatchObject({
        verdict: 'safe',
        links: [{ verdict: 'elsewhere', newUrl: url }],
      })
    },
  )

  it('is none where no copy came from a course of this number', () => {
    expect(judged('https://lms.uni.test/courses/7/modules/12')).toEqual([])
  })
})

describe('a link into the source that names no thing by its id', () => {
  it.each(['/files/folder/Slides', '/assignments/syllabus', '/modules/items/next', '/quizzes/new?x=1#y'])(
    '%s is the same path here, as Canvas makes it',
    path => {
      for (const host of ['', origin])
        expect(judged(`${host}/courses/4101${path}`)).toMatchObject([
          { verdict: 'moved', newUrl: `${host}/courses/6303${path}` },
        ])
    },
  )

  it.each(['/external_tools/7', '/external_tools/retrieve?url=x', '/announcements/3'])(
    '%s of a kind that no record speaks of is said to lead there still',
    path => {
      for (const host of ['', origin, 'https://lms.uni.test', '//lms.uni.test']) {
        const url = `${host}/courses/4101${path}`
        expect(planOf(url)).toMatchObject({ verdict: 'safe', links: [{ verdict: 'elsewhere', newUrl: url }] })
        expect(judged(`${host}/courses/41010${path}`)).toEqual([])
        expect(judged(`${host}/courses/6303${path}`)).toEqual([])
      }
    },
  )
})

describe('a link into another course that was copied here as well', () => {
  const template = toCourseId('77')
  const records = [
    record({ modules: { 11: '21', 12: '22' } }),
    record({ modules: { 5: '25' }, assignments: { 8: '108' } }, { fromCourseId: template }),
  ]

  it.each([
    ['/courses/77/modules/5', '/courses/6303/modules/25'],
    ['/courses/77/assignments/8', '/courses/6303/assignments/108'],
    ['https://lms.uni.test/courses/77/assignments/8', `${origin}/courses/6303/assignments/108`],
  ])('%s is found by the record of its copy', (url, newUrl) => {
    expect(judged(url, { records })).toMatchObject([{ verdict: 'moved', newUrl }])
  })

  it('is missing where that record does not know it, whatever the other one knows', () => {
    expect(judged('/courses/77/assignments/9', { records })).toMatchObject([{ verdict: 'missing' }])
  })

  it('is found along the way of several copies, from any course between', () => {
    const way = [
      record({ modules: { 11: '61', 12: '62' }, quizzes: { 3: '4' } }, { toCourseId: template }),
      record({ modules: { 61: '21', 62: '22' }, quizzes: { 4: '5' } }, { fromCourseId: template }),
    ]
    for (const url of [`/courses/${sourceId}/quizzes/3`, '/courses/77/quizzes/4'])
      expect(judged(url, { records: way })).toMatchObject([{ verdict: 'moved', newUrl: '/courses/6303/quizzes/5' }])
  })
})
