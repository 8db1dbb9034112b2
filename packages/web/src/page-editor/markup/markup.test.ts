import { fromParse5, type HtmlParser } from '@recourse/core'
import type { Block, PageContent, Reference } from '@recourse/core/library'
import { getSchema } from '@tiptap/core'
import { EditorState } from '@tiptap/pm/state'
import { parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { pageExtensions } from '../page-extensions.ts'
import { readPage, writePage } from './page-document.ts'

const schema = getSchema(pageExtensions())
const parseHtml: HtmlParser = html => fromParse5(parseFragment(html))

const guid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const term = (n: number): Reference => ({ kind: 'term', targetId: guid(n) })
const page = (n: number): Reference => ({ kind: 'page', linkKey: guid(n), pageId: guid(n + 1) })

function block(text: string, references: readonly Reference[] = [], kind = 'text'): Block {
  return { id: 'x', kind, text, references }
}

function read(content: PageContent) {
  return readPage(content, schema, parseHtml)
}

const readOne = (given: Block) => read({ title: '', blocks: [given] }).doc.child(0)

/** The element once somebody has typed into it and taken it back by hand: written anew, not as it was read. */
function rewrite(given: Block): Block | undefined {
  return writePage(read({ title: '', blocks: [given] }).doc, new Map())[0]
}

describe('an element that can be edited', () => {
  it.each([
    'All of Ladders',
    '<p>One</p><p>Two</p>',
    '<p>Names &amp; &lt;b&gt; "quoted" $\' $&amp; \u{1f600} שלום&nbsp;x</p>',
    '<p dir="rtl" lang="he">שלום</p>',
    '<h2 style="text-align: center;">Head</h2><p class="lead">Text</p>',
    '<p>a <strong>b <em>c</em></strong><br>d <b>e</b> <i>f</i> <u>g</u> <s>h</s> <del>i</del></p>',
    '<p>x<sub>2</sub> <sup>3</sup> <code>a&lt;b</code> <span style="color: red;">red</span> <span lang="fr">oui</span></p>',
    '<p><span style="color: red;"><span lang="fr">both</span></span></p>',
    '<ul><li>one</li><li><p>two</p></li><li>three<ul><li>four</li></ul></li><li></li></ul>',
    '<ol start="3" type="a"><li value="7">c</li></ol>',
    '<blockquote>bare</blockquote><blockquote><p>p</p></blockquote>',
    '<pre>  a\n  b</pre><pre><code class="language-ts">let a = 1\n</code></pre>',
    '<hr><div class="box"><h3>In</h3>text<p>p</p>more</div>',
    '<figure><img src="https://x.example/y.png" alt="y" loading="lazy"><figcaption>Y</figcaption></figure>',
    '<details open=""><summary>S</summary><p>d</p></details>',
    '<dl><dt>T</dt><dd>D</dd></dl>',
    '<table class="t"><caption>Cap <b>x</b></caption><colgroup><col width="20"></colgroup><thead><tr><th scope="col">A</th><th>B</th></tr></thead><tbody><tr><td colspan="2">1</td></tr><tr class="r"><td><p>2</p></td><td></td></tr></tbody></table>',
    '<p><a href="https://x.example/?a=1&amp;b=2" target="_blank" rel="noopener">out</a> <a>no address</a></p>',
    '<p></p>',
    '',
  ])('is written as it was: %s', text => {
    expect(readOne(block(text)).type.name).toBe('element')
    expect(rewrite(block(text))).toEqual(block(text))
  })

  it.each([
    ['<p>\n  a\n  b </p>\n\n<p>c</p>\n', '<p>a b</p><p>c</p>'],
    ['<ul>\n <li>\n a</li>\n</ul>', '<ul><li>a</li></ul>'],
    ['<p><em><strong>x</strong></em></p>', '<p><strong><em>x</em></strong></p>'],
    ['<p>a<span></span>b</p>', '<p>ab</p>'],
    ['<p><b>a</b><b>b</b></p>', '<p><b>ab</b></p>'],
  ])('says the same where white space and nesting are others: %j', (text, written) => {
    expect(rewrite(block(text))).toEqual(block(written))
  })

  it('numbers what it refers to anew, and keeps what its text does not name', () => {
    const references = [term(1), page(2), term(4), term(9)]
    const text =
      '<p><a href="#ref-3">c</a> <a href="#ref-1" title="t">a</a> <a href="#ref-2">b</a> <img src="#ref-1" alt="a"></p>'
    expect(rewrite(block(text, references))).toEqual({
      ...block(''),
      text: '<p><a href="#ref-1">c</a> <a href="#ref-2" title="t">a</a> <a href="#ref-3">b</a> <img src="#ref-2" alt="a"></p>',
      references: [term(4), term(1), page(2), term(9)],
    })
  })

  it('keeps three hundred references apart', () => {
    const references = Array.from({ length: 300 }, (_, n) => term(n))
    const text = references.map((_, n) => `<a href="#ref-${n + 1}">${n}</a>`).join(' ')
    expect(rewrite(block(`<p>${text}</p>`, references))).toEqual(block(`<p>${text}</p>`, references))
  })

  it('keeps a kind that nobody knows', () => {
    expect(rewrite(block('<p>a</p>', [], 'accordion & "x"'))).toEqual(block('<p>a</p>', [], 'accordion & "x"'))
  })
})

describe('an element that is shown as it is', () => {
  it.each([
    ['item', block('', [term(1)], 'media')],
    ['media', block('<p><video src="#ref-1" controls=""></video></p>', [term(1)])],
    ['address', block('<p><a href="#ref-2">x</a></p>', [term(1)])],
    ['table', block('<table><tbody><tr><td>1</td></tr><tr><td>1</td><td>2</td></tr></tbody></table>')],
    ['other', block('<p>a<span class="icon"></span></p>')],
    ['other', block('<h2><div>x</div></h2>')],
    ['other', block('<p><ruby>漢<rt>kan</rt></ruby></p>')],
    ['other', block('<strong><p>x</p></strong>')],
    ['other', block('<p style="white-space: pre;">a   b</p>')],
    ['other', block('<ul>text</ul>')],
    ['depth', block(`${'<div>'.repeat(5000)}x${'</div>'.repeat(5000)}`)],
  ] as const)('because of %s', (reason, given) => {
    const node = readOne(given)
    expect(node.type.name).toBe('fixedElement')
    expect(node.attrs.reason).toBe(reason)
    expect(rewrite(given)).toBe(given)
  })
})

describe('a page', () => {
  const content: PageContent = {
    title: 'T',
    blocks: [
      { id: '1', kind: 'text', text: '<p>\n odd   <em><b>one</b></em></p>', references: [term(1)] },
      { id: '2', kind: 'text', text: '<p>two</p>', references: [] },
      { id: '3', kind: 'media', text: '', references: [term(2)] },
    ],
  }

  it('that nobody touched is saved letter for letter', () => {
    const { doc, origin } = read(content)
    const blocks = writePage(doc, origin)
    expect(blocks).toEqual(content.blocks)
    for (const [index, each] of blocks.entries()) expect(each).toBe(content.blocks[index])
  })

  it('has only the element written anew that was edited', () => {
    const { doc, origin } = read(content)
    const { tr } = EditorState.create({ doc })
    const at = doc.child(0).nodeSize + 2
    const blocks = writePage(tr.insertText('new ', at).doc, origin)
    expect(blocks).toEqual([content.blocks[0], { ...content.blocks[1], text: '<p>new two</p>' }, content.blocks[2]])
    expect(writePage(tr.delete(at, at + 4).doc, origin)[1]).toBe(content.blocks[1])
  })

  it('of no elements, and of a thousand, is read and written', () => {
    expect(writePage(read({ title: '', blocks: [] }).doc, new Map())).toEqual([])
    const blocks = Array.from({ length: 1000 }, (_, n) => ({ ...block(`<p>${n}</p>`), id: String(n) }))
    expect(writePage(read({ title: '', blocks }).doc, new Map())).toEqual(blocks)
  })
})
