import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { fromHtml } from '../import/parse-html.fixture.ts'
import { readTidyHtml } from './tidy-html.ts'
import { toHtml } from './to-html.ts'

/** What a parser says of the same text: every attribute in order, and the text as it is written again. */
function parse(html: string) {
  const attributes: { tagName: string; name: string; value: string }[] = []
  const text = toHtml(fromHtml(html), (name, value, { tagName }) => {
    attributes.push({ tagName, name, value })
    return value
  })
  return { attributes, text }
}

const tidy = [
  '',
  'just a text',
  '<p>About <b>soil</b>. See <a href="https://canvas.test/courses/1/modules/2">the next</a>.</p>',
  '<p>One</p><p><img src="/a?b=1&amp;c=2" alt="&quot;x&quot;&nbsp;&lt;"></p>\n<ul><li>a</li><li><ol><li>b</li></ol></li></ul>',
  '<div class="enhanced" style="color: red;"><h2 id="x">H<br>i</h2><blockquote><p dir="rtl" lang="ar">مرحبا 😀</p></blockquote></div>',
]

test.each(tidy)('tidy: %s', html => {
  const found = readTidyHtml(html)
  expect(parse(html).text).toBe(html)
  expect(found?.map(({ tagName, name, value }) => ({ tagName, name, value }))).toEqual(parse(html).attributes)
})

const untidy = [
  '<p>unclosed',
  'closed</p>',
  '<b><i>crossed</b></i>',
  '<p>a<p>b</p></p>',
  '<p>a<div>b</div></p>',
  '<p><b><ul><li>a</li></ul></b></p>',
  '<a href="/a"><b><a href="/b">nested</a></b></a>',
  '<h1><div><h2>nested</h2></div></h1>',
  '<li>alone</li>',
  '<ul><b><li>a</li></b></ul>',
  '<img src="/a" />',
  "<a href='/a'>single</a>",
  '<a href=/a>bare</a>',
  '<a HREF="/a">large</a>',
  '<a href="/a" href="/b">twice</a>',
  '<a  href="/a">wide</a>',
  '<a href="/a>b">raw</a>',
  '<a href="/a&b">raw</a>',
  '<p title="&copy;">a name</p>',
  '<p>a > b</p>',
  '<p>a & b</p>',
  '<p>a\u00a0b</p>',
  '<p>a\r\nb</p>',
  '<p>a\0b</p>',
  '<table><a href="/a">fostered</a></table>',
  '<script>"<a href="/a">"</script>',
  '<!-- <a href="/a"> -->',
  '<br></br>',
]

test.each(untidy)('only a parser can tell: %s', html => {
  expect(readTidyHtml(html)).toBeUndefined()
})

describe('whatever is put together', () => {
  const names = [
    'a',
    'b',
    'i',
    'span',
    'code',
    'p',
    'div',
    'h1',
    'h2',
    'ul',
    'ol',
    'li',
    'blockquote',
    'img',
    'br',
    'hr',
    'font',
  ]
  const attribute = fc.constantFrom(
    ' href="/a"',
    ' src="/b&amp;c"',
    ' title="&quot;&lt;&nbsp;"',
    ' alt=""',
    ' HREF="/c"',
    " src='/d'",
  )
  const start = fc.tuple(fc.constantFrom(...names), fc.array(attribute, { maxLength: 3 }))
  const token = fc.oneof(
    { weight: 4, arbitrary: start.map(([name, attributes]) => `<${name}${attributes.join('')}>`) },
    { weight: 4, arbitrary: fc.constantFrom(...names).map(name => `</${name}>`) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        'x',
        ' ',
        '\n',
        '&amp;',
        '&nbsp;',
        '&',
        '<',
        '>',
        '"',
        '/>',
        '\u00a0',
        '\0',
        '<!--',
        '-->',
      ),
    },
  )
  const nested = fc.letrec<{ node: string; nodes: string }>(tie => ({
    node: fc.oneof(
      { depthSize: 'medium' },
      fc.constantFrom('x', '&amp;', '<br>', '<img src="/a">', '\n'),
      fc
        .tuple(start, tie('nodes'))
        .map(([[name, attributes], inner]) => `<${name}${attributes.join('')}>${inner}</${name}>`),
    ),
    nodes: fc.array(tie('node'), { maxLength: 4 }).map(parts => parts.join('')),
  })).nodes

  it('is read as a parser reads it, or left to one', () => {
    let tidyOnes = 0
    const check = (html: string) => {
      const found = readTidyHtml(html)
      if (found === undefined) return
      tidyOnes += 1
      const { attributes, text } = parse(html)
      expect(text).toBe(html)
      expect(found.map(({ tagName, name, value }) => ({ tagName, name, value }))).toEqual(attributes)
      for (const { start: from, end, value } of found) expect(html.slice(from - 1, end + 1)).toBe(`"${written(value)}"`)
    }
    fc.assert(
      fc.property(
        fc.array(token, { maxLength: 12 }).map(parts => parts.join('')),
        check,
      ),
      { numRuns: 3000 },
    )
    fc.assert(fc.property(nested, check), { numRuns: 3000 })
    expect(tidyOnes).toBeGreaterThan(300)
  })

  it('takes time in proportion, however deep or hostile', () => {
    const deep = '<div>'.repeat(200_000) + '</div>'.repeat(200_000)
    expect(readTidyHtml(deep)).toEqual([])
    expect(readTidyHtml(`<p title="${'&amp;'.repeat(200_000)}`)).toBeUndefined()
  })
})

function written(value: string): string {
  return toHtml({ type: 'text', value }).replaceAll('"', '&quot;')
}
