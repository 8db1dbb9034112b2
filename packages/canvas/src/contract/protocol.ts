import { toCourseId } from '@recourse/core'
import { createCanvas } from '../canvas.ts'
import { getCourse } from '../courses.ts'
import { listModules } from '../modules.ts'
import { listPages } from '../pages/pages.ts'
import { getSelf } from '../users.ts'
import { type Bench, jsonOf } from './bench.ts'
import { describe, expect } from './runner.ts'

/** canvas-api §1: lists, ids, sign-in, refusals, prices. */
export function describeProtocol(bench: Bench): void {
  describe('the protocol', () => {
    listChecks(bench)
    idChecks(bench)
    refusalChecks(bench)
  })
}

function listChecks({ check, canvas, raw, newCourse, newModules }: Bench): void {
  check('a list is cut into pages that Link leads through, whatever else was asked', async () => {
    const { id } = await newCourse()
    await newModules(id, 'A', 'B', 'C')
    const first = await raw(`/api/v1/courses/${id}/modules?per_page=2&include[]=items`)
    const links = toLinks(first.headers.get('link'))
    expect(await jsonOf(first)).toHaveLength(2)
    expect([...links.keys()]).toEqual(['current', 'next', 'first', 'last'])
    expect(links.get('next')?.searchParams.get('include[]')).toBe('items')
    expect(links.get('next')?.searchParams.get('per_page')).toBe('2')
    const second = await raw(links.get('next')?.href ?? '')
    expect(await jsonOf(second)).toMatchObject([{ name: 'C' }])
    expect([...toLinks(second.headers.get('link')).keys()]).toEqual(['current', 'prev', 'first', 'last'])
  })

  check('a page past the end is empty, not missing', async () => {
    const { id } = await newCourse()
    const reply = await raw(`/api/v1/courses/${id}/modules?page=999`)
    expect([reply.status, await jsonOf(reply)]).toEqual([200, []])
  })

  check('a page holds 10 rows unless asked, and never more than 100', async () => {
    const { id } = await newCourse()
    await newModules(id, ...Array.from({ length: 101 }, (_, at) => `Module ${at + 1}`))
    expect(await jsonOf(await raw(`/api/v1/courses/${id}/modules`))).toHaveLength(10)
    expect(await jsonOf(await raw(`/api/v1/courses/${id}/modules?per_page=5000`))).toHaveLength(100)
    expect(await jsonOf(await raw(`/api/v1/courses/${id}/modules?per_page=0`))).toHaveLength(1)
    expect((await listModules(canvas, id)).map(module => module.position)).toEqual(
      Array.from({ length: 101 }, (_, at) => at + 1),
    )
  })
}

function toLinks(header: string | null): ReadonlyMap<string, URL> {
  const entries = [...(header ?? '').matchAll(/<([^>]+)>; rel="(\w+)"/g)]
  return new Map(entries.map(([, address = '', rel = '']) => [rel, new URL(address)]))
}

function idChecks({ check, raw, newCourse, newModules }: Bench): void {
  check('ids are numbers, and text where one asks for it', async () => {
    const { id } = await newCourse()
    const [first, second] = await newModules(id, 'A', 'B')
    const path = `/api/v1/courses/${id}/modules/${second?.id}`
    const body = JSON.stringify({ module: { prerequisite_module_ids: [first?.id] } })
    await raw(path, { method: 'PUT', body, headers: { 'content-type': 'application/json' } })
    const headers = { accept: 'application/json+canvas-string-ids' }
    expect(await jsonOf(await raw(path))).toMatchObject({
      id: Number(second?.id),
      prerequisite_module_ids: [Number(first?.id)],
    })
    expect(await jsonOf(await raw(path, { headers }))).toMatchObject({
      id: second?.id,
      position: 2,
      prerequisite_module_ids: [first?.id],
    })
  })

  check('values come as a form as well as JSON', async () => {
    const { id } = await newCourse()
    const body = new URLSearchParams({ 'wiki_page[title]': 'Ä & "B"', 'wiki_page[body]': '<p>1 &lt; 2</p>' })
    const reply = await raw(`/api/v1/courses/${id}/pages`, { method: 'POST', body })
    expect(await jsonOf(reply)).toMatchObject({ title: 'Ä & "B"', body: '<p>1 &lt; 2</p>', published: false })
  })

  check('an answer to a token tells its price and what is left', async () => {
    const { headers } = await raw('/api/v1/users/self')
    expect(Number(headers.get('x-request-cost') ?? 'none')).toBeGreaterThanOrEqual(0)
    expect(Number(headers.get('x-rate-limit-remaining') ?? 'none')).toBeGreaterThan(0)
  })
}

function refusalChecks({ check, canvas, raw, newCourse, target }: Bench): void {
  check('no sign-in and a bad token are challenged', async () => {
    const replies = [
      await raw('/api/v1/users/self', { headers: { authorization: '' } }),
      await raw('/api/v1/users/self', { headers: { authorization: 'Bearer nonsense' } }),
    ]
    expect(replies.map(reply => [reply.status, reply.headers.has('www-authenticate')])).toEqual([
      [401, true],
      [401, true],
    ])
    const stale = createCanvas({ ...target, auth: { kind: 'token', token: 'nonsense' } })
    await expect(getSelf(stale)).rejects.toMatchObject({ kind: 'unauthenticated' })
  })

  check('what does not exist is missing', async () => {
    await expect(getCourse(canvas, toCourseId('99999999999'))).rejects.toMatchObject({ kind: 'missing', status: 404 })
    const reply = await raw('/api/v1/courses/99999999999')
    expect(await jsonOf(reply)).toMatchObject({ errors: [{ message: expect.any(String) }] })
  })

  check('what one may not do is denied, and not taken for a bad token', async () => {
    const { id } = await newCourse()
    if (target.strangerToken === undefined) throw new Error('needs strangerToken: skip it by its title otherwise')
    const stranger = createCanvas({ ...target, auth: { kind: 'token', token: target.strangerToken } })
    await expect(getCourse(stranger, id)).rejects.toMatchObject({ kind: 'denied' })
    await expect(listPages(stranger, id)).rejects.toMatchObject({ kind: 'denied' })
  })
}
