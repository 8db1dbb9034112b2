import { describe, expect, it } from 'vitest'
import { createElement } from '../html/html-tree.ts'
import { judgePart, sign } from './fingerprint.ts'
import { hashText } from './hash-text.ts'
import { fingerprintAttribute } from './part-text.ts'

describe('a part that was signed before links were told apart', () => {
  const sample = (href: string, signature?: string) =>
    createElement(
      'div',
      { id: 'cc-output-Weeks', ...(signature === undefined ? {} : { [fingerprintAttribute]: signature }) },
      createElement('a', { href }),
    )
  // As it was written then, of a text in which every address of Canvas was one sign.
  const signature = `v1-${hashText('<div id="cc-output-Weeks"><a href="§"></a></div>')}`
  const generated = sign(sample('/courses/7/modules/2'))

  it.each([
    ['/courses/7/modules/2', 'current'],
    ['/courses/7/modules/1', 'outdated'],
    ['https://elsewhere.test/', 'edited'],
  ])('is judged as then: a link to %s is %s', (href, state) => {
    expect(judgePart(sample(href, signature), generated)).toBe(state)
  })
})
