import { parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { type DomNode, fromDom } from './from-dom.ts'
import { fromParse5, type Parse5Node } from './from-parse5.ts'
import { attribute, createElement, createText, elements, findElement, hasClass, textContent } from './html-tree.ts'
import { storedLength, toHtml } from './to-html.ts'

describe('a tree', () => {
  const tree = createElement('div', {}, createText('a'), createElement('b', {}, createText('b')), createText('c'))

  it('is walked in document order', () => {
    const nested = createElement('p', {}, tree, createElement('i', {}))
    expect([...elements(nested)].map(({ tagName }) => tagName)).toEqual(['div', 'b', 'i'])
    expect(findElement(nested, ({ tagName }) => tagName === 'b')?.tagName).toBe('b')
    expect(textContent(nested)).toBe('abc')
  })

  it.each([
    { stands: 'alone', attributes: { class: 'cc_json' }, has: true },
    { stands: 'among others', attributes: { class: 'x\ncc_json' }, has: true },
    { stands: 'within a longer one', attributes: { class: 'cc_json2' }, has: false },
    { stands: 'in another attribute', attributes: { id: 'cc_json' }, has: false },
  ])('has the class that stands $stands: $has', ({ attributes, has }) => {
    expect(hasClass(createElement('div', { ...attributes }), 'cc_json')).toBe(has)
  })

  it('knows an attribute by its name, and none by a name of every object', () => {
    const link = createElement('a', { 'data-recourse-module': '81' })
    expect(attribute(link, 'data-recourse-module')).toBe('81')
    expect(attribute(link, 'constructor')).toBeUndefined()
  })
})

describe('the doors’ trees', () => {
  const html =
    '<!--c--><p class="a  b" data-X="1" hidden>1 &lt; 2<br><template><i>t</i></template></p><math><mi xlink:href="#">x</mi></math>'

  it('hold attributes as they stand, comments and templates', () => {
    expect(toHtml(fromParse5(parseFragment(html)))).toBe(
      html.replace('data-X', 'data-x').replace('hidden', 'hidden=""'),
    )
  })

  it('are the same from a DOM as from parse5', () => {
    const dom = (node: Parse5Node): DomNode => ({
      nodeType: node.nodeName === '#text' ? 3 : node.nodeName === '#comment' ? 8 : 1,
      nodeValue: node.value ?? node.data ?? null,
      localName: node.nodeName,
      attributes: (node.attrs ?? []).map(({ prefix, name, value }) => ({
        name: prefix ? `${prefix}:${name}` : name,
        value,
      })),
      childNodes: (node.childNodes ?? []).map(dom),
      ...(node.content === undefined ? {} : { content: dom(node.content) }),
    })
    expect(fromDom(dom(parseFragment(html)))).toEqual(fromParse5(parseFragment(html)))
  })

  it('have no inside for the `content` of a meta, which is a text in a browser', () => {
    const meta = { nodeType: 1, nodeValue: null, localName: 'meta', attributes: [], childNodes: [] }
    // A browser's types do not tell; what is read of it is what counts.
    const withText: DomNode = Object.assign(meta, { content: Object('0;url=x') })
    expect(toHtml(fromDom({ nodeType: 11, nodeValue: null, childNodes: [withText] }))).toBe('<meta>')
  })

  it('may be 100,000 levels deep', () => {
    let deep: Parse5Node = { nodeName: '#text', value: 'x' }
    for (let level = 0; level < 100_000; level += 1) deep = { nodeName: 'b', childNodes: [deep] }
    expect(toHtml(fromParse5({ nodeName: '#document-fragment', childNodes: [deep] }))).toHaveLength(100_000 * 7 + 1)
  })
})

describe('HTML text', () => {
  it('names its entities and quotes doubly, as Canvas stores it', () => {
    const tree = createElement('a', { href: '/x?a=1&b="2"', title: '<\u00a0>' }, createText('1 < 2 & "3" >\u00a04'))
    expect(toHtml(tree)).toBe(
      '<a href="/x?a=1&amp;b=&quot;2&quot;" title="&lt;&nbsp;&gt;">1 &lt; 2 &amp; "3" &gt;&nbsp;4</a>',
    )
  })

  it.each(['<style>a > b {}</style>', '<pre>\n\nx</pre>', '<p>a<br>b<img src="x"></p>', '<ruby>漢<rt>kan</rt></ruby>'])(
    '%j is the same after parsing',
    html => {
      expect(toHtml(fromParse5(parseFragment(html)))).toBe(html)
    },
  )

  it('may grow by the path of a course', () => {
    expect(storedLength('<img src="/files/9">')).toBeGreaterThan('<img src="/courses/5202/files/9">'.length)
  })
})
