import { describe, expect, it } from 'vitest'
import { fromHtml } from '../import/parse-html.fixture.ts'
import { passingReader, rewriteAddresses } from './addressed-html.ts'

const read = passingReader(fromHtml)
const rewrite = (html: string, to: (url: string) => string) => rewriteAddresses(html, ({ url }) => to(url), read)

describe('a text with addresses', () => {
  it('tells them in order, and which are shown by themselves', () => {
    const { addresses, pieces } = read('<a href="/a"><img src="/b"></a><video poster="/c" src="/d"></video>')
    expect(addresses).toEqual([
      { url: '/a', isPicture: false },
      { url: '/b', isPicture: true },
      { url: '/c', isPicture: true },
      { url: '/d', isPicture: true },
    ])
    expect(pieces).toHaveLength(addresses.length + 1)
  })

  it('gets each address anew, escaped', () => {
    expect(rewrite('<p>&amp; <a href="/a" title="x">one</a><img src="/b"></p>', url => `${url}?q="&<`)).toBe(
      '<p>&amp; <a href="/a?q=&quot;&amp;&lt;" title="x">one</a><img src="/b?q=&quot;&amp;&lt;"></p>',
    )
  })

  it('keeps its letters where no address changes, unclosed and untidy as they are', () => {
    const untidy = "<P>One<br/><a HREF='/a'>two"
    expect(rewrite(untidy, url => url)).toBe(untidy)
  })

  it('is not parsed where it can hold none', () => {
    const unread = passingReader(() => expect.unreachable())
    expect(rewriteAddresses('1 < 2, href of "/a"', () => '/b', unread)).toBe('1 < 2, href of "/a"')
    expect(unread('<b>src of it all</b>').addresses).toEqual([])
  })

  it('is taken apart at its addresses alone, whatever it holds', () => {
    const odd = '<a href="/\0a\0" title="\0">\0</a><a href="">empty</a>'
    expect(read(odd).addresses).toEqual([{ url: '/\ufffda\ufffd', isPicture: false }])
    expect(rewrite(odd, () => '/b')).toBe('<a href="/b" title="\ufffd"></a><a href="">empty</a>')
  })
})
