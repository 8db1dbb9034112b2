import { toPageId } from '@recourse/core'
import { getPageRevision, listPageRevisions, revertPage } from '../pages/page-revisions.ts'
import { deletePage, findFrontPage, findPage, getPage, listPages, putPage } from '../pages/pages.ts'
import { type Bench, jsonOf } from './bench.ts'
import { describe, expect } from './runner.ts'

/** canvas-api §2.4. */
export function describePages(bench: Bench): void {
  describe('a page', () => {
    addressChecks(bench)
    writeChecks(bench)
    frontPageChecks(bench)
  })
  describe('a revision of a page', () => revisionChecks(bench))
}

function addressChecks({ check, canvas, raw, newCourse, newPage }: Bench): void {
  check('is made unpublished, with a slug out of its title', async () => {
    const { id } = await newCourse()
    const page = await newPage(id, 'Week 1: Über & "Quotes"')
    expect(page).toMatchObject({ title: 'Week 1: Über & "Quotes"', isPublished: false, isFrontPage: false, body: '' })
    expect(page.url).toMatch(/^week-1-/)
    expect(page.url).toMatch(/^[a-z0-9-]+$/)
  })

  check('gets another slug where its own is taken', async () => {
    const { id } = await newCourse()
    const urls = []
    for (let n = 0; n < 3; n++) urls.push((await newPage(id, 'Same title')).url)
    expect(urls).toEqual(['same-title', 'same-title-2', 'same-title-3'])
  })

  check('is found by id, by slug and by title', async () => {
    const { id } = await newCourse()
    const page = await newPage(id, 'Canvas Collections Configuration')
    for (const ref of [{ id: page.id }, { slug: page.url }, { title: page.title }])
      expect(await findPage(canvas, id, ref)).toMatchObject({ id: page.id })
  })

  check('that does not exist is missing', async () => {
    const { id } = await newCourse()
    expect(await findPage(canvas, id, { slug: 'no-such-page' })).toBeUndefined()
    const reply = await raw(`/api/v1/courses/${id}/pages/no-such-page`)
    expect([reply.status, await jsonOf(reply)]).toEqual([404, { message: 'page not found' }])
    await expect(getPage(canvas, id, { id: toPageId('99999999999') })).rejects.toMatchObject({ kind: 'missing' })
  })

  check('is not mistaken for another whose id its slug begins with', async () => {
    const { id } = await newCourse()
    const page = await newPage(id, 'Innocent')
    expect(await findPage(canvas, id, { slug: `${page.id}-things-to-know` })).toBeUndefined()
  })

  check('moves to a new slug with a new title, and stays the same page by id', async () => {
    const { id } = await newCourse()
    const page = await newPage(id, 'Before', { body: '<p>text</p>' })
    const renamed = await putPage(canvas, id, { id: page.id }, { title: 'After' })
    expect(renamed).toMatchObject({ id: page.id, title: 'After', url: 'after', body: '<p>text</p>' })
    expect(await findPage(canvas, id, { slug: 'after' })).toMatchObject({ id: page.id })
  })

  check('is listed by id without its body, and filtered by title and state', async () => {
    const { id } = await newCourse()
    const first = await newPage(id, 'Zebra', { isPublished: true, body: '<p>x</p>' })
    const second = await newPage(id, 'Ant')
    expect((await listPages(canvas, id)).map(page => page.id)).toEqual([first.id, second.id])
    expect((await listPages(canvas, id, { isPublished: true })).map(page => page.id)).toEqual([first.id])
    expect((await listPages(canvas, id, { searchTerm: 'an' })).map(page => page.id)).toEqual([second.id])
    const reply: unknown = await jsonOf(await raw(`/api/v1/courses/${id}/pages`))
    expect(JSON.stringify(reply)).not.toContain('"body"')
  })
}

function writeChecks({ check, canvas, newCourse, newPage }: Bench): void {
  check('is made by a write to a slug that no page has', async () => {
    const { id } = await newCourse()
    const page = await putPage(canvas, id, { slug: 'brand-new-page' }, { body: '<p>x</p>' })
    expect(page).toMatchObject({ title: 'Brand New Page', url: 'brand-new-page', body: '<p>x</p>' })
  })

  check('needs a title of letters or digits, of 255 at most', async () => {
    const { id } = await newCourse()
    for (const title of ['', '!!!', 'x'.repeat(256)])
      await expect(newPage(id, title), title).rejects.toMatchObject({ status: 400 })
    expect((await newPage(id, 'y'.repeat(255))).title).toHaveLength(255)
  })

  check('holds 511,999 characters and not one more', async () => {
    const { id } = await newCourse()
    const filled = (length: number): string => `<p>${'x'.repeat(length - 7)}</p>`
    const page = await newPage(id, 'Large', { body: filled(511_999) })
    expect(page.body).toHaveLength(511_999)
    const more = putPage(canvas, id, { id: page.id }, { body: filled(512_000) })
    await expect(more).rejects.toMatchObject({ kind: 'too-large', status: 400 })
    expect((await getPage(canvas, id, { id: page.id })).body).toHaveLength(511_999)
  })

  check('keeps what a write does not mention', async () => {
    const { id } = await newCourse()
    const page = await newPage(id, 'Keeps', { body: '<p>x</p>', isPublished: true, editingRoles: 'teachers,students' })
    const saved = await putPage(canvas, id, { id: page.id }, { body: '<p>y</p>' })
    expect(saved).toMatchObject({ title: 'Keeps', isPublished: true, editingRoles: 'teachers,students' })
    await expect(putPage(canvas, id, { id: page.id }, { editingRoles: 'everyone' })).rejects.toMatchObject({
      status: 400,
    })
  })

  check('is gone once deleted, and its slug is free again', async () => {
    const { id } = await newCourse()
    const page = await newPage(id, 'Gone')
    await deletePage(canvas, id, { id: page.id })
    expect(await findPage(canvas, id, { slug: 'gone' })).toBeUndefined()
    expect(await listPages(canvas, id)).toEqual([])
    const again = await newPage(id, 'Gone')
    expect(again.id).not.toBe(page.id)
  })
}

function frontPageChecks({ check, canvas, newCourse, newPage }: Bench): void {
  check('is the front page only while it is published, and cannot be deleted as such', async () => {
    const { id } = await newCourse()
    const page = await newPage(id, 'Front')
    const ref = { id: page.id }
    await expect(putPage(canvas, id, ref, { isFrontPage: true })).rejects.toMatchObject({ status: 400 })
    await putPage(canvas, id, ref, { isPublished: true, isFrontPage: true })
    expect(await findFrontPage(canvas, id)).toMatchObject({ id: page.id })
    await expect(putPage(canvas, id, ref, { isPublished: false })).rejects.toMatchObject({ status: 400 })
    await expect(deletePage(canvas, id, ref)).rejects.toMatchObject({ status: 400 })
    await putPage(canvas, id, ref, { isFrontPage: false })
    expect(await findFrontPage(canvas, id)).toBeUndefined()
  })
}

function revisionChecks({ check, canvas, newCourse, newPage }: Bench): void {
  check('is recorded for each change of text or title, newest first, and not for publishing', async () => {
    const { id } = await newCourse()
    const page = await newPage(id, 'One', { body: '<p>1</p>' })
    const ref = { id: page.id }
    await putPage(canvas, id, ref, { body: '<p>2</p>' })
    await putPage(canvas, id, ref, { title: 'Three' })
    await putPage(canvas, id, ref, { isPublished: true })
    const all = await listPageRevisions(canvas, id, ref)
    expect(all.map(each => [each.revisionId, each.isLatest])).toEqual([
      [3, true],
      [2, false],
      [1, false],
    ])
  })

  check('holds title, slug and text of its time, and the latest those of now', async () => {
    const { id } = await newCourse()
    const page = await newPage(id, 'One', { body: '<p>1</p>' })
    await putPage(canvas, id, { id: page.id }, { title: 'Two', body: '<p>2</p>' })
    const ref = { id: page.id }
    expect(await getPageRevision(canvas, id, ref, 1)).toMatchObject({ title: 'One', url: 'one', body: '<p>1</p>' })
    expect(await getPageRevision(canvas, id, ref, 'latest')).toMatchObject({
      revisionId: 2,
      title: 'Two',
      body: '<p>2</p>',
    })
    await expect(getPageRevision(canvas, id, ref, 99)).rejects.toMatchObject({ kind: 'missing' })
  })

  check('is restored as a new one', async () => {
    const { id } = await newCourse()
    const page = await newPage(id, 'One', { body: '<p>1</p>' })
    const ref = { id: page.id }
    await putPage(canvas, id, ref, { title: 'Two', body: '<p>2</p>' })
    expect(await revertPage(canvas, id, ref, 1)).toMatchObject({
      revisionId: 3,
      isLatest: true,
      title: 'One',
      body: '<p>1</p>',
    })
    expect(await getPage(canvas, id, ref)).toMatchObject({ title: 'One', url: 'one', body: '<p>1</p>' })
  })
}
