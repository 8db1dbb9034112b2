import { expect, it } from 'vitest'
import { hidePasted, hideStyles } from './hide-styles.ts'

it.each([
  ['<p style="color: red;">a</p>', '<p data-recourse-style="color: red;">a</p>'],
  ["<p class=x STYLE = 'a>b' title=y>a", "<p class=x data-recourse-style = 'a>b' title=y>a"],
  ['<p title="x style="><b style="y">', '<p title="x style="><b data-recourse-style="y">'],
  ['<img/style=x/><br style>', '<img/data-recourse-style=x/><br data-recourse-style>'],
  ['text style="x" &lt;p style="y"&gt;', 'text style="x" &lt;p style="y"&gt;'],
  ['1 < 2 style="x" <p stylex="y" data-style="z">', '1 < 2 style="x" <p stylex="y" data-style="z">'],
  ['<p title=">" style="x">', '<p title=">" data-recourse-style="x">'],
  ['<p style="never closed', '<p data-recourse-style="never closed'],
  ['<img src=x onerror="y">', '<img src=x data-onerror="y">'],
  ['<', '<'],
  ['', ''],
])('%j becomes %j', (html, hidden) => expect(hideStyles(html)).toBe(hidden))

it('style sheets of what is pasted are read by nobody', () => {
  const html = '<STYLE type="x">p { }</style><p style="x">a <styled></p>'
  expect(hidePasted(html)).toBe('<noscript type="x">p { }</noscript><p data-recourse-style="x">a <styled></p>')
})

it('long markup that is none takes no time', () => {
  for (const part of ['<', '<a ', '<a a=', ' =', '/', '<a style', '"']) {
    const began = performance.now()
    hideStyles(`<p ${part.repeat(100_000)}`)
    expect(performance.now() - began).toBeLessThan(2000)
  }
})
