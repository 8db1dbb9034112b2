import { expect, it } from 'vitest'
import { createSharedFetch } from './shared-fetch.ts'

function start() {
  const clock = { ms: 0 }
  const asked: string[] = []
  const fetch = createSharedFetch(
    async request => {
      asked.push(`${request.method} ${new URL(request.url).pathname}`)
      return new Response(`answer ${asked.length}`)
    },
    () => clock.ms,
  )
  const get = async (path: string) => (await fetch(new Request(`https://c.test${path}`))).text()
  const put = (path: string) => fetch(new Request(`https://c.test${path}`, { method: 'PUT' }))
  return { clock, asked, get, put }
}

it('who asks second takes the first one’s answer, whole, and once', async () => {
  const { asked, get } = start()
  expect(await Promise.all([get('/a'), get('/a'), get('/a')])).toEqual(['answer 1', 'answer 1', 'answer 2'])
  expect(asked).toEqual(['GET /a', 'GET /a'])
})

it('answers are taken late too, but not when they are old', async () => {
  const { clock, get } = start()
  expect(await get('/a')).toBe('answer 1')
  clock.ms = 4000
  expect(await get('/a')).toBe('answer 1')
  expect(await get('/b')).toBe('answer 2')
  clock.ms = 9000
  expect(await get('/b')).toBe('answer 3')
})

it('nothing that was heard before a write is told after it', async () => {
  const { asked, get, put } = start()
  await get('/a')
  await put('/p')
  expect(await get('/a')).toBe('answer 3')
  expect(asked).toEqual(['GET /a', 'PUT /p', 'GET /a'])
})

it('a failure is told to both, and asked again by the third', async () => {
  let times = 0
  const fetch = createSharedFetch(
    async () => {
      times += 1
      if (times === 1) throw new TypeError('cut')
      return new Response('well')
    },
    () => 0,
  )
  const ask = () => fetch(new Request('https://c.test/a'))
  const [one, two] = await Promise.allSettled([ask(), ask()])
  expect([one?.status, two?.status]).toEqual(['rejected', 'rejected'])
  expect(await (await ask()).text()).toBe('well')
})
