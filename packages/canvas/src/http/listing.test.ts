import { describe, expect, it } from 'vitest'
import { jsonReply, ORIGIN, type ScriptedReply, scriptCanvas } from '../scripted-fetch.ts'
import { array, int, object } from '../wire/shape.ts'
import { readAll, readOne, readPages } from './listing.ts'

const rows = array(object({ id: int }))
const request = { url: '/api/v1/courses', query: { include: ['term'] }, task: 'list your courses' }

/** Pages of a list of so many rows, linked as Canvas links them. */
function pagesOf(count: number, perPage = 100): ScriptedReply[] {
  const ids = Array.from({ length: count }, (_, id) => ({ id }))
  return Array.from({ length: Math.max(1, Math.ceil(count / perPage)) }, (_, at) => {
    const next = `<${ORIGIN}/api/v1/courses?include%5B%5D=term&page=${at + 2}&per_page=${perPage}>; rel="next"`
    const link = (at + 1) * perPage < count ? `<${ORIGIN}/x>; rel="current",${next}` : `<${ORIGIN}/x>; rel="current"`
    return jsonReply(ids.slice(at * perPage, (at + 1) * perPage), { headers: { link } })
  })
}

describe('readAll', () => {
  it.each([0, 1, 100, 101, 1000])('reads a list of %i rows, in order', async count => {
    const { canvas, requests } = scriptCanvas(pagesOf(count))
    const all = await readAll(canvas, rows, request)
    expect(all.map(row => row.id)).toEqual(Array.from({ length: count }, (_, id) => id))
    expect(requests).toHaveLength(Math.max(1, Math.ceil(count / 100)))
    expect(requests[0]?.url).toBe(`${ORIGIN}/api/v1/courses?include%5B%5D=term&per_page=100`)
    expect(requests.every(each => each.headers.has('authorization'))).toBe(true)
  })

  it('goes on after an empty page in the middle', async () => {
    const next = { headers: { link: `<${ORIGIN}/2>; rel="next"` } }
    const { canvas } = scriptCanvas([jsonReply([], next), jsonReply([{ id: 1 }])])
    expect(await readAll(canvas, rows, request)).toEqual([{ id: 1 }])
  })

  it('does not follow a link to another origin', async () => {
    for (const link of ['https://evil.test/2', 'http://canvas.test/2', 'nonsense://x']) {
      const { canvas, requests } = scriptCanvas([jsonReply([], { headers: { link: `<${link}>; rel="next"` } })])
      await expect(readAll(canvas, rows, request)).rejects.toMatchObject({ kind: 'malformed' })
      expect(requests).toHaveLength(1)
    }
  })

  it('ends a list that leads back to itself', async () => {
    const reply = (at: number) => jsonReply([{ id: 1 }], { headers: { link: `<${ORIGIN}/${at}>; rel="next"` } })
    const { canvas } = scriptCanvas([reply(2), reply(3), reply(2)])
    await expect(readAll(canvas, rows, request)).rejects.toMatchObject({ kind: 'malformed' })
  })

  it('ends a list that never ends', async () => {
    const endless = Array.from({ length: 2001 }, (_, at) =>
      jsonReply([], { headers: { link: `</${at}>; rel="next"` } }),
    )
    const { canvas } = scriptCanvas(endless)
    await expect(readAll(canvas, rows, request)).rejects.toMatchObject({ kind: 'too-large' })
  })

  it('is malformed where a row lacks what Canvas promises, and says where, without quoting it', async () => {
    const { canvas } = scriptCanvas([jsonReply([{ id: 1 }, { name: 'Jane Doe' }])])
    const failed = readAll(canvas, rows, request)
    await expect(failed).rejects.toMatchObject({ kind: 'malformed', message: expect.stringContaining('1.id') })
    await expect(failed).rejects.not.toMatchObject({ message: expect.stringContaining('Jane') })
  })

  it('fails as a whole when one page fails', async () => {
    const { canvas } = scriptCanvas([...pagesOf(200).slice(0, 1), jsonReply({}, { status: 403 })])
    await expect(readAll(canvas, rows, request)).rejects.toMatchObject({ kind: 'denied' })
  })
})

describe('readPages', () => {
  it('asks for a page only when it is wanted', async () => {
    const { canvas, requests } = scriptCanvas(pagesOf(300))
    for await (const page of readPages(canvas, rows, request)) {
      expect(page).toHaveLength(100)
      if (requests.length === 2) break
    }
    expect(requests).toHaveLength(2)
  })
})

describe('readOne', () => {
  it('ignores keys it does not know', async () => {
    const { canvas } = scriptCanvas([jsonReply({ id: 1, novelty: true })])
    expect(await readOne(canvas, object({ id: int }), request)).toEqual({ id: 1 })
  })

  it('says that a write whose answer is malformed may have acted', async () => {
    const { canvas } = scriptCanvas([jsonReply({})])
    const asked = readOne(canvas, object({ id: int }), { ...request, method: 'POST', body: {} })
    await expect(asked).rejects.toMatchObject({ kind: 'malformed', mayHaveActed: true })
  })
})
