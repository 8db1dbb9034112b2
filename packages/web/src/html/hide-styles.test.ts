import { expect, it } from 'vitest'
import { hideStyles } from './hide-styles.ts'

it.each([
  ['<p style="color: red;">a</p>', '<p data-recourse-style="color: red;">a</p>'],
  ["<p class=x STYLE = 'a>b' title=y>a", "<p class=x data-recourse-style = 'a>b' title=y>a"],
  ['<p title="x style="><b style="y">', '<p title="x style="><b data-recourse-style="y">'],
  ['<img/style=x/><br style>', '<img/data-recourse-style=x/><br data-recourse-style>'],
  ['text style="x" &lt;p style="y"&gt;', 'text style="x" &lt;p style="y"&gt;'],
  ['1 < 2 style="x" <p stylex="y" data-style="z">', '1 < 2 style="x" <p stylex="y" data-style="z">'],
  ['<p title=">" style="x">', '<p title=">" data-recourse-style="x">'],
  ['<p style="never closed', '<p data-recourse-style="never closed'],
  ['<', '<'],
  ['', ''],
])('%j becomes %j', (html, hidden) => expect(hideStyles(html)).toBe(hidden))

it('long markup that is none takes no time', () => {
  for (const part of ['<', '<a ', '<a a=', ' =', '/', '<a style', '"']) {
    const began = performance.now()
    hideStyles(`<p ${part.repeat(100_000)}`)
    expect(performance.now() - began).toBeLessThan(2000)
  }
})
