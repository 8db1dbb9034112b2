import { describe, expect, it } from 'vitest'
import { fromXml } from 'xast-util-from-xml'
import { groupOf } from '../activities/assignment-groups.ts'
import { createCourse } from '../courses/courses.ts'
import type { GroupRules } from '../model.ts'
import { createSandbox } from '../sandbox.ts'
import { apiCaller } from './api-caller.ts'

function setUp() {
  const sandbox = createSandbox()
  const { world, people } = sandbox
  const admin = apiCaller(sandbox, people.administrator)
  const addCourse = (name: string) => {
    const course = createCourse(world, { accountId: people.account.id, termId: people.defaultTerm.id })
    course.name = name
    world.rows.courses.set(course.id, course)
    return course.id
  }
  const exportOf = async (courseId: number, more: Record<string, unknown> = {}) => {
    const body = { export_type: 'common_cartridge', ...more }
    const { id } = (await admin.post(`/courses/${courseId}/content_exports`, body)).body
    await sandbox.copies.finish()
    return (await admin.get(`/courses/${courseId}/content_exports/${id}`)).body
  }
  const bytesAt = async (url: string) => (await sandbox.fetch(new Request(url))).bytes()
  /** The package travels as a client sends it: downloaded, offered, uploaded. */
  const importInto = async (courseId: number, bytes: Uint8Array<ArrayBuffer>, more: Record<string, unknown> = {}) => {
    const started = await admin.post(`/courses/${courseId}/content_migrations`, {
      migration_type: 'canvas_cartridge_importer',
      pre_attachment: { name: 'export.imscc', size: bytes.length },
      ...more,
    })
    const { upload_url, upload_params } = started.body.pre_attachment
    const form = new FormData()
    for (const [key, value] of Object.entries(upload_params)) form.append(key, String(value))
    form.append('file', new Blob([bytes]), 'export.imscc')
    const stored = await sandbox.fetch(new Request(upload_url, { method: 'POST', body: form }))
    await sandbox.copies.finish()
    const migration = (await admin.get(`/courses/${courseId}/content_migrations/${started.body.id}`)).body
    return { started: started.body, stored: stored.status, migration }
  }
  const pagesOf = (courseId: number) =>
    [...world.rows.pages.values()].filter(page => page.courseId === courseId && page.state !== 'deleted')
  return { sandbox, world, admin, addCourse, exportOf, bytesAt, importInto, pagesOf }
}

const ODD = "A & B <c> \"d\" 'e' $' é ‏עברית‏ 🎓"

describe('a course export', () => {
  it('is a package out of which the course arises again, links and all', async () => {
    const t = setUp()
    const [a, b] = [t.addCourse(ODD), t.addCourse('B')]
    const file = await t.admin.upload(a, 'border & copy #1.png', 'bytes', { parent_folder_path: 'Uploaded Media' })
    await t.admin.post(`/courses/${a}/pages`, { wiki_page: { title: 'Two', body: '<p>2</p>' } })
    const body = `<p title="x">${'&amp;'}<img src="/courses/${a}/files/${file.id}/preview"><a href="/courses/${a}/pages/two">t</a></p>`
    await t.admin.post(`/courses/${a}/pages`, { wiki_page: { title: ODD, body, published: true } })
    const module = (await t.admin.post(`/courses/${a}/modules`, { module: { name: ODD } })).body
    for (const item of [
      { type: 'Page', page_url: 'two' },
      { type: 'SubHeader', title: ODD },
      { type: 'ExternalUrl', title: 'Out', external_url: 'https://example.org/?a=1&b=2' },
      { type: 'File', content_id: file.id },
    ])
      await t.admin.post(`/courses/${a}/modules/${module.id}/items`, { module_item: item })
    const made = await t.exportOf(a)
    expect(made).toMatchObject({ workflow_state: 'exported', export_type: 'common_cartridge', course_id: a })
    const { started, stored, migration } = await t.importInto(b, await t.bytesAt(made.attachment.url))
    expect(started).toMatchObject({ workflow_state: 'pre_processing' })
    expect(stored).toBe(201)
    expect(migration).toMatchObject({ workflow_state: 'completed', migration_issues_count: 0 })
    expect(t.pagesOf(b).map(page => [page.title, page.url, page.state])).toEqual(
      t.pagesOf(a).map(page => [page.title, page.url, page.state]),
    )
    const [copied] = [...t.world.rows.files.values()].filter(row => row.courseId === b)
    expect(copied).toMatchObject({ displayName: 'border & copy #1.png' })
    const odd = t.pagesOf(b).find(page => page.title === ODD)
    expect(odd?.body).toBe(
      `<p title="x">&amp;<img src="/courses/${b}/files/${copied?.id}/preview"><a href="/courses/${b}/pages/two">t</a></p>`,
    )
    const [inB] = (await t.admin.get(`/courses/${b}/modules?include[]=items`)).body
    expect(inB.name).toBe(ODD)
    expect(inB.items.map((item: { type: string; title: string }) => `${item.type} ${item.title}`)).toEqual([
      'Page Two',
      `SubHeader ${ODD}`,
      'ExternalUrl Out',
      'File border & copy #1.png',
    ])
  })

  it('holds the settings and questions of activities and the navigation', async () => {
    const t = setUp()
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    await t.admin.post(`/courses/${a}/assignments`, {
      assignment: { name: 'Essay', submission_types: ['online_upload', 'online_url'] },
    })
    await t.admin.post(`/courses/${a}/quizzes`, { quiz: { title: 'Quiz', time_limit: 30, shuffle_answers: true } })
    await t.admin.put(`/courses/${a}/tabs/files`, { hidden: true })
    const question = fromXml(
      '<item ident="q1" title="One"><presentation><material><mattext>2 &lt; 3?</mattext></material></presentation></item>',
    ).children.find(node => node.type === 'element')
    const quiz = [...t.world.rows.activities.values()].find(row => row.kind === 'quiz')
    if (quiz && question) quiz.questions = [{ identifier: 'q1', title: 'One', type: null, raw: question }]
    const { attachment } = await t.exportOf(a)
    await t.importInto(b, await t.bytesAt(attachment.url))
    const [essay] = (await t.admin.get(`/courses/${b}/assignments`)).body
    expect(essay.submission_types).toEqual(['online_upload', 'online_url'])
    const [copied] = (await t.admin.get(`/courses/${b}/quizzes`)).body
    expect(copied).toMatchObject({ time_limit: 30, shuffle_answers: true, question_count: 1 })
    expect(copied).not.toHaveProperty('questions')
    const tabs = (await t.admin.get(`/courses/${b}/tabs`)).body
    expect(tabs.find((tab: { id: string }) => tab.id === 'files')).toMatchObject({ hidden: true })
  })

  it('carries assignment groups with their rules, and what stands in each, as a copy does', async () => {
    const t = setUp()
    const [a, b, c] = [t.addCourse('A'), t.addCourse('B'), t.addCourse('C')]
    const add = async (path: string, body: object) => (await t.admin.post(`/courses/${a}/${path}`, body)).body
    await t.admin.get(`/courses/${a}/assignment_groups`)
    const exams = await add('assignment_groups', { name: ODD, group_weight: 60.5, position: 2 })
    const essay = await add('assignments', { assignment: { name: 'Essay', assignment_group_id: exams.id } })
    await add('assignments', { assignment: { name: 'Reading' } })
    await add('quizzes', { quiz: { title: 'Test', assignment_group_id: exams.id } })
    const rules = { drop_lowest: 1, never_drop: [essay.id] }
    await t.admin.put(`/courses/${a}/assignment_groups/${exams.id}`, { rules })
    const told = async (course: number) => {
      const groups = (await t.admin.get(`/courses/${course}/assignment_groups`)).body
      const rows = [...t.world.rows.activities.values()].filter(row => row.courseId === course)
      const nameOf = new Map(rows.map(row => [row.id, row.title]))
      return groups.map((group: { id: number; name: string; group_weight: number; rules: GroupRules }) => ({
        ...{ name: group.name, weight: group.group_weight, lowest: group.rules.drop_lowest },
        kept: (group.rules.never_drop ?? []).map(id => nameOf.get(id)),
        rows: rows.filter(row => groupOf(t.world, row).id === group.id).map(row => row.title),
      }))
    }
    const expected = [
      { name: 'Assignments', weight: 0, lowest: undefined, kept: [], rows: ['Reading'] },
      { name: ODD, weight: 60.5, lowest: 1, kept: ['Essay'], rows: ['Essay', 'Test'] },
    ]
    const sorted = (groups: typeof expected) => groups.map(group => ({ ...group, rows: group.rows.toSorted() }))
    expect(sorted(await told(a))).toEqual(expected)
    await t.importInto(b, await t.bytesAt((await t.exportOf(a)).attachment.url))
    expect(sorted(await told(b))).toEqual(expected)
    const settings = { source_course_id: a }
    for (const _again of [1, 2]) {
      await t.admin.post(`/courses/${c}/content_migrations`, { migration_type: 'course_copy_importer', settings })
      await t.sandbox.copies.finish()
    }
    expect(sorted(await told(c))).toEqual(expected)
  })

  it('made here tells its source, so that a mapping can be had', async () => {
    const t = setUp()
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    const module = (await t.admin.post(`/courses/${a}/modules`, { module: { name: 'M' } })).body
    const { attachment } = await t.exportOf(a)
    const { migration } = await t.importInto(b, await t.bytesAt(attachment.url))
    const map = await t.admin.get(`/courses/${b}/content_migrations/${migration.id}/asset_id_mapping`)
    const [copied] = (await t.admin.get(`/courses/${b}/modules`)).body
    expect(map.body).toEqual({ modules: { [module.id]: String(copied.id) } })
  })

  it('can be imported by its id and by its address, and only from this Canvas', async () => {
    const t = setUp()
    const a = t.addCourse('A')
    await t.admin.post(`/courses/${a}/modules`, { module: { name: 'M' } })
    const made = await t.exportOf(a)
    const run = async (settings: Record<string, unknown>) => {
      const b = t.addCourse('B')
      const body = { migration_type: 'canvas_cartridge_importer', settings }
      const { id } = (await t.admin.post(`/courses/${b}/content_migrations`, body)).body
      await t.sandbox.copies.finish()
      const names = (await t.admin.get(`/courses/${b}/modules`)).body.map((row: { name: string }) => row.name)
      return [(await t.admin.get(`/courses/${b}/content_migrations/${id}`)).body.workflow_state, ...names]
    }
    expect(await run({ content_export_id: made.id })).toEqual(['completed', 'M'])
    expect(await run({ file_url: made.attachment.url })).toEqual(['completed', 'M'])
    expect(await run({ file_url: 'https://elsewhere.test/export.imscc' })).toEqual(['failed'])
  })

  it('that is no package fails, says why, and the course stays as it was', async () => {
    const t = setUp()
    const b = t.addCourse('B')
    const { migration } = await t.importInto(b, new TextEncoder().encode('not a zip'))
    expect(migration).toMatchObject({ workflow_state: 'failed', migration_issues_count: 1 })
    expect((await t.admin.get(migration.migration_issues_url)).body).toMatchObject([
      {
        issue_type: 'error',
        description: 'Error identifying package type: This file is not a zip archive, so it cannot be a course export.',
      },
    ])
    expect((await t.admin.get(migration.progress_url)).body).toMatchObject({ workflow_state: 'failed' })
  })

  it('is chosen from where only a part is wanted', async () => {
    const t = setUp()
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    for (const title of ['Yes', 'No']) await t.admin.post(`/courses/${a}/pages`, { wiki_page: { title, body: title } })
    const { attachment } = await t.exportOf(a)
    const bytes = await t.bytesAt(attachment.url)
    const { migration } = await t.importInto(b, bytes, { selective_import: true })
    expect(migration.workflow_state).toBe('waiting_for_select')
    const base = `/courses/${b}/content_migrations/${migration.id}`
    const overview = (await t.admin.get(`${base}/selective_data`)).body
    expect(overview).toContainEqual({
      type: 'wiki_pages',
      property: 'copy[all_wiki_pages]',
      title: 'Pages',
      count: 2,
      sub_items_url: `https://canvas.test/api/v1${base}/selective_data?type=wiki_pages`,
    })
    const [yes] = (await t.admin.get(`${base}/selective_data?type=wiki_pages`)).body
    const property = /\[id_(\w+)\]/.exec(yes.property)?.[1] ?? ''
    await t.admin.put(base, { copy: { wiki_pages: { [`id_${property}`]: 1 } } })
    await t.sandbox.copies.finish()
    expect(t.pagesOf(b).map(page => page.title)).toEqual(['Yes'])
  })
})
