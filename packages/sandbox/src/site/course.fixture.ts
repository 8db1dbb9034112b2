import { type Ask, askAs } from '../ask.ts'
import { enroll } from '../people.ts'
import { WITHOUT_PAGES } from '../roles.ts'
import { createSandbox, type Sandbox, type SandboxOptions } from '../sandbox.ts'

/** A sandbox with one published course in it: everybody takes part but the stranger. */
export interface Stage {
  readonly sandbox: Sandbox
  readonly ask: Ask
  readonly courseId: number
  readonly base: string
  /** A module with its items, published unless told otherwise. */
  readonly addModule: (name: string, items?: readonly object[], isPublished?: boolean) => Promise<number>
  readonly addPage: (title: string, fields?: object) => Promise<{ readonly id: number; readonly url: string }>
}

export async function createStage(options: SandboxOptions = {}): Promise<Stage> {
  const sandbox = createSandbox({ now: () => Date.parse('2026-02-16T00:00:00Z'), ...options })
  const ask = askAs(sandbox, sandbox.people.administrator)
  const course = { name: 'Rock & <b>Roll</b>', course_code: 'ROCK101', default_view: 'modules' }
  const courseId: number = (await ask('POST', '/api/v1/accounts/1/courses', { course, offer: true })).json.id
  const base = `/api/v1/courses/${courseId}`
  const { teacher, designer, assistant, student } = sandbox.people
  enroll(sandbox.world, { courseId, userId: teacher.id, type: 'TeacherEnrollment' })
  enroll(sandbox.world, { courseId, userId: designer.id, type: 'DesignerEnrollment' })
  enroll(sandbox.world, { courseId, userId: assistant.id, type: 'TaEnrollment', denied: WITHOUT_PAGES })
  enroll(sandbox.world, { courseId, userId: student.id, type: 'StudentEnrollment' })
  return {
    sandbox,
    ask,
    courseId,
    base,
    addModule: async (name, items = [], isPublished = true) => {
      const { id } = (await ask('POST', `${base}/modules`, { module: { name } })).json
      for (const item of items) await ask('POST', `${base}/modules/${id}/items`, { module_item: item })
      if (isPublished) await ask('PUT', `${base}/modules/${id}`, { module: { published: true } })
      return id
    },
    addPage: async (title, fields = {}) => {
      const page = { title, body: `<p>${title}</p>`, published: true, ...fields }
      const { json } = await ask('POST', `${base}/pages`, { wiki_page: page })
      return { id: json.page_id, url: json.url }
    },
  }
}
