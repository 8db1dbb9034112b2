import type { Fetch } from '@recourse/canvas'
import { expect, it } from 'vitest'
import { createSharing } from './shared-fetch.ts'

function start() {
  const clock = { ms: 0 }
  const asked: string[] = []
  const join = createSharing(
    async request => {
      asked.push(`${request.method} ${new URL(request.url).pathname}`)
      return new Response(`answer ${asked.length}`)
    },
    () => clock.ms,
  )
  return { clock, asked, one: join(), other: join(), third: join() }
}

async function ask(fetch: Fetch, path: string, method = 'GET'): Promise<string> {
  return (await fetch(new Request(`https://c.test${path}`, { method }))).text()
}

it('the first one’s answer serves the others, whole, and each once', async () => {
  const { asked, one, other, third } = start()
  const all = [ask(one, '/a'), ask(other, '/a'), ask(third, '/a'), ask(other, '/a')]
  expect(await Promise.all(all)).toEqual(['answer 1', 'answer 1', 'answer 1', 'answer 2'])
  expect(asked).toEqual(['GET /a', 'GET /a'])
})

it('nobody is given their own old answer', async () => {
  const { one } = start()
  expect([await ask(one, '/a'), await ask(one, '/a')]).toEqual(['answer 1', 'answer 2'])
})

it('answers are taken late too, but not when they are old', async () => {
  const { clock, one, other } = start()
  await ask(one, '/a')
  await ask(one, '/b')
  clock.ms = 4000
  expect(await ask(other, '/a')).toBe('answer 1')
  clock.ms = 5000
  expect(await ask(other, '/b')).toBe('answer 3')
})

it('nothing that was heard before a write is told after it', async () => {
  const { asked, one, other } = start()
  await ask(one, '/a')
  await ask(other, '/p', 'PUT')
  expect(await ask(other, '/a')).toBe('answer 3')
  expect(asked).toEqual(['GET /a', 'PUT /p', 'GET /a'])
})

it('a failure is told to both, and asked again by the third', async () => {
  let times = 0
  const join = createSharing(
    async () => {
      times += 1
      if (times === 1) throw new TypeError('cut')
      return new Response('well')
    },
    () => 0,
  )
  const [one, other] = [join(), join()]
  const both = await Promise.allSettled([ask(one, '/a'), ask(other, '/a')])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await ask(one, '/a')).toBe('well')
})

it('who leaves does not end the answer for the others', async () => {
  const join = createSharing(
    async ({ signal }) => {
      await Promise.resolve()
      signal.throwIfAborted()
      return new Response('well')
    },
    () => 0,
  )
  const [one, other] = [join(), join()]
  const leaving = new AbortController()
  const first = one(new Request('https://c.test/a', { signal: leaving.signal }))
  const second = ask(other, '/a')
  leaving.abort()
  await Promise.allSettled([first])
  expect(await second).toBe('well')
})
