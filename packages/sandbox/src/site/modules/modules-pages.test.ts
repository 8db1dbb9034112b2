import { beforeEach, describe, expect, it } from 'vitest'
import { attributeOf } from '../../html/tree.ts'
import { createStage, type Stage } from '../course.fixture.ts'
import { openBrowser, type VisitedPage } from '../visit-page.fixture.ts'

type Role = 'administrator' | 'teacher' | 'assistant' | 'student'

let stage: Stage
let ids: { readonly first: number; readonly second: number; readonly hidden: number }
let path = ''

const requirement = { type: 'must_view' }

beforeEach(async () => {
  stage = await createStage()
  const page = await stage.addPage('Read me')
  const first = await stage.addModule('First', [
    { type: 'SubHeader', title: 'Begin' },
    { type: 'Page', page_url: page.url, indent: 1, completion_requirement: requirement },
    { type: 'ExternalUrl', title: 'Map', external_url: 'https://maps.example/', new_tab: true },
  ])
  const second = await stage.addModule('Second')
  await stage.ask('PUT', `${stage.base}/modules/${second}`, { module: { prerequisite_module_ids: [first] } })
  const hidden = await stage.addModule('Hidden', [{ type: 'SubHeader', title: 'Later' }], false)
  ids = { first, second, hidden }
  path = `/courses/${stage.courseId}/modules`
})

async function see(role: Role, address = path): Promise<VisitedPage> {
  const browser = await openBrowser(stage.sandbox, stage.sandbox.people[role])
  return browser.visit(address)
}

/** What scripts of others look for (canvas-api §5, collections-1.3 §6.1): how many, for staff and for students. */
const SELECTORS: readonly (readonly [selector: string, staff: number, student: number])[] = [
  ['#content #context_modules_sortable_container #context_modules', 1, 1],
  ['#context_modules.ig-list', 1, 1],
  ['#context_modules.editable', 1, 0],
  ['.header-bar .header-bar-right', 1, 1],
  ['.header-bar button.add_module_link', 1, 0],
  ['#expand_collapse_all', 1, 1],
  ['#no_context_modules_message', 1, 1],
  ['#context_modules div.item-group-condensed.context_module[data-module-id]', 3, 2],
  ['#context_modules .editable_context_module', 3, 0],
  ['#context_modules .context_module.has_requirements', 1, 1],
  ['#context_modules .ig-header.header', 3, 2],
  ['#context_modules .ig-header h2.screenreader-only', 3, 2],
  ['#context_modules .collapse_module_link[aria-expanded="true"]', 3, 2],
  ['#context_modules .expand_module_link[aria-expanded="false"]', 3, 2],
  ['#context_modules .ig-header .prerequisites_message', 1, 1],
  ['#context_modules .ig-header-admin .publish-icon.module[data-id][data-course-id][data-published]', 3, 0],
  ['#context_modules .publish-icon.module.published', 2, 0],
  ['#context_modules .publish-icon.module.unpublished', 1, 0],
  ['#context_modules .ig-header-admin button.al-trigger', 3, 0],
  ['#context_modules .ig-header-admin ul.al-options .delete_module_link', 3, 0],
  ['#context_modules button.add_module_item_link', 3, 0],
  ['#context_modules .completion_status', 0, 2],
  ['#context_modules .ig-header-admin .completion_status .locked_icon', 0, 2],
  ['#context_modules .completion_status .locked_icon[style]', 0, 1],
  ['.item_name .locked_title', 2, 2],
  ['#context_modules ul.ig-list.items.context_module_items', 3, 2],
  ['#context_modules ul.context_module_items.manageable', 3, 0],
  ['#context_modules li.context_module_item', 4, 3],
  ['li.context_module_item.wiki_page.indent_1.must_view_requirement', 1, 1],
  ['li.context_module_item.context_module_sub_header', 2, 1],
  ['li.context_module_item.external_url.ExternalUrl_0', 1, 1],
  ['.ig-row.with-completion-requirements .module-item-title .item_name a.ig-title.title.item_link', 1, 1],
  ['.ig-row.student-view', 0, 3],
  ['.context_module_item .ig-admin .publish-icon[data-module-item-id]', 4, 0],
  ['#context_module_blank.context_module', 1, 1],
  ['#context_module_item_blank', 1, 0],
  ['.right-of-crumbs', 1, 1],
  ['a#easy_student_view', 1, 0],
  ['#breadcrumbs li', 3, 3],
  ['#section-tabs a.modules.active', 1, 1],
  ['#section-tabs a.settings', 1, 0],
  ['[data-testid="modules-rewrite-container"]', 0, 0],
]

describe('the legacy page', () => {
  it.each(SELECTORS)('has %s %i times for staff, %i times for students', async (selector, staff, student) => {
    expect((await see('teacher')).all(selector)).toHaveLength(staff)
    expect((await see('student')).all(selector)).toHaveLength(student)
  })

  it('names each module by the ids and attributes others rely on', async () => {
    const page = await see('teacher')
    const [module] = page.all(`#context_module_${ids.first}`)
    const names = ['data-module-id', 'data-module-url', 'data-workflow-state', 'aria-label']
    expect(names.map(name => module && attributeOf(module, name))).toEqual([
      `${ids.first}`,
      `${path}/${ids.first}`,
      'active',
      'First',
    ])
    const first = page.all(`#context_module_${ids.first} a`)[0]
    expect(first && attributeOf(first, 'id')).toBe(`module_${ids.first}`)
    expect(page.all(`#context_module_content_${ids.first} ul.items`)).toHaveLength(1)
    const header = page.text.match(new RegExp(`class="ig-header header" id="${ids.first}"`))
    expect(header).not.toBeNull()
  })

  it('tells scripts where they are by ENV, with ids as text', async () => {
    const { env } = await see('teacher')
    const { courseId, sandbox } = stage
    expect(env).toMatchObject({
      course_id: `${courseId}`,
      COURSE_ID: `${courseId}`,
      current_user_id: `${sandbox.people.teacher.id}`,
      current_user_roles: ['user', 'teacher'],
      CONTEXT_URL_ROOT: `/courses/${courseId}`,
      FILES_CONTEXTS: [{ asset_string: `course_${courseId}` }],
      CAN_MANAGE_MODULES: true,
      COLLAPSED_MODULES: [],
    })
    expect((await see('student')).env).toMatchObject({
      current_user_roles: ['user', 'student'],
      CAN_MANAGE_MODULES: false,
    })
  })

  it('remembers for each person what they folded', async () => {
    const browser = await openBrowser(stage.sandbox, stage.sandbox.people.teacher)
    const token = { 'X-CSRF-Token': browser.csrfToken() }
    expect((await browser.send('POST', `${path}/${ids.first}/collapse`, { collapse: '1' }, token)).status).toBe(200)
    const page = await browser.visit(path)
    expect(page.all(`.collapsed_module`)).toHaveLength(1)
    expect(page.env.COLLAPSED_MODULES).toEqual([ids.first])
    expect((await see('student')).all('.collapsed_module')).toHaveLength(0)
  })

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</script><script>alert(1)</script>',
    "$& $' \\1 {{ id }}",
    '😀 \u202eשלום a\u00a0b',
    'x'.repeat(255),
  ])('shows a hostile name as text: %s', async name => {
    await stage.ask('PUT', `${stage.base}/modules/${ids.first}`, { module: { name } })
    for (const kind of ['legacy', 'lazy']) {
      const page = await see('teacher', `${path}?modules_page=${kind}`)
      const [module] = page.all(`#context_module_${ids.first}`)
      expect(module && attributeOf(module, 'aria-label')).toBe(name)
      expect(page.all('img')).toHaveLength(0)
      expect(page.all('[onmouseover]')).toHaveLength(0)
      expect(page.all('script')).toHaveLength(kind === 'legacy' ? 4 : 5)
    }
  })

  it.each([0, 1, 101, 1000])('shows %i modules at once', async count => {
    const { courseId, sandbox, ask } = await createStage()
    for (let n = 0; n < count; n += 1)
      await ask('POST', `/api/v1/courses/${courseId}/modules`, { module: { name: `M${n}` } })
    const browser = await openBrowser(sandbox, sandbox.people.teacher)
    expect((await browser.visit(`/courses/${courseId}/modules`)).all('#context_modules .context_module')).toHaveLength(
      count,
    )
  })
})

describe('the lazy page', () => {
  it('brings the modules without their items', async () => {
    const page = await see('teacher', `${path}?modules_page=lazy`)
    expect(page.all('#context_modules .context_module')).toHaveLength(3)
    expect(page.all('#context_modules .context_module_item')).toHaveLength(0)
    expect(page.all(`#context_module_content_${ids.first}`)).toHaveLength(1)
  })

  it('gives a module’s items in parts, with a Link header', async () => {
    const items = Array.from({ length: 23 }, (_, n) => ({ type: 'SubHeader', title: `Item ${n}` }))
    const id = await stage.addModule('Long', items)
    const page = await see('student', `${path}/${id}/items_html?page=3&per_page=10`)
    expect(page.all('ul.context_module_items li.context_module_item')).toHaveLength(3)
    expect(page.textAt('li .title')).toBe('Item 20')
    expect(page.headers.get('link')).toContain('page=1&per_page=10>; rel="first"')
  })

  it('keeps unpublished modules from students', async () => {
    expect((await see('student', `${path}/${ids.hidden}/items_html`)).status).toBe(404)
    expect((await see('assistant', `${path}/${ids.hidden}/items_html`)).status).toBe(200)
  })
})

describe('the rewritten page', () => {
  it('is empty until its script has drawn it', async () => {
    const page = await see('teacher', `${path}?modules_page=v2`)
    expect(page.all('#content')).toHaveLength(1)
    expect(page.textAt('#content')).toBe('')
    expect(page.all('#context_modules, .context_module, .ig-header, .header-bar')).toHaveLength(0)
    expect(page.all('script[src="/sandbox/assets/modules-v2.js"]')).toHaveLength(1)
  })

  it.each([
    ['teacher', true],
    ['student', false],
  ] as const)('tells a %s’s rights by ENV', async (role, readAsAdmin) => {
    const { env } = await see(role, `${path}?modules_page=v2`)
    expect(env).toMatchObject({
      course_id: `${stage.courseId}`,
      MODULES_PERMISSIONS: { readAsAdmin, canAdd: readAsAdmin, canEdit: readAsAdmin },
      MODULE_TOOLS: { module_menu: [] },
      CONTEXT_MODULES_HEADER_PROPS: { addModule: { visible: readAsAdmin } },
    })
  })

  it('is what a sandbox opens with if it was told so', async () => {
    const { sandbox, courseId } = await createStage({ site: { modulesPage: 'v2' } })
    const browser = await openBrowser(sandbox, sandbox.people.teacher)
    expect((await browser.visit(`/courses/${courseId}/modules`)).all('#context_modules')).toHaveLength(0)
    expect(
      (await browser.visit(`/courses/${courseId}/modules?modules_page=legacy`)).all('#context_modules'),
    ).toHaveLength(1)
  })
})

describe('the home page of a course that shows modules', () => {
  it('holds the same markup', async () => {
    const page = await see('teacher', `/courses/${stage.courseId}`)
    expect(page.all('#course_home_content #context_modules .context_module')).toHaveLength(3)
    expect(page.env.course_id).toBe(`${stage.courseId}`)
  })
})

describe('addresses of modules and items', () => {
  it('lead to the module on its page, and to the content', async () => {
    const { sandbox, ask, base } = stage
    const browser = await openBrowser(sandbox, sandbox.people.teacher)
    const at = async (address: string) => (await browser.visit(address)).headers.get('location')
    expect(await at(`${path}/${ids.first}`)).toBe(`${path}#module_${ids.first}`)
    const items = (await ask('GET', `${base}/modules/${ids.first}/items`)).json
    expect(await at(`${path}/items/${items[1].id}`)).toBe(
      `/courses/${stage.courseId}/pages/read-me?module_item_id=${items[1].id}`,
    )
    expect((await browser.visit(`${path}/items/${items[2].id}`)).all('a[target="_blank"]')).toHaveLength(1)
    expect((await browser.visit(`${path}/items/999999`)).status).toBe(404)
  })

  it('are shut for students while the module is', async () => {
    const page = await stage.addPage('Secret')
    const locked = await stage.addModule('Third', [{ type: 'Page', page_url: page.url }])
    await stage.ask('PUT', `${stage.base}/modules/${locked}`, { module: { prerequisite_module_ids: [ids.first] } })
    const [item] = (await stage.ask('GET', `${stage.base}/modules/${locked}/items`)).json
    const shown = await see('student', `${path}/items/${item.id}`)
    expect([shown.status, shown.all('.lock_explanation').length]).toEqual([200, 1])
    expect((await see('student', `/courses/${stage.courseId}/pages/${page.url}`)).text).not.toContain('<p>Secret</p>')
  })
})
