import type { Page } from '@playwright/test'
import { createCanvas, uploadFile } from '@recourse/canvas'
import { toCourseId } from '@recourse/core'
import { createUser, enroll, ROLES } from '@recourse/sandbox'
import { addCourse, copy, putPage } from './courses.ts'
import { type GalleryModule, galleryModules } from './gallery-modules.ts'
import { type BareStage, CONFIGURATION, type Json, ours } from './stage.ts'

/** Who looks: the login, and what they are in the course. */
export const galleryRoles = {
  teacher: 'TeacherEnrollment',
  assistant: 'TA without pages',
  student: 'StudentEnrollment',
  observer: 'ObserverEnrollment',
} as const

export type GalleryRole = keyof typeof galleryRoles

const collections: Readonly<Record<string, object>> = {
  Cards: { representation: 'GriffithCards', includePage: 'Read me' },
  Rows: { representation: 'HorizontalCards', includePage: 'Read me', includeAfter: true },
  Table: { representation: 'AssessmentTable' },
  Everything: { representation: 'CollectionsTable' },
  'Only a page': { representation: 'CollectionOnly', includePage: 'Read me' },
  'Nothing in it': { representation: 'GriffithCards' },
  'A page that is gone': { representation: 'CollectionOnly', includePage: 'Gone' },
  'Drawn by nobody': { representation: 'FancyCards' },
  Hidden: { representation: 'HorizontalCards', hide: true, unallocated: true },
}

/** Those that hold a module in each state. */
const filled = ['Cards', 'Rows', 'Table'] as const

export const galleryCollections: readonly string[] = Object.keys(collections)

export interface GalleryCourses {
  readonly source: number
  readonly copy: number
}

/** A course with everything that there is, and its imported copy; everybody in both has done the same. */
export async function addGalleryCourses(stage: BareStage, page: Page): Promise<GalleryCourses> {
  createUser(stage.sandbox.world, { name: 'Ola Observer', login: 'observer' })
  const source = await addSource(stage)
  const { id } = await addCourse(stage, 'Soil 101 (copy)', [])
  await copy(stage, source, id)
  await stage.sandbox.copies.finish()
  for (const course of [source, id]) enrolAll(stage, course)
  await importInto(stage, page, id)
  for (const course of [source, id]) await seeItems(stage, course)
  return { source, copy: id }
}

async function addSource(stage: BareStage): Promise<number> {
  const { id } = await addCourse(stage, 'Soil 101', [])
  await putPage(stage, id, 'read-me', {
    title: 'Read me',
    body: '<h2>Before you dig</h2><p>Ask who owns the ground, and what lies in it.</p>',
    published: true,
  })
  const course = `${stage.url}/courses/${id}`
  const picture = `${course}/files/${await addPicture(stage, id)}/download`
  const entries: (readonly [number, object])[] = []
  for (const collection of filled)
    for (const module of galleryModules) {
      const entry = { ...blank, name: module.name, collection, ...module.entry, moduleOrder: entries.length + 1 }
      const text = JSON.stringify(entry).replaceAll('{picture}', picture).replaceAll('{course}', course)
      entries.push([await addModule(stage, id, module), JSON.parse(text)])
    }
  await addModule(stage, id, { name: 'In no collection', entry: {} })
  await putPage(stage, id, CONFIGURATION, configurationOf(id, entries))
  return id
}

const blank = {
  ...{ description: '', label: '', num: '', date: {}, engage: true, engageText: 'Engage' },
  dateShow: {
    ...{ label: true, day: true, time: true, month: true, date: true },
    ...{ toDay: true, toTime: true, toMonth: true, toDate: true },
  },
}

function configurationOf(courseId: number, entries: readonly (readonly [number, object])[]): object {
  const configuration = {
    VISIBILITY: 'all',
    DEFAULT_ACTIVE_COLLECTION: 'Cards',
    COLLECTIONS: collections,
    COLLECTIONS_ORDER: galleryCollections,
    MODULES: Object.fromEntries(entries.map(([id, entry]) => [id, { ...entry, id }])),
  }
  const text = JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const images = `<div class="cc-card-images" id="cc-course-${courseId}" style="display:none"></div>`
  const body = `<div class="cc_json" style="display:none">${text}</div>${images}`
  return { title: 'Canvas Collections Configuration', body, published: true }
}

async function addPicture({ sandbox, url }: BareStage, courseId: number): Promise<string> {
  const token = sandbox.people.administrator.tokens[0] ?? ''
  const canvas = createCanvas({ origin: url, fetch: sandbox.quietFetch, auth: { kind: 'token', token } })
  const hill = (y: number, colour: string) => `<path fill="${colour}" d="M0 ${y}q160-90 320 0t320-30v400H0z"/>`
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><path fill="#bcd7ea" d="M0 0h640v360H0z"/>${hill(190, '#5d7f3b')}${hill(250, '#8a5a33')}${hill(310, '#4a3524')}</svg>`
  const content = new Blob([drawing], { type: 'image/svg+xml' })
  return (await uploadFile(canvas, toCourseId(String(courseId)), { name: 'hill.svg', content })).id
}

async function addModule(stage: BareStage, course: number, module: GalleryModule): Promise<number> {
  const path = `/api/v1/courses/${course}/modules`
  const earlier = module.after === undefined ? [] : (await findAll(stage, course, module.after)).slice(-1)
  const settings = { unlock_at: module.unlockAt ?? null, prerequisite_module_ids: earlier.map(({ id }) => id) }
  const { id } = toRow(await stage.call('POST', path, { module: { name: module.name, ...settings } }))
  for (let n = 1; n <= (module.toSee?.items ?? 0); n += 1) {
    const item = { type: 'ExternalUrl', title: `Look ${n}`, external_url: 'https://soil.example/' }
    const completion_requirement = { type: 'must_view' }
    await stage.call('POST', `${path}/${id}/items`, { module_item: { ...item, completion_requirement } })
  }
  await stage.call('PUT', `${path}/${id}`, { module: { published: module.isPublished ?? true } })
  return id
}

interface Row {
  readonly id: number
  readonly name: string
}

async function findAll({ call }: BareStage, course: number, name: string): Promise<readonly Row[]> {
  const rows = toRows(await call('GET', `/api/v1/courses/${course}/modules?per_page=100`))
  return rows.filter(row => row.name === name)
}

const toRow = (json: Json): Row => {
  if (typeof json !== 'object' || json === null || !('id' in json)) throw new Error('This has no id.')
  return { id: Number(json.id), name: 'name' in json ? String(json.name) : '' }
}
const toRows = (json: Json): readonly Row[] => (Array.isArray(json) ? json.map(toRow) : [])

function enrolAll({ sandbox: { world } }: BareStage, courseId: number): void {
  for (const [login, name] of Object.entries(galleryRoles)) {
    const user = [...world.rows.users.values()].find(each => each.login === login)
    const role = ROLES.find(each => each.name === name)
    if (user === undefined || role === undefined) throw new Error(`There is no ${login}.`)
    enroll(world, { courseId, userId: user.id, type: role.type, denied: role.denied })
  }
}

/** By the dialog, as people do it; dates stay. */
async function importInto(stage: BareStage, page: Page, course: number): Promise<void> {
  await stage.open(page, 'admin', course)
  const { dialog } = ours(page)
  await dialog.getByRole('button', { name: /^Proceed/ }).click()
  await dialog.getByText('Collections are imported').waitFor()
}

/** What the student has seen. */
async function seeItems(stage: BareStage, course: number): Promise<void> {
  const { sandbox, url } = stage
  const headers = { authorization: `Bearer ${sandbox.people.student.tokens[0]}` }
  for (const { name, toSee } of galleryModules)
    for (const module of toSee === undefined ? [] : await findAll(stage, course, name)) {
      const path = `/api/v1/courses/${course}/modules/${module.id}/items`
      const items = toRows(await stage.call('GET', path)).slice(0, toSee?.seen)
      for (const { id } of items)
        await sandbox.quietFetch(new Request(`${url}${path}/${id}/mark_read`, { method: 'POST', headers }))
    }
}
