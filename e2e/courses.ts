import { type CourseMade, configurationPage } from '../test/cli-world.ts'
import { type BareStage, CONFIGURATION, type Json } from './stage.ts'

export async function addCourse({ call, url }: BareStage, name: string, names: readonly string[]): Promise<CourseMade> {
  const id = idOf(
    await call('POST', '/api/v1/accounts/1/courses', { course: { name, course_code: name }, offer: true }),
  )
  const modules: number[] = []
  for (const module of names) {
    const path = `/api/v1/courses/${id}/modules`
    const made = idOf(await call('POST', path, { module: { name: module } }))
    await call('PUT', `${path}/${made}`, { module: { published: true } })
    modules.push(made)
  }
  return { id, url: `${url}/courses/${id}`, modules }
}

function idOf(json: Json): number {
  if (typeof json !== 'object' || json === null || !('id' in json)) throw new Error('This has no id.')
  return Number(json.id)
}

export async function copy({ call }: BareStage, from: number, to: number): Promise<void> {
  const settings = { source_course_id: String(from) }
  await call('POST', `/api/v1/courses/${to}/content_migrations`, { migration_type: 'course_copy_importer', settings })
}

export async function putPage({ call }: BareStage, course: number, slug: string, page: object): Promise<void> {
  await call('PUT', `/api/v1/courses/${course}/pages/${slug}`, { wiki_page: page })
}

export interface Copied {
  readonly from: CourseMade
  readonly to: CourseMade
}

/** A course with Collections and its copy, of an administrator. */
export async function addCopied(stage: BareStage, names: readonly string[]): Promise<Copied> {
  const from = await addCourse(stage, 'MATH101 Semester 1', names)
  await putPage(stage, from.id, CONFIGURATION, configurationPage(from, names))
  const to = await addCourse(stage, 'MATH101 Semester 2', [])
  await copy(stage, from.id, to.id)
  await stage.sandbox.copies.finish()
  return { from, to }
}
