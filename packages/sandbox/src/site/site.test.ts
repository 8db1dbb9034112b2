import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createStage, type Stage } from './course.fixture.ts'
import { type Browser, openBrowser } from './visit-page.fixture.ts'

let stage: Stage
let teacher: Browser
let student: Browser
let home = ''

beforeEach(async () => {
  stage = await createStage()
  teacher = await openBrowser(stage.sandbox, stage.sandbox.people.teacher)
  student = await openBrowser(stage.sandbox, stage.sandbox.people.student)
  home = `/courses/${stage.courseId}`
})

describe('signing in', () => {
  it.each(['/', '/courses', '/courses/101/modules?modules_page=v2', '/profile/settings'])(
    'is asked of a visitor who comes to %s, who is led back there',
    async path => {
      const visitor = await openBrowser(stage.sandbox, null)
      const asked = await visitor.visit(path)
      expect(asked.status).toBe(302)
      const form = await visitor.visit(asked.headers.get('location') ?? '')
      expect(form.all(`#login_form input[name="return_to"][value="${path}"]`)).toHaveLength(1)
      const fields = { 'pseudonym_session[unique_id]': 'teacher', 'pseudonym_session[password]': 'teacher' }
      const entered = await visitor.send('POST', '/login/canvas', { ...fields, return_to: path })
      expect([entered.status, entered.headers.get('location')]).toEqual([302, path])
    },
  )

  it('shows the form again after a wrong password', async () => {
    const visitor = await openBrowser(stage.sandbox, null)
    const fields = { 'pseudonym_session[unique_id]': 'teacher', 'pseudonym_session[password]': 'wrong' }
    const refused = await visitor.send('POST', '/login/canvas', { ...fields, return_to: '//evil.example' })
    const location = refused.headers.get('location') ?? ''
    expect(location).toBe('/login/canvas?needs=another&return_to=%2F')
    expect((await visitor.visit(location)).all('[role="alert"].ic-flash-error')).toHaveLength(1)
  })

  it('ends with a form that carries the token', async () => {
    expect((await teacher.visit('/logout')).all('form input[name="authenticity_token"]')).toHaveLength(1)
    const forged = await teacher.send('POST', '/logout', { _method: 'delete', authenticity_token: 'x' })
    expect(forged.status).toBe(422)
    await teacher.send('POST', '/logout', { _method: 'delete' })
    expect((await teacher.visit('/')).status).toBe(302)
  })
})

describe('what cannot be shown', () => {
  it('is a page for people and data for programs', async () => {
    const stranger = await openBrowser(stage.sandbox, stage.sandbox.people.stranger)
    const denied = await stranger.visit(home)
    expect([denied.status, denied.textAt('h1')]).toEqual([403, 'Access Denied'])
    const missing = await teacher.visit('/nothing/here')
    expect([missing.status, missing.textAt('h1')]).toEqual([404, 'Page Not Found'])
    const data = await stage.ask('GET', '/nothing/here')
    expect(data.json.errors[0].message).toBe('The specified resource does not exist.')
  })

  it.each(['/pages/hidden', '/pages/hidden/edit', '/pages/hidden/revisions', '/settings', '/content_migrations'])(
    'keeps students from %s',
    async path => {
      await stage.addPage('Hidden', { published: false })
      expect((await student.visit(home + path)).status).toBe(403)
      expect((await teacher.visit(home + path)).status).toBe(200)
    },
  )

  it('shows students no unpublished page in the list', async () => {
    await stage.addPage('Hidden', { published: false })
    await stage.addPage('Shown')
    expect((await teacher.visit(`${home}/pages`)).all('.wiki-page-link')).toHaveLength(2)
    expect((await student.visit(`${home}/pages`)).all('.wiki-page-link')).toHaveLength(1)
  })
})

describe('every page of a course', () => {
  const paths = ['', '/modules', '/pages', '/wiki', '/files', '/assignments', '/quizzes', '/discussion_topics']
  it.each([
    ...paths,
    '/announcements',
    '/users',
    '/settings',
    '/content_migrations',
    '/pages/a/edit',
    '/pages/a/revisions',
  ])('is there, names the course and leads on: %s', async path => {
    await stage.addPage('A')
    const page = await teacher.visit(home + path)
    if (path === '/wiki') return expect(page.headers.get('location')).toBe(`${home}/pages`)
    expect([page.status, page.env.COURSE_ID]).toEqual([200, `${stage.courseId}`])
    expect(page.all('#breadcrumbs, #left-side, #content, .right-of-crumbs, #easy_student_view')).toHaveLength(5)
    expect(page.all('#section-tabs a')).toHaveLength(10)
    expect(page.text).not.toContain('<b>Roll</b>')
  })

  it.each(['modules', 'feed', 'wiki', 'syllabus', 'assignments'])('can begin with %s', async view => {
    await stage.addPage('Front', { front_page: true })
    await stage.ask('PUT', stage.base, { course: { default_view: view, syllabus_body: '<p>Plan</p>' } })
    const page = await student.visit(home)
    expect([page.status, page.all('#course_home_content').length]).toEqual([200, 1])
    expect(page.all('#context_modules')).toHaveLength(view === 'modules' ? 1 : 0)
    if (view === 'wiki') expect(page.textAt('.show-content')).toBe('FrontFront')
  })

  it('answers a file’s address with a page for people and its bytes for pictures', async () => {
    const { cartridgeFile } = await addFile()
    const page = await teacher.visit(`${home}/files/${cartridgeFile}`)
    expect(page.all('img[src]')).toHaveLength(1)
    const bytes = await stage.ask('GET', `${home}/files/${cartridgeFile}`, undefined, { Accept: 'image/*' })
    expect(bytes.headers.get('content-type')).toBe('image/png')
  })
})

async function addFile(): Promise<{ readonly cartridgeFile: number }> {
  const begun = (await stage.ask('POST', `${stage.base}/files`, { name: 'a.png', size: 4, content_type: 'image/png' }))
    .json
  const form = new FormData()
  for (const [name, value] of Object.entries<string>(begun.upload_params)) form.append(name, value)
  form.append('file', new File([new Uint8Array(4)], 'a.png', { type: 'image/png' }))
  const sent = await stage.sandbox.fetch(new Request(begun.upload_url, { method: 'POST', body: form }))
  const file: { id: number } = await sent.json()
  return { cartridgeFile: file.id }
}

describe('the copy screen', () => {
  it('shows how far a copy is, by the clock', async () => {
    let now = Date.parse('2026-02-16T00:00:00Z')
    const { sandbox, ask, courseId, base } = await createStage({ now: () => now, copySpeedMs: 1000 })
    const source = (await ask('POST', '/api/v1/accounts/1/courses', { course: { name: 'Source' } })).json.id
    const copy = { migration_type: 'course_copy_importer', settings: { source_course_id: source } }
    await ask('POST', `${base}/content_migrations`, copy)
    const browser = await openBrowser(sandbox, sandbox.people.administrator)
    const path = `/courses/${courseId}/content_migrations`
    const running = await browser.visit(path)
    expect(running.all('.content-migration[data-state="running"] .progress[role="progressbar"]')).toHaveLength(1)
    now += 3_600_000
    const over = await browser.visit(path)
    expect(over.textAt('.progressStatus')).toBe('Completed')
    expect(over.all('.progress[aria-valuenow="100"]')).toHaveLength(1)
  })
})

describe('Student View', () => {
  it('goes on as a test student until one leaves', async () => {
    const referer = { Referer: `https://canvas.test${home}/modules` }
    const entered = await teacher.send(
      'POST',
      `${home}/student_view?redirect_to_referer=1`,
      { _method: 'post' },
      referer,
    )
    expect(entered.headers.get('location')).toBe(`${home}/modules`)
    const page = await teacher.visit(`${home}/modules`)
    expect(page.env.current_user_roles).toEqual(['user', 'fake_student'])
    expect(page.all('#easy_student_view')).toHaveLength(0)
    expect(page.all('.leave_student_view')).toHaveLength(1)
    expect((await teacher.visit(`${home}/settings`)).all('.leave_student_view')).toHaveLength(1)
    await teacher.send('POST', `${home}/student_view`, { _method: 'delete' })
    expect((await teacher.visit(`${home}/modules`)).all('#easy_student_view')).toHaveLength(1)
  })

  it('is not for students, and not without the token', async () => {
    expect((await student.send('POST', `${home}/student_view`)).status).toBe(403)
    expect((await teacher.send('POST', `${home}/student_view`, { authenticity_token: '' })).status).toBe(422)
  })

  it('uses one test student for a course, whom nobody can sign in as by name', async () => {
    for (let n = 0; n < 2; n += 1) {
      await teacher.send('POST', `${home}/student_view`)
      await teacher.send('POST', `${home}/student_view`, { _method: 'delete' })
    }
    const people = [...stage.sandbox.world.rows.users.values()].filter(user => user.isTestStudent)
    expect(people).toHaveLength(1)
    expect((await teacher.visit('/')).textAt('.sandbox-sign-in')).not.toContain(people[0]?.login)
  })
})

describe('language and contrast', () => {
  it.each([
    ['ar', 'dir="rtl" lang="ar"'],
    ['he', 'dir="rtl" lang="he"'],
    ['de', 'dir="ltr" lang="de"'],
    ['"><script>', 'dir="ltr" lang="en"'],
    ['xx-', 'dir="ltr" lang="en"'],
  ])('follow ?lang=%s', async (lang, written) => {
    const page = await teacher.visit(`${home}/modules?lang=${encodeURIComponent(lang)}`)
    expect(page.text).toContain(written)
  })

  it('are a person’s own settings too', async () => {
    await teacher.send('POST', '/profile/settings', { 'user[locale]': 'ar', 'user[high_contrast]': '1' })
    const page = await teacher.visit(home)
    expect(page.all('html.high-contrast[dir="rtl"][lang="ar"]')).toHaveLength(1)
    expect(page.env).toMatchObject({ LOCALE: 'ar', use_high_contrast: true })
    expect((await student.visit(home)).all('html.high-contrast')).toHaveLength(0)
  })
})

describe('an institution’s theme', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'theme-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const themed = async (more = {}) => {
    const [themeJs, themeCss] = [join(folder, 'theme.js'), join(folder, 'theme.css')]
    await writeFile(themeJs, 'one')
    await writeFile(themeCss, 'p {}')
    const { sandbox, courseId } = await createStage({ site: { themeJs, themeCss, ...more } })
    const browser = await openBrowser(sandbox, sandbox.people.teacher)
    return { themeJs, browser, path: `/courses/${courseId}/modules` }
  }

  it('is loaded after ENV and after the page’s own scripts, unless the address says no', async () => {
    const { browser, path } = await themed()
    const { text } = await browser.visit(path)
    const [env, own, theme] = ['ENV = ', 'assets/modules.js', '/sandbox/theme/theme.js?v='].map(part =>
      text.indexOf(part),
    )
    expect([env, own, theme].toSorted((a = 0, b = 0) => a - b)).toEqual([env, own, theme])
    expect(text).toContain('/sandbox/theme/theme.css?v=')
    expect((await browser.visit(`${path}?global_includes=0`)).text).not.toContain('/sandbox/theme/')
  })

  it('is read anew for each request', async () => {
    const { browser, path, themeJs } = await themed()
    const addressIn = (text: string) => /\/sandbox\/theme\/theme\.js\?v=\w+/.exec(text)?.[0] ?? ''
    const before = addressIn((await browser.visit(path)).text)
    await writeFile(themeJs, 'two')
    const after = addressIn((await browser.visit(path)).text)
    expect(after).not.toBe(before)
    expect((await browser.visit(after)).text).toBe('two')
  })

  it('may be away while it is rebuilt', async () => {
    const { browser, path, themeJs } = await themed()
    await rm(themeJs)
    expect((await browser.visit(path)).status).toBe(200)
    expect((await browser.visit('/sandbox/theme/theme.js')).status).toBe(404)
  })

  it('brings its colours and, where it is on, the policy', async () => {
    const { browser, path } = await themed({ brand: 'second', csp: true })
    const page = await browser.visit(path)
    expect(page.text).toContain('--ic-brand-primary:#7a1f3d;')
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect((await teacher.visit(home)).headers.get('content-security-policy')).toBeNull()
    for (const name of [
      'button--primary-bgd',
      'button--primary-text',
      'font-color-dark',
      'primary--primary-bgd-darkened-15',
    ])
      expect(page.text).toContain(`--ic-brand-${name}:#`)
  })
})

describe('nothing of the sandbox', () => {
  it('asks the outside: every address in its pages and files is its own', async () => {
    await stage.addPage('A')
    for (const path of [
      '/login/canvas',
      '/',
      `${home}/modules`,
      `${home}/pages/a`,
      '/sandbox/assets/canvas.css',
      '/sandbox/assets/icons.css',
    ]) {
      const { text } = await teacher.visit(path)
      const outside = [...text.matchAll(/https?:\/\/[^\s"'<)]+/g)].map(([url]) => url)
      expect(
        outside.filter(url => !url.startsWith('https://canvas.test') && url !== 'http://www.w3.org/2000/svg'),
      ).toEqual([])
    }
  })

  it('is slowed down: styles and scripts cost nothing where Canvas throttles', async () => {
    const { sandbox } = await createStage({ flags: { throttle: true }, now: () => 0 })
    const browser = await openBrowser(sandbox, sandbox.people.teacher)
    const pages = await Promise.all(Array.from({ length: 20 }, () => browser.visit('/sandbox/assets/canvas.css')))
    expect(pages.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
  })

  it('is missing: each script and style of a page is served', async () => {
    const pages = await Promise.all(
      [
        `${home}/modules`,
        `${home}/modules?modules_page=lazy`,
        `${home}/modules?modules_page=v2`,
        `${home}/content_migrations`,
      ].map(teacher.visit),
    )
    const named = new Set(
      pages.flatMap(({ text }) => [...text.matchAll(/\/sandbox\/assets\/[\w.-]+/g)].map(([path]) => path)),
    )
    expect(named.size).toBe(9)
    named.add('/sandbox/assets/ask.js')
    for (const path of named) expect((await teacher.visit(path)).status).toBe(200)
  })
})
