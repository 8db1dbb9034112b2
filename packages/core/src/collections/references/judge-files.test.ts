import { describe, expect, it } from 'vitest'
import { toCourseId } from '../../ids.ts'
import { defaultChoices } from '../import/import-choices.ts'
import { cleanCopy, entry, file, origin, pageOfHtml, record } from '../import/import-facts.fixture.ts'
import type { ImportFacts } from '../import/import-facts.ts'
import { fromHtml } from '../import/parse-html.fixture.ts'
import { planImport } from '../import/plan-import.ts'

/** The image of the only card, 11 in the source and 21 here. */
function judged(image: string, more: Partial<ImportFacts> = {}) {
  const plan = planImport(cleanCopy([entry('11', 'Week 1', { image })], more), defaultChoices, fromHtml)
  if (plan.kind !== 'ready') throw new Error(`expected a ready plan, got ${plan.kind}`)
  return { images: plan.images, image: plan.after.modules[0]?.image }
}

describe('a picture on the web', () => {
  it.each([
    'https://firebasestorage.googleapis.com/v0/b/x/o/a.png?alt=media&token=3f1c',
    'https://api.mapbox.com/styles/v1/me/static/a.png?access_token=pk.ey',
    'https://cdn.test/files/a.png?access_token=pk.ey&verifier=1',
    'https://maps.test/staticmap?a=1&&api_key=K#?token=2',
  ])('%s stays as it is, to the letter', url => {
    const { images, image } = judged(url)
    expect(images).toMatchObject([{ verdict: 'web', act: 'none', newUrl: url }])
    expect(image).toBe(url)
  })

  it.each(['/courses/7/files/8/download', '/files/8/download', '/users/3/files/8/preview', '/groups/3/files/8'])(
    '%s of some Canvas is stored without what belongs to the person who read it',
    path => {
      const { image } = judged(`https://canvas.other.test${path}?verifier=k3y&access_token=7~a&wrap=1`)
      expect(image).toBe(`https://canvas.other.test${path}?wrap=1`)
    },
  )

  it('is so even where entities hide it in a text', () => {
    const description = `<img src="${origin}/users/3/files/8/preview?wrap=1&#38;verifier=k3y">`
    const plan = planImport(cleanCopy([entry('11', 'Week 1', { description })]), defaultChoices, fromHtml)
    expect(JSON.stringify(plan.kind === 'ready' && plan.after.modules)).not.toContain('k3y')
  })
})

describe('an image under another address of this Canvas, or of the Canvas it was exported from', () => {
  const image = 'https://lms.uni.test/courses/4101/files/900/download'
  const pageWith = (src: string) =>
    pageOfHtml(`<div class="cc_json">{"COLLECTIONS":{},"MODULES":{"11":{"name":"Week 1","image":"${image}"}}}</div>
<div class="cc-card-images" id="cc-course-4101"><img class="cc-moduleImage" id="cc-moduleImage-11" src="${src}"></div>`)
  const given = (src: string) => ({ candidates: [pageWith(src)], records: [], files: [file('1900', 'a.png')] })

  it('is what Canvas made of its link', () => {
    const { images, image: after } = judged(image, given('/courses/6303/files/1900/download'))
    expect(images).toMatchObject([{ verdict: 'moved', evidence: 'rewritten' }])
    expect(after).toBe(`${origin}/courses/6303/files/1900/download`)
  })

  it('is on the web where Canvas left its link alone, or the file is not here', () => {
    for (const src of [image, '/courses/6303/files/1901/download']) {
      const { images, image: after } = judged(image, given(src))
      expect(images).toMatchObject([{ verdict: 'web', act: 'none' }])
      expect(after).toBe(image)
    }
  })
})

describe('a file of another course that was copied here as well', () => {
  const template = toCourseId('77')
  const more = {
    records: [record({ modules: { 11: '21' } }), record({ files: { 5: '105' } }, { fromCourseId: template })],
    files: [file('105', 'a.png')],
  }

  it.each(['/courses/77/files/5/download', 'https://lms.uni.test/courses/77/files/5/download'])(
    '%s is found by the record of its copy',
    url => {
      const { images } = judged(url, more)
      expect(images).toMatchObject([
        { verdict: 'moved', evidence: 'copied', newUrl: `${origin}/courses/6303/files/105/download` },
      ])
    },
  )

  it('is not taken for a file of the source, nor the other way round', () => {
    expect(judged('/courses/77/files/6/download', more).images).toMatchObject([{ verdict: 'unknown' }])
    expect(judged('/courses/4101/files/5/download', more).images).toMatchObject([{ verdict: 'unknown' }])
  })
})
