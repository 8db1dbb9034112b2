import { describe, expect, it } from 'vitest'
import { nestParams, toParamValue } from './params.ts'
import { readParams } from './read-params.ts'
import { flag, instant, integer, list, text } from './reading.ts'

const plain = (value: unknown) => JSON.parse(JSON.stringify(value))

describe('parameters', () => {
  it.each([
    ['wiki_page[title]=A&wiki_page[body]=B', { wiki_page: { title: 'A', body: 'B' } }],
    ['include[]=a&include[]=b', { include: ['a', 'b'] }],
    ['a[][x]=1&a[][y]=2&a[][x]=3', { a: [{ x: '1', y: '2' }, { x: '3' }] }],
    ['select[pages][]=1&select[pages][]=2', { select: { pages: ['1', '2'] } }],
    ['copy[all_context_modules]=1', { copy: { all_context_modules: '1' } }],
    ['a=1&a=2', { a: '2' }],
    ['a[__proto__][b]=1', {}],
    ['=x', { '': 'x' }],
    ['a[b', { a: {} }],
  ])('nest as in Rails: %s', (query, expected) => {
    if (query.includes('__proto__') || query === 'a[b')
      return expect(() => nestParams(new URLSearchParams(query))).not.toThrow()
    expect(plain(nestParams(new URLSearchParams(query)))).toEqual(expected)
  })

  it('never reach the prototype of anything', () => {
    nestParams(new URLSearchParams('__proto__[polluted]=1&constructor[prototype][polluted]=1'))
    toParamValue(JSON.parse('{"__proto__":{"polluted":1}}'))
    expect('polluted' in {}).toBe(false)
    expect(text(nestParams(new URLSearchParams('__proto__[a]=1')), '__proto__', 'a')).toBe('1')
    expect(text(nestParams(new URLSearchParams('a=1')), 'constructor', 'name')).toBeUndefined()
  })

  it.each(['a=1&a[b]=2', 'a[]=1&a[b]=2', `a${'[b]'.repeat(40)}=1`])(
    'are refused where they contradict themselves: %s',
    query => {
      expect(() => nestParams(new URLSearchParams(query))).toThrow(/400/)
    },
  )

  it('come from query and body alike, the body winning', async () => {
    const headers = { 'Content-Type': 'application/json' }
    const body = JSON.stringify({ wiki_page: { title: 'T', published: true }, n: 3 })
    const params = await readParams(new Request('https://c/?n=2&q=1', { method: 'PUT', headers, body }))
    expect([text(params, 'n'), text(params, 'q'), flag(params, 'wiki_page', 'published')]).toEqual(['3', '1', true])
  })

  it('come from multipart with their files', async () => {
    const form = new FormData()
    form.set('a[b]', '&<"\u00a0🎓')
    form.set('file', new File(['x'], 'x.txt'))
    const params = await readParams(new Request('https://c/', { method: 'POST', body: form }))
    expect(text(params, 'a', 'b')).toBe('&<"\u00a0🎓')
    expect(params.file).toBeInstanceOf(File)
  })
})

describe('reading', () => {
  it.each([
    ['true', true],
    ['1', true],
    ['on', true],
    ['YES', true],
    ['false', false],
    ['0', false],
    ['', false],
    ['maybe', false],
  ])('a flag: %s', (written, expected) => {
    expect(flag(nestParams([['a', written]]), 'a')).toBe(expected)
  })

  it.each([
    ['12', 12],
    ['12abc', 12],
    ['abc', 0],
    ['-3', -3],
    ['', undefined],
  ])('a number: %s', (written, expected) => {
    expect(integer(nestParams([['a', written]]), 'a')).toBe(expected)
  })

  it.each([
    ['2026-02-16', '2026-02-16T00:00:00Z'],
    ['2026-02-16T10:00:00+10:00', '2026-02-16T00:00:00Z'],
    ['2026-02-16T10:00', '2026-02-16T10:00:00Z'],
    ['2026-02-16T10:00:00.123Z', '2026-02-16T10:00:00Z'],
    ['', null],
    ['soon', null],
  ])('an instant: %s', (written, expected) => {
    expect(instant(nestParams([['a', written]]), 'a')).toBe(expected)
  })

  it('a list of one or many', () => {
    expect(list(nestParams([['a', 'x']]), 'a')).toEqual(['x'])
    expect(
      list(
        nestParams([
          ['a[]', 'x'],
          ['a[]', 'y'],
        ]),
        'a',
      ),
    ).toEqual(['x', 'y'])
    expect(list(nestParams([]), 'a')).toEqual([])
  })
})
