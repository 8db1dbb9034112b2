import { toAccountId, toCourseId, toModuleId, toTermId } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { eachAccountCoursePage, listAccountCourses, listTerms } from './accounts.ts'
import { findBlueprintTemplate, listBlueprintImports, listBlueprintSubscriptions } from './blueprints.ts'
import { getCourse, getCoursePermissions, listOwnCourses, updateCourse } from './courses.ts'
import { createModuleItem } from './module-items.ts'
import { createModule, listModulesWithItems, updateModule } from './modules.ts'
import { jsonReply, ORIGIN, scriptCanvas } from './scripted-fetch.ts'
import { getSelf } from './users.ts'

const course = toCourseId('5')
const courseJson = { id: '5', name: 'Old', workflow_state: 'available' }
const notFound = (): Response => jsonReply({ errors: [{ message: 'x' }] }, { status: 404 })

describe('courses', () => {
  it('become plain values, with what a version of Canvas leaves out as null', async () => {
    const full = {
      ...courseJson,
      id: 5,
      blueprint: true,
      enrollment_term_id: 1,
      start_at: '2025-02-01T00:00:00Z',
      term: { id: 1, name: 'Autumn', start_at: null },
      enrollments: [{ type: 'teacher', role: 'TeacherEnrollment' }],
    }
    const { canvas } = scriptCanvas([jsonReply(full), jsonReply(courseJson)])
    expect(await getCourse(canvas, course)).toMatchObject({
      id: '5',
      isBlueprint: true,
      termId: '1',
      term: { id: '1', name: 'Autumn', startAt: null, workflowState: 'active' },
      enrollmentTypes: ['teacher'],
    })
    expect(await getCourse(canvas, course)).toMatchObject({ term: null, startAt: null, isBlueprint: false })
  })

  it('closed by their dates are denied alone and left out of lists', async () => {
    const closed = { id: '6', access_restricted_by_date: true }
    const { canvas } = scriptCanvas([jsonReply(closed), jsonReply([closed, courseJson])])
    await expect(getCourse(canvas, course)).rejects.toMatchObject({ kind: 'denied' })
    expect(await listOwnCourses(canvas)).toMatchObject([{ id: '5' }])
  })

  it('with an id that lost digits, no id, or a date that is none are malformed', async () => {
    for (const bad of [{ id: 2 ** 53 }, { id: '' }, { id: 'x' }, { id: null }, { id: -1 }, { start_at: 'soon' }]) {
      const { canvas } = scriptCanvas([jsonReply({ ...courseJson, ...bad })])
      await expect(getCourse(canvas, course)).rejects.toMatchObject({ kind: 'malformed' })
    }
  })

  it('are changed by what is given, null clearing', async () => {
    const { canvas, requests } = scriptCanvas([jsonReply(courseJson)])
    await updateCourse(canvas, course, { startAt: null, defaultView: 'modules', event: 'offer' })
    expect(await requests[0]?.json()).toEqual({
      course: { start_at: null, default_view: 'modules', event: 'offer' },
    })
  })

  it('tell what one may do', async () => {
    const { canvas, requests } = scriptCanvas([jsonReply({ manage_wiki_update: true, read_sis: false })])
    const rights = await getCoursePermissions(canvas, course, ['manage_wiki_update', 'read_sis'])
    expect(rights).toEqual({ manage_wiki_update: true, read_sis: false })
    expect(decodeURIComponent(requests[0]?.url ?? '')).toContain(
      '?permissions[]=manage_wiki_update&permissions[]=read_sis',
    )
  })
})

describe('accounts', () => {
  const account = toAccountId('1')

  it('list courses by a filter, the parameters of which survive to the next page by Canvas alone', async () => {
    const link = `<${ORIGIN}/api/v1/accounts/1/courses?page=bookmark:x>; rel="next"`
    const { canvas, requests } = scriptCanvas([jsonReply([courseJson], { headers: { link } }), jsonReply([])])
    const filter = {
      termId: toTermId('3'),
      searchTerm: 'MATH & "1"',
      states: ['available'],
      isBlueprint: false,
    } as const
    expect(await listAccountCourses(canvas, account, filter)).toHaveLength(1)
    expect(Object.fromEntries(new URL(requests[0]?.url ?? '').searchParams)).toEqual({
      'include[]': 'term',
      'state[]': 'available',
      enrollment_term_id: '3',
      search_term: 'MATH & "1"',
      blueprint: 'false',
      per_page: '100',
    })
    expect(requests[1]?.url).toBe(`${ORIGIN}/api/v1/accounts/1/courses?page=bookmark:x`)
  })

  it('give courses page by page', async () => {
    const { canvas } = scriptCanvas([jsonReply([courseJson])])
    const pages = []
    for await (const page of eachAccountCoursePage(canvas, account)) pages.push(page.length)
    expect(pages).toEqual([1])
  })

  it('unwrap terms', async () => {
    const { canvas } = scriptCanvas([jsonReply({ enrollment_terms: [{ id: 1, name: 'Default Term' }] })])
    expect(await listTerms(canvas, account)).toMatchObject([{ id: '1', name: 'Default Term' }])
  })
})

describe('modules', () => {
  const moduleJson = (id: string, extra = {}) => ({ id, name: 'M', position: 1, items_count: 1, ...extra })
  const item = { id: '8', module_id: '1', title: 'T', position: 1, indent: 0, type: 'Page', page_url: 't' }

  it('have all their items, also where Canvas leaves them out', async () => {
    const { canvas, requests } = scriptCanvas([
      jsonReply([
        moduleJson('1', { items: [item] }),
        moduleJson('2', { items_count: 101 }),
        moduleJson('3', { items: [] }),
      ]),
      jsonReply([{ ...item, id: '9', content_details: { due_at: '2025-01-01T00:00:00Z', points_possible: 2.5 } }]),
    ])
    const modules = await listModulesWithItems(canvas, course)
    expect(modules.map(module => module.items.map(each => each.id))).toEqual([['8'], ['9'], []])
    expect(modules[1]?.items[0]?.contentDetails).toEqual({
      dueAt: '2025-01-01T00:00:00Z',
      unlockAt: null,
      lockAt: null,
      pointsPossible: 2.5,
    })
    expect(requests[1]?.url).toContain('/modules/2/items?')
  })

  it('tell published, unpublished and not told apart', async () => {
    const replies = [moduleJson('1', { items: [], published: false }), moduleJson('2', { items: [] })]
    const modules = await listModulesWithItems(scriptCanvas([jsonReply(replies)]).canvas, course)
    expect(modules.map(module => module.isPublished)).toEqual([false, null])
  })

  it('are made and changed with Canvas’s names', async () => {
    const { canvas, requests } = scriptCanvas([jsonReply(moduleJson('1')), jsonReply(moduleJson('1'))])
    await createModule(canvas, course, { name: 'A', position: 2 })
    await updateModule(canvas, course, toModuleId('1'), { prerequisiteModuleIds: [], isPublished: true })
    expect(await requests[0]?.json()).toEqual({ module: { name: 'A', position: 2 } })
    expect(await requests[1]?.json()).toEqual({ module: { prerequisite_module_ids: [], published: true } })
  })

  it('take items of every kind, and read kinds that are newer than this client', async () => {
    const { canvas, requests } = scriptCanvas([
      jsonReply(item),
      jsonReply({ ...item, type: 'Hologram', content_id: 0 }),
    ])
    const where = toModuleId('1')
    await createModuleItem(canvas, course, where, {
      type: 'Page',
      pageUrl: 't',
      completionRequirement: { type: 'must_view' },
    })
    const read = await createModuleItem(canvas, course, where, {
      type: 'ExternalUrl',
      title: 'x',
      externalUrl: 'https://x.test',
    })
    expect(read).toMatchObject({ type: 'Hologram', contentId: null })
    expect(await requests[0]?.json()).toEqual({
      module_item: { type: 'Page', page_url: 't', completion_requirement: { type: 'must_view' } },
    })
  })
})

describe('blueprints', () => {
  it('are absent where Canvas has none', async () => {
    const { canvas } = scriptCanvas([notFound(), notFound(), jsonReply([])])
    expect(await findBlueprintTemplate(canvas, course)).toBeUndefined()
    expect(await listBlueprintImports(canvas, course)).toEqual([])
    expect(await listBlueprintSubscriptions(canvas, course)).toEqual([])
  })

  it('tell which course is followed', async () => {
    const blueprint_course = { id: '2', name: 'B', course_code: 'B1', term_name: 'Default Term' }
    const { canvas } = scriptCanvas([jsonReply([{ id: '1', template_id: '4', blueprint_course }])])
    expect(await listBlueprintSubscriptions(canvas, course)).toMatchObject([
      { blueprintCourse: { id: '2', courseCode: 'B1' } },
    ])
  })
})

describe('getSelf', () => {
  it('says who is signed in', async () => {
    const { canvas } = scriptCanvas([jsonReply({ id: 7, name: 'N', email: null })])
    expect(await getSelf(canvas)).toEqual({ id: '7', name: 'N' })
  })
})
