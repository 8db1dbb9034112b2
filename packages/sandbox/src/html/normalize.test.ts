import { describe, expect, it } from 'vitest'
import { normalizeForSave } from './normalize.ts'

const saved: readonly (readonly [link: string, stored: string])[] = [
  ['https://canvas.test/courses/1/pages/a?b=1#c', '/courses/1/pages/a?b=1#c'],
  ['https://canvas.test', '/'],
  ['https://canvas.test:8443/x', 'https://canvas.test:8443/x'],
  ['https://canvas.test/a b', 'https://canvas.test/a b'],
  ['https://other.test/canvas.test', 'https://other.test/canvas.test'],
  ['/files/5/download?verifier=abc&wrap=1', '/courses/1/files/5/download?wrap=1'],
  ['https://canvas.test/files/5/preview?verifier=abc', '/courses/1/files/5/preview'],
  ['/courses/1/files/5/preview?wrap=1&verifier=abc#x', '/courses/1/files/5/preview?wrap=1#x'],
  ['/pages?verifier=1', '/pages?verifier=1'],
]

describe('normalizeForSave', () => {
  it.each(saved)('stores %s as %s', (link, stored) => {
    const html = normalizeForSave(`<p>canvas.test</p><a href="${link}">x</a>`, { host: 'canvas.test', courseId: 1 })
    expect(html).toBe(`<p>canvas.test</p><a href="${stored.replaceAll('&', '&amp;')}">x</a>`)
  })

  it('does not touch HTML that has nothing of the kind', () => {
    const html = '<p title=a>b<br/>'
    expect(normalizeForSave(html, { host: 'canvas.test', courseId: 1 })).toBe(html)
  })

  it('knows its own port', () => {
    const html = '<a href="http://localhost:3000/a">x</a>'
    expect(normalizeForSave(html, { host: 'localhost:3000', courseId: 1 })).toBe('<a href="/a">x</a>')
  })
})
