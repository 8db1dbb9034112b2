import { describe, expect, it } from 'vitest'
import { closeEmptyElements, isXhtml } from './xhtml.ts'

describe('elements that XML closes in one tag', () => {
  it.each([
    ['<title/><p>a</p>', '<title></title><p>a</p>'],
    ['<script src="x.js" /><p>a</p>', '<script src="x.js" ></script><p>a</p>'],
    ['<br/><hr class="a"/><img src="a>b"/>', '<br/><hr class="a"/><img src="a>b"/>'],
    ['<a title="a/>b"/>c', '<a title="a/>b"></a>c'],
    ['<a href=http://x.test/>c</a>', '<a href=http://x.test/>c</a>'],
    ['<!-- <i/> --><![CDATA[<i/>]]><i/>', '<!-- <i/> --><![CDATA[<i/>]]><i></i>'],
    ['<script>if (a<b/>c) d("</i>")</script><i/>', '<script>if (a<b/>c) d("</i>")</script><i></i>'],
    ['<svg:path d="M0 0"/>', '<svg:path d="M0 0"></svg:path>'],
    ['<!-- <i/>', '<!-- <i/>'],
    ['<i/><a title="', '<i></i><a title="'],
    ['<script><i/>', '<script><i/>'],
  ])('%s becomes %s', (written, meant) => {
    expect(closeEmptyElements(written)).toBe(meant)
  })

  it('are looked through once, however they are broken', () => {
    const broken = ['<a "', '<!--', '<script', "<a '>", '<a/'].map(part => part.repeat(200_000))
    for (const text of broken) expect(closeEmptyElements(text).length).toBeGreaterThanOrEqual(text.length)
  }, 2000)
})

describe('a document follows the rules of XML', () => {
  it.each([
    ['a.html', '<?xml version="1.0"?><html/>', true],
    ['a.html', '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html/>', true],
    ['a.html', '<!DOCTYPE html>\n<html lang="en" xmlns="http://www.w3.org/1999/xhtml"/>', true],
    ['a.XHTML', '<html/>', true],
    ['a.html', '<!DOCTYPE html><html><p>XHTML</p></html>', false],
  ])('%s: %s: %s', (name, text, outcome) => {
    expect(isXhtml(name, text)).toBe(outcome)
  })
})
