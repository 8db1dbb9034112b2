import { configurationPage } from '../test/cli-world.ts'
import { addCourse, copy, putPage } from './courses.ts'
import { type BareStage, CONFIGURATION, type Json, readConfiguration } from './stage.ts'

export interface Followed {
  readonly child: number
  readonly lock: () => Promise<void>
  readonly unlock: () => Promise<void>
  readonly sync: () => Promise<void>
}

/** A blueprint with Collections, and a course that follows it. */
export async function addBlueprint(stage: BareStage): Promise<Followed> {
  const { call } = stage
  const names = ['Welcome', 'Week 1']
  const blueprint = await addCourse(stage, 'Blueprint MATH101', names)
  await putPage(stage, blueprint.id, CONFIGURATION, configurationPage(blueprint, names))
  const { id: child } = await addCourse(stage, 'MATH101 Semester 2', [])
  const template = `/api/v1/courses/${blueprint.id}/blueprint_templates/default`
  await call('PUT', `/api/v1/courses/${blueprint.id}`, { course: { blueprint: true } })
  await call('PUT', `${template}/update_associations`, { course_ids_to_add: [child] })
  const restrict = async (restricted: boolean): Promise<void> => {
    const item = { content_type: 'wiki_page', content_id: pageId, restricted }
    await call('PUT', `${template}/restrict_item`, item)
  }
  const pageId = fieldOf(await call('GET', `/api/v1/courses/${blueprint.id}/pages/${CONFIGURATION}`), 'page_id')
  return {
    child,
    lock: () => restrict(true),
    unlock: () => restrict(false),
    sync: async () => {
      await call('POST', `${template}/migrations`, {})
      await stage.sandbox.copies.finish()
    },
  }
}

function fieldOf(json: Json, name: string): Json {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Error('This is no object.')
  return Object.entries(json).find(([key]) => key === name)?.[1] ?? null
}

export interface Copying {
  readonly to: number
  /** The same copy once more. */
  readonly repeat: () => Promise<void>
  readonly cancel: () => Promise<void>
}

/** A copy that has brought the configuration and goes on, on a stage where copies are held. */
export async function addCopying(stage: BareStage): Promise<Copying> {
  const { call } = stage
  const names = ['Welcome', 'Week 1', 'Week 2']
  const from = await addCourse(stage, 'MATH101 Semester 1', names)
  await putPage(stage, from.id, CONFIGURATION, configurationPage(from, names))
  const { id: to } = await addCourse(stage, 'MATH101 Semester 2', [])
  await copy(stage, from.id, to)
  while (!(await readConfiguration(stage, to).catch(() => ''))) await stage.sandbox.copies.step()
  return {
    to,
    repeat: () => copy(stage, from.id, to),
    cancel: async () => {
      const migrations = await call('GET', `/api/v1/courses/${to}/content_migrations`)
      const progress = String(fieldOf(Array.isArray(migrations) ? migrations[0] : null, 'progress_url'))
      await call('POST', `${new URL(progress).pathname}/cancel`)
    },
  }
}
