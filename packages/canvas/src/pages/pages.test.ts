import { toCourseId, toPageId } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { jsonReply, ORIGIN, scriptCanvas } from '../scripted-fetch.ts'
import { getPageRevision, listPageRevisions, revertPage } from './page-revisions.ts'
import { findFrontPage, findPage, getPage, listPages, putPage } from './pages.ts'

const course = toCourseId('5')
const json = { page_id: '12', url: 'week-1', title: 'Week 1', published: true, body: '<p>x</p>' }
const notFound = (): Response => jsonReply({ message: 'page not found' }, { status: 404 })

describe('getPage', () => {
  it.each([
    [{ id: toPageId('12') }, 'page_id:12'],
    [{ slug: 'week-1' }, 'week-1'],
    [{ title: 'Week 1 / "A" & <b>?' }, 'Week%201%20%2F%20%22A%22%20%26%20%3Cb%3E%3F'],
  ])('asks for %o as Canvas resolves it', async (ref, segment) => {
    const { canvas, requests } = scriptCanvas([jsonReply(json)])
    expect(await getPage(canvas, course, ref)).toMatchObject({ id: '12', url: 'week-1', body: '<p>x</p>' })
    expect(requests[0]?.url).toBe(`${ORIGIN}/api/v1/courses/5/pages/${segment}`)
  })

  it.each([
    ['an empty page', { ...json, body: null }, ''],
    ['a locked page', { ...json, body: undefined, locked_for_user: true }, null],
    ['a page of the block editor', { ...json, body: '<iframe>', block_editor_attributes: { id: '1' } }, null],
  ])('tells the body of %s', async (_, reply, body) => {
    const { canvas } = scriptCanvas([jsonReply(reply)])
    expect((await getPage(canvas, course, { slug: 'week-1' })).body).toBe(body)
  })

  it('does not fall for a slug that Canvas takes for an id', async () => {
    const { canvas } = scriptCanvas([jsonReply(json), jsonReply(json), jsonReply({ ...json, url: '12-angry-men' })])
    await expect(getPage(canvas, course, { slug: '12-angry-men' })).rejects.toMatchObject({ kind: 'missing' })
    expect(await findPage(canvas, course, { title: '12' })).toBeUndefined()
    expect(await findPage(canvas, course, { slug: '12-angry-men' })).toMatchObject({ id: '12' })
  })

  it('follows a former slug', async () => {
    const { canvas } = scriptCanvas([jsonReply(json)])
    expect(await findPage(canvas, course, { slug: 'introduction' })).toMatchObject({ url: 'week-1' })
  })
})

describe('findPage and findFrontPage', () => {
  it('find nothing where Canvas finds nothing', async () => {
    const { canvas } = scriptCanvas([notFound(), notFound()])
    expect(await findPage(canvas, course, { slug: 'x' })).toBeUndefined()
    expect(await findFrontPage(canvas, course)).toBeUndefined()
  })

  it('do not take a refusal for absence', async () => {
    const { canvas } = scriptCanvas([jsonReply({}, { status: 403 }), jsonReply({}, { status: 401 })])
    await expect(findPage(canvas, course, { slug: 'x' })).rejects.toMatchObject({ kind: 'denied' })
    await expect(findFrontPage(canvas, course)).rejects.toMatchObject({ kind: 'denied' })
  })

  it('find nothing under an empty title, without reading the list instead', async () => {
    const { canvas, requests } = scriptCanvas([])
    expect(await findPage(canvas, course, { title: '' })).toBeUndefined()
    expect(requests).toEqual([])
  })
})

describe('putPage', () => {
  it('sends only what is given', async () => {
    const { canvas, requests } = scriptCanvas([jsonReply(json)])
    await putPage(canvas, course, { id: toPageId('12') }, { body: "a $' & <b> \u00a0 😀" })
    expect(requests[0]?.method).toBe('PUT')
    expect(await requests[0]?.json()).toEqual({ wiki_page: { body: "a $' & <b> \u00a0 😀" } })
  })

  it('is missing where Canvas made another page, because the one asked for is gone', async () => {
    const { canvas } = scriptCanvas([jsonReply({ ...json, page_id: '99' })])
    const saved = putPage(canvas, course, { id: toPageId('12') }, { body: '' })
    await expect(saved).rejects.toMatchObject({ kind: 'missing', mayHaveActed: true })
  })

  it('does not take a locked page for a lost token', async () => {
    const { canvas } = scriptCanvas([jsonReply({ status: 'unauthorized' }, { status: 401 })])
    const saved = putPage(canvas, course, { id: toPageId('12') }, { body: '' })
    await expect(saved).rejects.toMatchObject({ kind: 'denied', mayHaveActed: false })
  })
})

describe('listPages', () => {
  it('tells how a blueprint holds a page', async () => {
    const held = { ...json, is_master_course_child_content: true, restricted_by_master_course: true }
    const { canvas } = scriptCanvas([jsonReply([json, { ...held, master_course_restrictions: { content: true } }])])
    expect((await listPages(canvas, course)).map(page => page.blueprint)).toEqual([
      null,
      { role: 'child', isLocked: true, lockedAspects: ['content'] },
    ])
  })
})

describe('revisions', () => {
  const ref = { id: toPageId('12') }
  const revision = {
    revision_id: '3',
    updated_at: '2025-01-01T00:00:00Z',
    latest: true,
    edited_by: { display_name: 'N' },
  }

  it('are numbered also where ids come as text', async () => {
    const { canvas, requests } = scriptCanvas([jsonReply([revision, { revision_id: 2, updated_at: null }])])
    const all = await listPageRevisions(canvas, course, ref)
    expect(all.map(each => [each.revisionId, each.isLatest])).toEqual([
      [3, true],
      [2, false],
    ])
    expect(requests[0]?.url).toContain('/pages/page_id:12/revisions?')
  })

  it('have content when read alone, and can be restored', async () => {
    const full = { ...revision, url: 'week-1', title: 'Week 1', body: null }
    const { canvas, requests } = scriptCanvas([jsonReply(full), jsonReply(full)])
    expect(await getPageRevision(canvas, course, ref, 'latest')).toMatchObject({ revisionId: 3, body: '' })
    await revertPage(canvas, course, ref, 1)
    expect([requests[1]?.method, requests[1]?.url]).toEqual([
      'POST',
      `${ORIGIN}/api/v1/courses/5/pages/page_id:12/revisions/1`,
    ])
  })
})
