import { beforeEach, describe, expect, it } from 'vitest'
import { createCourse } from '../courses/courses.ts'
import { apiCaller } from '../migrations/api-caller.ts'
import { createSandbox, type Sandbox } from '../sandbox.ts'

let sandbox: Sandbox
let admin: ReturnType<typeof apiCaller>
let course = 0

const origin = 'https://canvas.test'

function addCourse(): number {
  const { world, people } = sandbox
  const row = createCourse(world, { accountId: people.account.id, termId: people.defaultTerm.id })
  world.rows.courses.set(row.id, row)
  return row.id
}

beforeEach(() => {
  sandbox = createSandbox()
  admin = apiCaller(sandbox, sandbox.people.administrator)
  course = addCourse()
})

const post = async (path: string, body: object) => (await admin.post(`/courses/${course}/${path}`, body)).body
const get = async (path: string) => (await admin.get(`/courses/${course}/${path}`)).body
const put = async (path: string, body: object) => (await admin.put(`/courses/${course}/${path}`, body)).body
const idsOf = (rows: readonly { id: number }[]) => rows.map(({ id }) => id)

describe('a graded quiz', () => {
  it('has an assignment with an id of its own', async () => {
    const quiz = await post('quizzes', { quiz: { title: 'Test', points_possible: 5, due_at: '2026-03-01T00:00:00Z' } })
    expect(quiz.assignment_id).not.toBe(quiz.id)
    expect(await get(`assignments/${quiz.assignment_id}`)).toMatchObject({
      id: quiz.assignment_id,
      name: 'Test',
      points_possible: 5,
      due_at: '2026-03-01T00:00:00Z',
      quiz_id: quiz.id,
      is_quiz_assignment: true,
      submission_types: ['online_quiz'],
      assignment_group_id: quiz.assignment_group_id,
      html_url: expect.stringContaining(`/courses/${course}/assignments/${quiz.assignment_id}`),
    })
    expect(idsOf(await get('assignments'))).toEqual([quiz.assignment_id])
    expect(idsOf(await get(`assignments?assignment_ids[]=${quiz.assignment_id}`))).toEqual([quiz.assignment_id])
    expect((await admin.get(`/courses/${course}/quizzes/${quiz.assignment_id}`)).status).toBe(404)
    expect((await admin.get(`/courses/${course}/assignments/${quiz.id}`)).status).toBe(404)
  })

  it.each(['practice_quiz', 'survey'])('of type %s has none', async quiz_type => {
    const quiz = await post('quizzes', { quiz: { title: 'Try', quiz_type } })
    expect(quiz).toMatchObject({ assignment_id: null })
    expect(quiz).not.toHaveProperty('assignment_group_id')
    expect(await get('assignments')).toEqual([])
  })

  it('loses it and gets one by its type', async () => {
    const { id, assignment_id } = await post('quizzes', { quiz: { title: 'Test' } })
    await put(`quizzes/${id}`, { quiz: { quiz_type: 'practice_quiz' } })
    expect((await admin.get(`/courses/${course}/assignments/${assignment_id}`)).status).toBe(404)
    expect((await put(`quizzes/${id}`, { quiz: { quiz_type: 'graded_survey' } })).assignment_id).toBeTypeOf('number')
  })

  it('is changed, published and deleted through its assignment', async () => {
    const { id, assignment_id } = await post('quizzes', { quiz: { title: 'Test' } })
    const fields = {
      name: 'New',
      description: '<p>x</p>',
      points_possible: 9,
      published: true,
      grading_type: 'percent',
    }
    expect(await put(`assignments/${assignment_id}`, { assignment: fields })).toMatchObject(fields)
    const quiz = await get(`quizzes/${id}`)
    expect(quiz).toMatchObject({ title: 'New', description: '<p>x</p>', points_possible: 9, published: true })
    expect(quiz).not.toHaveProperty('grading_type')
    await admin.del(`/courses/${course}/assignments/${assignment_id}`)
    expect(await get('quizzes')).toEqual([])
  })

  it('cannot be duplicated', async () => {
    const { id, assignment_id } = await post('quizzes', { quiz: { title: 'Test' } })
    expect((await admin.post(`/courses/${course}/quizzes/${id}/duplicate`, {})).status).toBe(404)
    const reply = await admin.post(`/courses/${course}/assignments/${assignment_id}/duplicate`, {})
    expect([reply.status, reply.body]).toEqual([400, { error: 'quiz duplication not implemented' }])
  })
})

describe('a graded discussion', () => {
  const graded = { title: 'Talk', assignment: { points_possible: 3, due_at: '2026-03-01T00:00:00Z' } }

  it('is made with an assignment, and made ungraded without', async () => {
    const topic = await post('discussion_topics', graded)
    expect(topic).toMatchObject({ assignment: { id: topic.assignment_id, points_possible: 3, name: 'Talk' } })
    expect(topic).not.toHaveProperty('todo_date')
    expect(await get(`assignments/${topic.assignment_id}`)).toMatchObject({
      submission_types: ['discussion_topic'],
      is_quiz_assignment: false,
      due_at: '2026-03-01T00:00:00Z',
      discussion_topic: { id: topic.id, assignment_id: topic.assignment_id },
    })
    const ungraded = await put(`discussion_topics/${topic.id}`, { assignment: { set_assignment: false } })
    expect(ungraded.assignment_id).toBeNull()
    expect(ungraded).not.toHaveProperty('assignment')
    expect(await get('assignments')).toEqual([])
  })

  it('comes of an assignment that is to be handed in as one', async () => {
    const made = await post('assignments', { assignment: { name: 'Talk', submission_types: ['discussion_topic'] } })
    const [topic] = await get('discussion_topics')
    expect(topic).toMatchObject({ title: 'Talk', assignment_id: made.id })
    const quiz = await post('assignments', { assignment: { name: 'Test', submission_types: ['online_quiz'] } })
    expect(await get('quizzes')).toMatchObject([{ id: quiz.quiz_id, title: 'Test' }])
  })

  it('is never an announcement', async () => {
    const news = await post('discussion_topics', { ...graded, is_announcement: true })
    expect(news.assignment_id).toBeNull()
  })
})

describe('assignments of quizzes and discussions', () => {
  it('are listed among the others, group by group', async () => {
    const [first] = await get('assignment_groups')
    const second = await post('assignment_groups', { name: 'Exams', position: 2 })
    const test = await post('quizzes', { quiz: { title: 'Test', assignment_group_id: second.id } })
    const essay = await post('assignments', { assignment: { name: 'Essay', assignment_group_id: first.id } })
    const topic = await post('discussion_topics', { title: 'Talk', assignment: { assignment_group_id: first.id } })
    const order = [essay.id, topic.assignment_id, test.assignment_id]
    expect(idsOf(await get('assignments'))).toEqual(order)
    const groups: { assignments: { id: number }[] }[] = await get('assignment_groups?include[]=assignments')
    expect(groups.map(group => idsOf(group.assignments))).toEqual([order.slice(0, 2), order.slice(2)])
  })

  it('stand in modules as quizzes and discussions', async () => {
    const module = await post('modules', { module: { name: 'M' } })
    const quiz = await post('quizzes', { quiz: { title: 'Test' } })
    const topic = await post('discussion_topics', { title: 'Talk', assignment: { points_possible: 1 } })
    for (const { assignment_id } of [quiz, topic])
      await post(`modules/${module.id}/items`, { module_item: { type: 'Assignment', content_id: assignment_id } })
    expect(await get(`modules/${module.id}/items`)).toMatchObject([
      { type: 'Quiz', content_id: quiz.id },
      { type: 'Discussion', content_id: topic.id },
    ])
  })

  it('lead to the quiz or discussion', async () => {
    const quiz = await post('quizzes', { quiz: { title: 'Test', published: true } })
    const address = (path: string) => `${origin}/courses/${course}/${path}`
    const reply = await sandbox.fetch(
      new Request(address(`assignments/${quiz.assignment_id}`), {
        headers: { authorization: `Bearer ${sandbox.people.administrator.tokens[0]}` },
        redirect: 'manual',
      }),
    )
    expect([reply.status, reply.headers.get('location')]).toEqual([302, `/courses/${course}/quizzes/${quiz.id}`])
  })
})

describe('a copy', () => {
  const copyInto = async (destination: number) => {
    const settings = { source_course_id: course }
    const { id } = (
      await admin.post(`/courses/${destination}/content_migrations`, {
        ...{ migration_type: 'course_copy_importer', settings },
      })
    ).body
    await sandbox.copies.finish()
    return id
  }
  const rowsOf = async (of: number, path: string) => (await admin.get(`/courses/${of}/${path}`)).body

  it.each(['a course copy', 'an export package'])('by %s has assignments of its own, and links to them', async way => {
    const quiz = await post('quizzes', { quiz: { title: 'Test', points_possible: 4 } })
    const topic = await post('discussion_topics', {
      title: 'Talk',
      assignment: { points_possible: 2, grading_type: 'percent' },
    })
    const body = `<a href="/courses/${course}/assignments/${quiz.assignment_id}">t</a><a href="/courses/${course}/assignments/${topic.assignment_id}">d</a>`
    await post('pages', { wiki_page: { title: 'Links', body } })
    const destination = addCourse()
    if (way === 'a course copy') await copyInto(destination)
    else await sendPackage(destination)
    const [copiedQuiz] = await rowsOf(destination, 'quizzes')
    const [copiedTopic] = await rowsOf(destination, 'discussion_topics')
    expect(copiedQuiz.assignment_id).not.toBe(quiz.assignment_id)
    expect(copiedTopic.assignment).toMatchObject({ points_possible: 2, grading_type: 'percent' })
    expect((await rowsOf(destination, 'pages/links')).body).toBe(
      [copiedQuiz, copiedTopic]
        .map(({ assignment_id }, place) => {
          const href = `${origin}/courses/${destination}/assignments/${assignment_id}`
          const endpoint = `${origin}/api/v1/courses/${destination}/assignments/${assignment_id}`
          return `<a href="${href}" data-api-endpoint="${endpoint}" data-api-returntype="Assignment">${'td'[place]}</a>`
        })
        .join(''),
    )
  })

  it('again keeps them, and says what became of them', async () => {
    const quiz = await post('quizzes', { quiz: { title: 'Test' } })
    const destination = addCourse()
    await copyInto(destination)
    const [first] = await rowsOf(destination, 'quizzes')
    const migration = await copyInto(destination)
    const [second] = await rowsOf(destination, 'quizzes')
    expect(second.assignment_id).toBe(first.assignment_id)
    const mapping = await rowsOf(destination, `content_migrations/${migration}/asset_id_mapping`)
    expect(mapping.assignments).toEqual({ [quiz.assignment_id]: String(first.assignment_id) })
    expect(mapping.quizzes).toEqual({ [quiz.id]: String(first.id) })
  })

  async function sendPackage(destination: number): Promise<void> {
    const { id } = await post('content_exports', { export_type: 'common_cartridge' })
    await sandbox.copies.finish()
    const { attachment } = await get(`content_exports/${id}`)
    const bytes = await (await sandbox.fetch(new Request(attachment.url))).bytes()
    const started = await admin.post(`/courses/${destination}/content_migrations`, {
      migration_type: 'canvas_cartridge_importer',
      pre_attachment: { name: 'export.imscc', size: bytes.length },
    })
    const { upload_url, upload_params } = started.body.pre_attachment
    const form = new FormData()
    for (const [key, value] of Object.entries(upload_params)) form.append(key, String(value))
    form.append('file', new Blob([bytes]), 'export.imscc')
    await sandbox.fetch(new Request(upload_url, { method: 'POST', body: form }))
    await sandbox.copies.finish()
  }
})
