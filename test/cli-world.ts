import { createSandbox, type Sandbox, type SandboxOptions, type Served, serveSandbox } from '@recourse/sandbox'
import { type Ran, run } from './cli-run.ts'

/** A served sandbox with an administrator who sets courses up through the REST API, as anybody would. */
export interface CliWorld {
  readonly sandbox: Sandbox
  readonly url: string
  readonly token: string
  readonly close: Served['close']
  readonly addCourse: (name: string, modules: readonly string[]) => Promise<CourseMade>
  readonly copy: (from: number, to: number) => Promise<void>
  readonly putPage: (course: number, slug: string, page: object) => Promise<void>
  readonly readPage: (course: number) => Promise<string>
  readonly call: (method: string, path: string, body?: object) => Promise<Document>
  readonly cli: (words: readonly string[]) => Promise<Ran>
  /** As `cli`, with `--json`: exit code and document. */
  readonly json: (words: readonly string[]) => Promise<{ readonly code: number | null; readonly document: Document }>
  /** A course with a configuration, and its copy. */
  readonly addCopied: (names: readonly string[]) => Promise<{ readonly from: CourseMade; readonly to: CourseMade }>
}

// biome-ignore lint/suspicious/noExplicitAny: tests read documents as a script would, field by field
export type Document = any

export interface CourseMade {
  readonly id: number
  readonly url: string
  /** Ids in the order of the names. */
  readonly modules: readonly number[]
}

export const PAGE = 'canvas-collections-configuration'

export async function openWorld(options: SandboxOptions = {}): Promise<CliWorld> {
  const sandbox = createSandbox(options)
  const { url, close } = await serveSandbox(sandbox, { port: 0 })
  const token = sandbox.people.administrator.tokens[0] ?? ''
  const call = async (method: string, path: string, body?: object): Promise<Document> => {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
    const request = new Request(new URL(path, url), { method, headers, ...(body && { body: JSON.stringify(body) }) })
    const response = await sandbox.quietFetch(request)
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  const addCourse = async (name: string, names: readonly string[]): Promise<CourseMade> => {
    const course = await call('POST', '/api/v1/accounts/1/courses', {
      course: { name, course_code: name },
      offer: true,
    })
    const id: number = course.id
    const modules: number[] = []
    for (const module of names) modules.push(await addModule(id, module))
    return { id, url: `${url}/courses/${id}`, modules }
  }
  const addModule = async (course: number, name: string): Promise<number> => {
    const path = `/api/v1/courses/${course}/modules`
    const { id } = await call('POST', path, { module: { name } })
    await call('PUT', `${path}/${id}`, { module: { published: true } })
    return id
  }
  const putPage = async (course: number, slug: string, page: object): Promise<void> => {
    await call('PUT', `/api/v1/courses/${course}/pages/${slug}`, { wiki_page: page })
  }
  const copy = async (from: number, to: number): Promise<void> => {
    const settings = { source_course_id: String(from) }
    const body = { migration_type: 'course_copy_importer', settings }
    await call('POST', `/api/v1/courses/${to}/content_migrations`, body)
  }
  const readPage = async (course: number): Promise<string> => {
    const { body } = await call('GET', `/api/v1/courses/${course}/pages/${PAGE}`)
    return body
  }
  const cli = (words: readonly string[]): Promise<Ran> => run(['canvas', ...words], { CANVAS_TOKEN: token })
  const json = async (words: readonly string[]) => {
    const { code, stdout, stderr } = await cli([...words, '--json'])
    if (stdout === '') throw new Error(`no document; standard error: ${stderr}`)
    return { code, document: JSON.parse(stdout) as Document }
  }
  const addCopied = async (names: readonly string[]) => {
    const from = await addCourse('MATH101 Semester 1', names)
    await putPage(from.id, PAGE, configurationPage(from, names))
    const to = await addCourse('MATH101 Semester 2', [])
    await copy(from.id, to.id)
    return { from, to }
  }
  return { sandbox, url, token, close, addCourse, copy, putPage, readPage, call, cli, json, addCopied }
}

/** A configuration page as Canvas Collections 1.3 writes it (collections-1.3 §2.1), all modules in one collection. */
export function configurationPage(course: CourseMade, names: readonly string[]): object {
  const MODULES = Object.fromEntries(
    course.modules.map((id, index) => [
      id,
      { name: names[index], collection: 'Lectures', moduleOrder: index + 1, ...card(index) },
    ]),
  )
  const configuration = {
    VISIBILITY: 'all',
    DEFAULT_ACTIVE_COLLECTION: 'Lectures',
    COLLECTIONS: { Lectures: { name: 'Lectures', representation: 'GriffithCards', outputPage: '', includePage: '' } },
    COLLECTIONS_ORDER: ['Lectures'],
    MODULES,
  }
  const text = JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const images = `<div class="cc-card-images" id="cc-course-${course.id}" style="display:none"></div>`
  const body = `<div class="cc_json" style="display:none">${text}</div>${images}`
  return { title: 'Canvas Collections Configuration', body, published: true }
}

function card(index: number): object {
  const date = { label: '', day: 'Mon', date: '9', month: 'Mar', time: '', year: '2026', calendarDate: '2026-03-09' }
  return { description: `<p>About ${index}</p>`, label: '', num: '', ...(index === 0 && { date }) }
}
