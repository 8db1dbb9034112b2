import { describe, expect, it } from 'vitest'
import { createDemo } from '../demo/create-demo.ts'
import type { User } from '../model.ts'
import { createSandbox, type Sandbox } from '../sandbox.ts'

const HOST = 'http://canvas.school.test'

/** The requests of Canvas Collections 1.3 (docs/facts, its REST calls): bare reads, JSON writes, both under a browser's session. */
async function openScript(sandbox: Sandbox, user: User) {
  const signIn = await sandbox.fetch(new Request(`${HOST}/sandbox/sign-in?as=${user.login}`))
  const cookies = signIn.headers.getSetCookie().map(line => line.split(';')[0] ?? '')
  const csrf = decodeURIComponent(cookies.find(pair => pair.startsWith('_csrf_token='))?.slice(12) ?? '')
  const Cookie = cookies.join('; ')
  const read = async (path: string) => {
    const reply = await sandbox.fetch(new Request(`${HOST}/api/v1/${path}`, { headers: { Cookie } }))
    return { status: reply.status, body: await reply.json() }
  }
  const write = async (method: 'PUT' | 'DELETE', path: string, body?: unknown) => {
    const type = 'application/json; charset=UTF-8'
    const headers = { Cookie, Accept: type, 'Content-Type': type, 'X-CSRF-Token': csrf }
    const init = body === undefined ? {} : { body: JSON.stringify(body) }
    const reply = await sandbox.fetch(new Request(`${HOST}/api/v1/${path}`, { method, headers, ...init }))
    return { status: reply.status, body: await reply.json() }
  }
  return { read, write }
}

async function setUp() {
  const sandbox = createSandbox({ origin: HOST })
  const { source, clean } = await createDemo(sandbox)
  return { sandbox, source: source.id, copy: clean.id, teacher: await openScript(sandbox, sandbox.people.teacher) }
}

const searchForLock = 'pages/?sort=updated_at&order=desc&include[]=body&search_term=Canvas%20Collections%20-%20editing'

describe('Canvas Collections 1.3', () => {
  it('loads: lock, course, configuration and modules, ids as numbers', async () => {
    const { copy, source, teacher } = await setUp()
    expect(await teacher.read(`/courses/${copy}/pages/canvas-collections-editing`)).toEqual({
      status: 404,
      body: { message: 'page not found' },
    })
    expect((await teacher.read(`/courses/${copy}`)).body).toMatchObject({ id: copy, course_code: expect.any(String) })
    const page = await teacher.read(`courses/${copy}/pages/canvas-collections-configuration`)
    expect(page.body).toMatchObject({ url: 'canvas-collections-configuration', published: expect.any(Boolean) })
    const modules = (await teacher.read(`/courses/${copy}/modules?include=items&per_page=500`)).body
    expect(modules).toHaveLength(14)
    expect(modules[0]).toMatchObject({ id: expect.any(Number), published: true, items: expect.any(Array) })
    expect((await teacher.read(`/courses/${source}`)).body.name).toBe('Soil Science 101')
  })

  it('takes the lock, saves and lets go of it again', async () => {
    const { copy, teacher } = await setUp()
    const lock = { canvasUserId: 12, browserSessionId: 'a<b>&"' }
    expect((await teacher.read(`/courses/${copy}/${searchForLock}`)).body).toEqual([])
    const path = `courses/${copy}/pages/canvas-collections-editing`
    const title = 'Canvas Collections - editing'
    const taken = await teacher.write('PUT', path, { wiki_page: { title, body: JSON.stringify(lock) } })
    expect(taken.body).toMatchObject({ url: 'canvas-collections-editing', published: false })
    const [found] = (await teacher.read(`/courses/${copy}/${searchForLock}`)).body
    expect(found).toMatchObject({ url: 'canvas-collections-editing', updated_at: expect.any(String) })
    expect(found.body).toContain('"canvasUserId":12')
    const configuration = `courses/${copy}/pages/canvas-collections-configuration`
    const { body } = (await teacher.read(configuration)).body
    const page = { wiki_page: { title: 'Canvas Collections Configuration', body } }
    const saved = await teacher.write('PUT', configuration, page)
    expect(saved.body.html_url.split('/').at(-1)).toBe('canvas-collections-configuration')
    expect(saved.body.body).toBe(body)
    expect((await teacher.write('DELETE', `courses/${copy}/pages/${found.url}`)).status).toBe(200)
    expect((await teacher.read(`/courses/${copy}/pages/canvas-collections-editing`)).status).toBe(404)
  })

  it('writes its static pages by id or by a slug that is not there yet, and reads files', async () => {
    const { copy, sandbox, teacher } = await setUp()
    const made = await teacher.write('PUT', `courses/${copy}/pages/my-new-output`, {
      wiki_page: { title: 'My new output', body: '<p>x</p>' },
    })
    expect(made.body).toMatchObject({ url: 'my-new-output', page_id: expect.any(Number) })
    const again = await teacher.write('PUT', `courses/${copy}/pages/${made.body.page_id}`, {
      wiki_page: { title: 'My new output', body: '<p>y</p>' },
    })
    expect(again.body).toMatchObject({ page_id: made.body.page_id, url: 'my-new-output', body: '<p>y</p>' })
    const file = [...sandbox.world.rows.files.values()].find(row => row.courseId === copy)
    expect((await teacher.read(`/courses/${copy}/files/${file?.id}`)).body).toMatchObject({
      id: file?.id,
      size: file?.bytes.length,
      'content-type': file?.contentType,
      display_name: file?.displayName,
    })
    const [module] = (await teacher.read(`courses/${copy}/modules`)).body
    const renamed = await teacher.write('PUT', `courses/${copy}/modules/${module.id}`, { module: { name: 'New' } })
    expect(renamed.body).toMatchObject({ id: module.id, name: 'New' })
  })

  it('shows a student what students may see', async () => {
    const { copy, sandbox } = await setUp()
    const { student } = sandbox.people
    const script = await openScript(sandbox, student)
    const list = `/courses/${copy}/modules?include=items&per_page=500`
    const [first] = (await script.read(list)).body
    expect(first).not.toHaveProperty('published')
    expect((await script.read(`${list}&student_id=${student.id}`)).status).toBe(200)
    const refused = await script.write('PUT', `courses/${copy}/pages/canvas-collections-editing`, {
      wiki_page: { title: 'Canvas Collections - editing', body: '{}' },
    })
    expect([refused.status, refused.body.status]).toEqual([403, 'unauthorized'])
  })
})
