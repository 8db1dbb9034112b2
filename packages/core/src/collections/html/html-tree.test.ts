import type { Element } from 'hast'
import { describe, expect, it } from 'vitest'
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
    { html: 'an array', properties: { className: ['x', 'cc_json'] }, has: true },
    { html: 'another name', properties: { class: 'x\ncc_json' }, has: true },
    { html: 'a longer class', properties: { className: ['cc_json2'] }, has: false },
    { html: 'nothing', properties: { id: 'cc_json' }, has: false },
  ])('finds a class in $html: $has', ({ properties, has }) => {
    expect(hasClass(createElement('div', { ...properties }), 'cc_json')).toBe(has)
  })

  it.each([{ dataRecourseModule: '81' }, { 'data-recourse-module': '81' }, { dataRecourseModule: 81 }])(
    'with %j has that attribute',
    properties => {
      expect(attribute(createElement('a', properties), 'data-recourse-module')).toBe('81')
    },
  )

  it('may lack what types promise', () => {
    const bare: Element = JSON.parse('{"type":"element","tagName":"div"}')
    expect([...elements(bare)]).toEqual([])
    expect(attribute(bare, 'id')).toBeUndefined()
  })
})

describe('HTML text', () => {
  it('names its entities and quotes doubly', () => {
    const tree = createElement('a', { href: '/x?a=1&b="2"', className: ['c'] }, createText('1 < 2 & "3"'))
    expect(toHtml(tree)).toBe('<a href="/x?a=1&amp;b=&quot;2&quot;" class="c">1 &lt; 2 &amp; "3"</a>')
  })

  it.each([
    ['<p>a > b</p>', '<p>a &gt; b</p>'.length],
    ['<p title="a > b">\u00a0</p>', '<p title="a &gt; b">&nbsp;</p>'.length],
    ['1 < 2', '1 &lt; 2'.length],
    ["it's <b>", "it's <b>".length],
  ])('%s takes %i characters in Canvas', (html, length) => {
    expect(storedLength(html)).toBe(length)
  })

  it('may grow by the path of a course', () => {
    expect(storedLength('<img src="/files/9">')).toBeGreaterThan('<img src="/courses/5202/files/9">'.length)
  })
})
