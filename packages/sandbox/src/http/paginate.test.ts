import { describe, expect, it } from 'vitest'
import { askAs } from '../ask.ts'
import { createSandbox } from '../sandbox.ts'

async function withModules(count: number) {
  const sandbox = createSandbox()
  const ask = askAs(sandbox, sandbox.people.administrator)
  const { json } = await ask('POST', '/api/v1/accounts/1/courses', { course: { name: 'Many' } })
  const base = `/api/v1/courses/${json.id}/modules`
  for (let number = 1; number <= count; number += 1) await ask('POST', base, { module: { name: `Week ${number}` } })
  return { ask, base }
}

function rels(link: string | null): string[] {
  return [...(link ?? '').matchAll(/rel="(\w+)"/g)].map(match => match[1] ?? '')
}

describe('a list', () => {
  it.each([
    [0, '', 0, ['current', 'first', 'last']],
    [1, '', 1, ['current', 'first', 'last']],
    [11, '', 10, ['current', 'next', 'first', 'last']],
    [11, '?page=2', 1, ['current', 'prev', 'first', 'last']],
    [101, '?per_page=1000', 100, ['current', 'next', 'first', 'last']],
    [3, '?per_page=0', 1, ['current', 'next', 'first', 'last']],
    [3, '?per_page=abc', 1, ['current', 'next', 'first', 'last']],
    [3, '?page=99', 0, ['current', 'prev', 'first', 'last']],
  ])('of %i rows, asked%s, comes in pages', async (count, query, shown, expected) => {
    const { ask, base } = await withModules(count)
    const reply = await ask('GET', base + query)
    expect([reply.status, reply.json.length]).toEqual([200, shown])
    expect(rels(reply.headers.get('link'))).toEqual(expected)
  })

  it('links to absolute addresses that repeat what was asked', async () => {
    const { ask, base } = await withModules(3)
    const query = '?include[]=items&include%5B%5D=content_details&search_term=Week%20&per_page=2&page=1'
    const link = (await ask('GET', base + query)).headers.get('link') ?? ''
    const kept = 'include[]=items&include%5B%5D=content_details&search_term=Week%20'
    expect(link.split(',')[1]).toBe(`<https://canvas.test${base}?${kept}&page=2&per_page=2>; rel="next"`)
  })

  it('drops the least useful links of a header that would be too long', async () => {
    const { ask, base } = await withModules(5)
    const long = 'x'.repeat(2000)
    const link = (await ask('GET', `${base}?per_page=1&page=2&long=${long}`)).headers.get('link') ?? ''
    expect(rels(link)).toEqual(['next', 'last'])
    expect(link.length).toBeLessThan(6 * 1024)
  })

  it.each(['0', '-1', 'abc', '1.5', 'bookmark:xyz', '[]'])('is not found at page %s', async page => {
    const { ask, base } = await withModules(1)
    expect((await ask('GET', `${base}?page=${page}`)).status).toBe(404)
  })

  it('is walked by its links without loss', async () => {
    const { ask, base } = await withModules(23)
    const names: string[] = []
    for (let next: string | undefined = `${base}?per_page=5`; next; ) {
      const reply = await ask('GET', next)
      names.push(...reply.json.map((row: { name: string }) => row.name))
      next = /<([^>]+)>; rel="next"/.exec(reply.headers.get('link') ?? '')?.[1]
    }
    expect(names).toEqual(Array.from({ length: 23 }, (_, index) => `Week ${index + 1}`))
  })
})
