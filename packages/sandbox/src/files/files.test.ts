import { describe, expect, it } from 'vitest'
import { createCourse } from '../courses/courses.ts'
import { apiCaller } from '../migrations/api-caller.ts'
import { enroll } from '../people.ts'
import { createSandbox, type SandboxOptions } from '../sandbox.ts'
import { freeName, toFilename } from './store.ts'

function setUp(options: SandboxOptions = {}) {
  const sandbox = createSandbox(options)
  const { world, people } = sandbox
  const course = createCourse(world, { accountId: people.account.id, termId: people.defaultTerm.id })
  course.workflowState = 'available'
  world.rows.courses.set(course.id, course)
  enroll(world, { courseId: course.id, userId: people.student.id, type: 'StudentEnrollment' })
  enroll(world, { courseId: course.id, userId: people.teacher.id, type: 'TeacherEnrollment' })
  const fetchAt = (url: string) => sandbox.fetch(new Request(url))
  const admin = apiCaller(sandbox, people.teacher)
  return { sandbox, world, people, c: course.id, admin, student: apiCaller(sandbox, people.student), fetchAt }
}

describe('an upload', () => {
  it.each(['created', 'redirect'] as const)(
    'in three steps (%s) makes a file that can be fetched',
    async uploadConfirm => {
      const t = setUp({ flags: { uploadConfirm } })
      const file = await t.admin.upload(t.c, 'übung & plan.png', 'bytes', { parent_folder_path: '/a//b/' })
      expect(file).toMatchObject({
        display_name: 'übung & plan.png',
        filename: '%C3%BCbung+%26+plan.png',
        'content-type': 'image/png',
        size: 5,
        mime_class: 'image',
        locked: false,
        hidden: false,
      })
      const download = await t.fetchAt(file.url)
      expect([await download.text(), download.headers.get('content-type')]).toEqual(['bytes', 'image/png'])
      const line = (await t.admin.get(`/courses/${t.c}/folders/by_path/a/b`)).body
      expect(line.map((folder: { id: number }) => folder.id)).toContain(file.folder_id)
    },
  )

  it('replaces a namesake under a new id, and the old id goes on leading to it', async () => {
    const t = setUp()
    const first = await t.admin.upload(t.c, 'a.txt', 'one')
    const second = await t.admin.upload(t.c, 'a.txt', 'two')
    const third = await t.admin.upload(t.c, 'a.txt', 'three')
    expect(new Set([first.id, second.id, third.id]).size).toBe(3)
    for (const { id } of [first, second, third])
      expect((await t.admin.get(`/courses/${t.c}/files/${id}`)).body).toMatchObject({ id: third.id, size: 5 })
    expect(await (await t.fetchAt(first.url)).text()).toBe('three')
    expect((await t.admin.get(`/courses/${t.c}/files`)).body).toHaveLength(1)
  })

  it('is renamed where that was asked for', async () => {
    const t = setUp()
    for (const name of ['a.tar.gz', 'a-1.tar.gz', 'a-2.tar.gz'])
      expect(await t.admin.upload(t.c, 'a.tar.gz', 'x', { on_duplicate: 'rename' })).toMatchObject({
        display_name: name,
      })
  })

  it.each([
    [{ on_duplicate: 'merge' }, 'invalid on_duplicate option'],
    [{ size: 10_000_000_000 }, 'file size exceeds quota'],
    [{ parent_folder_id: 1, parent_folder_path: 'x' }, "Can't set folder path and folder id"],
  ])('%j is refused: %s', async (more, message) => {
    const t = setUp()
    const answer = await t.admin.post(`/courses/${t.c}/files`, { name: 'a.txt', ...more })
    expect([answer.status, answer.body]).toEqual([400, { message }])
  })

  it('needs a fresh, unchanged offer, the file last, and no token', async () => {
    const clock = { ms: Date.parse('2026-01-01T00:00:00Z') }
    const t = setUp({ now: () => clock.ms })
    const { upload_url, upload_params } = (await t.admin.post(`/courses/${t.c}/files`, { name: 'a.txt' })).body
    const send = (fields: [string, string | Blob][], headers = {}, url = upload_url) => {
      const form = new FormData()
      for (const [name, value] of fields) form.append(name, value)
      return t.sandbox.fetch(new Request(url, { method: 'POST', body: form, headers }))
    }
    const params = Object.entries(upload_params).map(([name, value]): [string, string] => [name, String(value)])
    const file: [string, Blob] = ['file', new Blob(['x'])]
    expect((await send([file, ...params])).status).toBe(400)
    expect((await send([file])).status).toBe(400)
    expect((await send([...params.map(([name]): [string, string] => [name, 'b.txt']), file])).status).toBe(400)
    const token = t.people.teacher.tokens[0] ?? ''
    expect((await send([...params, file], { Authorization: `Bearer ${token}` })).status).toBe(400)
    expect((await send([...params, file], {}, `${upload_url}0`)).status).toBe(403)
    clock.ms += 31 * 60 * 1000
    expect((await send([...params, file])).status).toBe(403)
    expect((await t.admin.get(`/courses/${t.c}/files`)).body).toEqual([])
  })
})

describe('lists of files', () => {
  it('are searched, sorted and narrowed by type', async () => {
    const t = setUp()
    for (const [name, size] of [
      ['b10.png', 1],
      ['b9.png', 3],
      ['a.pdf', 2],
    ] as const)
      await t.admin.upload(t.c, name, 'x'.repeat(size))
    const names = async (query: string) =>
      (await t.admin.get(`/courses/${t.c}/files?${query}`)).body.map(
        (file: { display_name: string }) => file.display_name,
      )
    expect(await names('')).toEqual(['a.pdf', 'b9.png', 'b10.png'])
    expect(await names('sort=size&order=desc')).toEqual(['b9.png', 'a.pdf', 'b10.png'])
    expect(await names('search_term=B1')).toEqual(['b10.png'])
    expect(await names('content_types[]=image')).toEqual(['b9.png', 'b10.png'])
    expect(await names('exclude_content_types[]=image/png')).toEqual(['a.pdf'])
    expect((await t.admin.get(`/courses/${t.c}/files?only[]=names`)).body[0]).not.toHaveProperty('size')
    expect((await t.admin.get(`/courses/${t.c}/files?search_term=b`)).status).toBe(400)
  })

  it('leave out for students what is locked or hidden, itself or with its folder', async () => {
    const t = setUp()
    const file = await t.admin.upload(t.c, 'a.txt', 'x', { parent_folder_path: 'shut/inner' })
    const seen = async () => (await t.student.get(`/courses/${t.c}/files`)).body.length
    expect(await seen()).toBe(1)
    const [, shut] = (await t.admin.get(`/courses/${t.c}/folders/by_path/shut`)).body
    await t.admin.put(`/folders/${shut.id}`, { locked: true })
    expect(await seen()).toBe(0)
    expect((await t.student.get(`/files/${file.id}`)).body).toMatchObject({ locked_for_user: true, url: '' })
    await t.admin.put(`/folders/${shut.id}`, { locked: false })
    await t.admin.put(`/files/${file.id}`, { hidden: true })
    expect(await seen()).toBe(0)
    expect((await t.student.get(`/files/${file.id}`)).body).toMatchObject({
      locked_for_user: false,
      hidden_for_user: true,
    })
    expect((await t.student.post(`/courses/${t.c}/files`, { name: 'a.txt' })).status).toBe(403)
    expect((await t.student.del(`/files/${file.id}`)).status).toBe(403)
  })
})

describe('usage rights', () => {
  it('are set for files and all below folders, and taken away', async () => {
    const t = setUp()
    const deep = await t.admin.upload(t.c, 'a.txt', 'x', { parent_folder_path: 'one/two' })
    const other = await t.admin.upload(t.c, 'b.txt', 'x')
    await t.admin.put(`/files/${other.id}`, { locked: true })
    const [, one] = (await t.admin.get(`/courses/${t.c}/folders/by_path/one`)).body
    const rights = { use_justification: 'creative_commons', legal_copyright: '© A & B', license: 'cc_by_sa' }
    const set = await t.admin.put(`/courses/${t.c}/usage_rights`, {
      ...{ file_ids: [other.id], folder_ids: [one.id], publish: true, usage_rights: rights },
    })
    const expected = { ...rights, license_name: 'CC Attribution Share Alike' }
    expect(set.body).toEqual({ ...expected, message: '2 files updated', file_ids: [deep.id, other.id] })
    const shown = async () => (await t.admin.get(`/files/${other.id}?include[]=usage_rights`)).body
    expect(await shown()).toMatchObject({ usage_rights: expected, locked: false })
    const removed = await t.admin.del(`/courses/${t.c}/usage_rights?file_ids[]=${other.id}`)
    expect(removed.body).toEqual({ message: '1 file updated', file_ids: [other.id] })
    expect((await shown()).usage_rights).toBeNull()
  })

  it.each([
    [
      { usage_rights: { use_justification: 'fair_use' } },
      { message: "Must supply 'file_ids' and/or 'folder_ids' parameter" },
    ],
    [{ file_ids: [1] }, { message: "No 'usage_rights' object supplied" }],
    [
      { file_ids: [1], usage_rights: { use_justification: 'mine' } },
      { errors: { use_justification: expect.anything() } },
    ],
    [
      { file_ids: [1], usage_rights: { use_justification: 'fair_use', license: 'gpl' } },
      { errors: { license: expect.anything() } },
    ],
  ])('are refused: %j', async (body, answer) => {
    const t = setUp()
    expect(await t.admin.put(`/courses/${t.c}/usage_rights`, body)).toMatchObject({ status: 400, body: answer })
  })

  it('have licences to choose from, and are staff’s to set', async () => {
    const t = setUp()
    const ids = (await t.student.get(`/courses/${t.c}/content_licenses`)).body.map(({ id }: { id: string }) => id)
    expect(ids).toHaveLength(8)
    expect(ids).toContain('public_domain')
    expect((await t.student.put(`/courses/${t.c}/usage_rights`, { file_ids: [1] })).status).toBe(403)
  })
})

describe('a folder', () => {
  it('is copied with all in it, under a name of its own, into another course too', async () => {
    const t = setUp()
    await t.admin.upload(t.c, 'a.txt', 'one', { parent_folder_path: 'src/inner' })
    await t.admin.upload(t.c, 'b.txt', 'two', { parent_folder_path: 'src' })
    const [root, source] = (await t.admin.get(`/courses/${t.c}/folders/by_path/src`)).body
    const copied = (await t.admin.post(`/folders/${root.id}/copy_folder`, { source_folder_id: source.id })).body
    expect(copied).toMatchObject({ name: 'src 2', files_count: 1, folders_count: 1 })
    const files = (await t.admin.get(`/courses/${t.c}/files`)).body.map(
      (file: { display_name: string }) => file.display_name,
    )
    expect(files).toEqual(['a.txt', 'a.txt', 'b.txt', 'b.txt'])
  })

  it('does not go into itself, nor where one may not write', async () => {
    const t = setUp()
    await t.admin.upload(t.c, 'a.txt', 'one', { parent_folder_path: 'src/inner' })
    const [root, source, inner] = (await t.admin.get(`/courses/${t.c}/folders/by_path/src/inner`)).body
    const into = (id: number, who = t.admin) => who.post(`/folders/${id}/copy_folder`, { source_folder_id: source.id })
    expect(await into(inner.id)).toMatchObject({
      status: 400,
      body: { message: 'source folder may not contain destination folder' },
    })
    expect((await into(root.id, t.student)).status).toBe(403)
    expect((await t.admin.post(`/folders/${root.id}/copy_folder`)).status).toBe(400)
    expect((await t.admin.post(`/folders/${root.id}/copy_folder`, { source_folder_id: 99999 })).status).toBe(404)
  })
})

describe('bytes', () => {
  it('go to who may read the course or has the verifier', async () => {
    const t = setUp()
    const file = await t.admin.upload(t.c, 'a.txt', 'x')
    const bare = `https://canvas.test/courses/${t.c}/files/${file.id}/preview`
    expect((await t.fetchAt(bare)).status).toBe(401)
    expect((await t.fetchAt(`${bare}?verifier=wrong`)).status).toBe(401)
    expect((await t.fetchAt(`${bare}?verifier=${file.uuid}`)).status).toBe(200)
    expect((await t.fetchAt(bare.replace(`/${file.id}/`, '/99999/'))).status).toBe(404)
    const { public_url } = (await t.student.get(`/files/${file.id}/public_url`)).body
    expect(await (await t.fetchAt(public_url)).text()).toBe('x')
  })
})

describe('changes', () => {
  it('move, rename and refuse a taken name unless told what to do', async () => {
    const t = setUp()
    const a = await t.admin.upload(t.c, 'a.txt', 'x')
    const b = await t.admin.upload(t.c, 'b.txt', 'x')
    expect((await t.admin.put(`/files/${b.id}`, { name: 'a.txt' })).status).toBe(409)
    expect((await t.admin.put(`/files/${b.id}`, { name: 'a.txt', on_duplicate: 'rename' })).body.display_name).toBe(
      'a-1.txt',
    )
    await t.admin.put(`/files/${b.id}`, { name: 'a.txt', on_duplicate: 'overwrite' })
    expect((await t.admin.get(`/files/${a.id}`)).body.id).toBe(b.id)
    const folder = (await t.admin.post(`/courses/${t.c}/folders`, { name: 'New', parent_folder_path: 'x/y' })).body
    expect(folder).toMatchObject({ full_name: 'course files/x/y/New', files_count: 0, folders_count: 0 })
    expect((await t.admin.put(`/files/${b.id}`, { parent_folder_id: folder.id })).body.folder_id).toBe(folder.id)
    await t.admin.del(`/files/${b.id}`)
    expect((await t.admin.get(`/files/${b.id}`)).status).toBe(404)
  })

  it('copy a file out of another course that the caller may work on', async () => {
    const t = setUp()
    const other = createCourse(t.world, { accountId: t.people.account.id, termId: t.people.defaultTerm.id })
    t.world.rows.courses.set(other.id, other)
    const file = await apiCaller(t.sandbox, t.people.administrator).upload(other.id, 'a.txt', 'x')
    const root = (await t.admin.get(`/courses/${t.c}/folders/root`)).body
    const copy = () => t.admin.post(`/folders/${root.id}/copy_file`, { source_file_id: file.id })
    expect((await copy()).status).toBe(403)
    enroll(t.world, { courseId: other.id, userId: t.people.teacher.id, type: 'TeacherEnrollment' })
    const copied = (await copy()).body
    expect(copied).toMatchObject({ display_name: 'a.txt', folder_id: root.id, size: 1 })
    expect(copied.id).not.toBe(file.id)
  })

  it('delete a folder only when it is empty or by force', async () => {
    const t = setUp()
    const file = await t.admin.upload(t.c, 'a.txt', 'x', { parent_folder_path: 'f' })
    expect((await t.admin.del(`/folders/${file.folder_id}`)).status).toBe(400)
    expect((await t.admin.del(`/folders/${file.folder_id}?force=true`)).status).toBe(200)
    expect((await t.admin.get(`/files/${file.id}`)).status).toBe(404)
    const root = (await t.admin.get(`/courses/${t.c}/folders/root`)).body
    expect((await t.admin.del(`/folders/${root.id}`)).status).toBe(400)
  })
})

describe('names', () => {
  it.each([
    ['a b.png', 'a+b.png'],
    ['100% & "x".txt', '100%25+%26+%22x%22.txt'],
    ['日本.png', '%E6%97%A5%E6%9C%AC.png'],
  ])('%s is kept as %s', (name, filename) => {
    expect(toFilename(name)).toBe(filename)
  })

  it.each([
    ['a.png', ['a.png'], 'a-1.png'],
    ['a.tar.gz', ['a.tar.gz', 'a-1.tar.gz'], 'a-2.tar.gz'],
    ['plain', ['plain'], 'plain-1'],
    ['v1.2 notes', ['v1.2 notes'], 'v1.2 notes-1'],
    ['free.txt', ['other.txt'], 'free.txt'],
  ])('%s steps aside from %j as %s', (name, taken, free) => {
    expect(freeName(name, taken)).toBe(free)
  })
})
