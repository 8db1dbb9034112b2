import { detachObject } from '../library/index.ts'
import { findObject, getTree, must } from '../library/world.fixture.ts'
import type { RightsWorld } from './rights-world.fixture.ts'

/** What each role is answered, in the order of `roles`. */
export const audiences = {
  'who may open the course': [200, 200, 403, 200, 403, 401, 401, 404],
  'who may change the course': [200, 200, 403, 403, 403, 401, 401, 404],
  'who may change a course that shows it': [200, 200, 200, 403, 403, 401, 401, 404],
  'who works in the library': [200, 200, 200, 403, 403, 401, 401, 200],
  'who works in this library': [200, 200, 200, 403, 403, 401, 401, 404],
  'who is signed in': [200, 200, 200, 200, 200, 401, 401, 200],
  'who sees all of a library': [200, 200, 200, 404, 404, 401, 401, 404],
  'who administers': [200, 403, 403, 403, 403, 401, 401, 200],
  'who administers this workspace': [200, 403, 403, 403, 403, 401, 401, 404],
  everybody: [200, 200, 200, 200, 200, 200, 200, 200],
} as const

export interface RightsRow {
  readonly audience: keyof typeof audiences
  /** Where the route takes any. */
  readonly method?: string
  /** The address, and the JSON of what changes something. */
  readonly ask: (world: RightsWorld) => Asked | Promise<Asked>
}

/** Bytes are sent as a file. */
export type Asked = readonly [path: string, json?: unknown]

const at =
  (end: string, json?: unknown) =>
  (world: RightsWorld): Asked => [`/api/courses/${world.courseId}${end}`, json]

const open = (end: string): RightsRow => ({ audience: 'who may open the course', ask: at(end) })

const change = (end: string, json?: unknown): RightsRow => ({
  audience: 'who may change the course',
  ask: at(end, json),
})

const changing = (ask: (world: RightsWorld) => readonly [end: string, json?: unknown]): RightsRow => ({
  audience: 'who may change the course',
  ask: world => {
    const [end, json] = ask(world)
    return [`/api/courses/${world.courseId}${end}`, json]
  },
})

const page = { title: 'new', blocks: [] }
const texts = { objective: '', keywords: [], reviewExercise: '', questionMode: 'all', questions: [] }

/** Every route of the library, and whom it is for. Whoever adds a route adds its row. */
export const libraryRows: Readonly<Record<string, RightsRow>> = {
  'GET /api/docs': { audience: 'everybody', ask: () => ['/api/docs'] },
  'GET /api/docs.css': { audience: 'everybody', ask: () => ['/api/docs.css'] },
  'GET /api/openapi.json': { audience: 'everybody', ask: () => ['/api/openapi.json'] },

  'GET /api/courses': { audience: 'who is signed in', ask: () => ['/api/courses'] },
  'POST /api/courses': { audience: 'who works in the library', ask: () => ['/api/courses', { title: 'New' }] },
  'GET /api/courses/:courseId': open(''),
  'PATCH /api/courses/:courseId': change('', { description: { from: '', to: 'new' } }),
  'DELETE /api/courses/:courseId': change(''),
  'POST /api/courses/:courseId/restore': {
    audience: 'who may change the course',
    ask: ({ trashedId }) => [`/api/courses/${trashedId}/restore`],
  },
  'GET /api/courses/:courseId/copies/proposal': open('/copies/proposal?mode=share'),
  'POST /api/courses/:courseId/copies': change('/copies', { mode: 'duplicate', title: 'Copy', keepsAuthors: true }),
  'GET /api/courses/:courseId/check': open('/check'),
  'GET /api/courses/:courseId/copy-report': open('/copy-report'),
  'PUT /api/courses/:courseId/authors/:personId': changing(({ people }) => [
    `/authors/${people['an author of another course'].personId}`,
  ]),
  'DELETE /api/courses/:courseId/authors/:personId': changing(({ people }) => [
    `/authors/${people['a reviewer assigned to it'].personId}`,
  ]),

  'POST /api/courses/:courseId/modules': change('/modules', { name: 'New' }),
  'PATCH /api/courses/:courseId/modules/:moduleId': changing(w => [`/modules/${w.moduleId}`, { name: 'Other' }]),
  'DELETE /api/courses/:courseId/modules/:moduleId': changing(w => [`/modules/${w.moduleId}`]),
  'POST /api/courses/:courseId/modules/:moduleId/move': changing(w => [`/modules/${w.moduleId}/move`, {}]),

  'GET /api/objects': { audience: 'who works in the library', ask: () => ['/api/objects'] },
  'GET /api/objects/unplaced': { audience: 'who works in the library', ask: () => ['/api/objects/unplaced'] },
  'POST /api/courses/:courseId/objects': changing(w => ['/objects', { moduleId: w.moduleId, name: 'New' }]),
  'POST /api/courses/:courseId/objects/insert': changing(w => [
    '/objects/insert',
    { moduleId: w.moduleId, objectId: w.unplacedId, mode: 'share' },
  ]),
  'PATCH /api/courses/:courseId/objects/:objectId': changing(w => [
    `/objects/${w.objectId}`,
    { baseRevisionId: w.objectRevisionId, content: { ...texts, name: 'Other' } },
  ]),
  'DELETE /api/courses/:courseId/objects/:objectId': changing(w => [`/objects/${w.objectId}`]),
  'POST /api/courses/:courseId/objects/:objectId/move': changing(w => [
    `/objects/${w.objectId}/move`,
    { moduleId: w.moduleId },
  ]),
  'POST /api/courses/:courseId/objects/:objectId/detach': changing(w => [`/objects/${w.objectId}/detach`]),
  'POST /api/courses/:courseId/objects/:objectId/reattach': {
    audience: 'who may change the course',
    ask: async w => {
      const place = { courseId: w.courseId, objectId: await findHere(w) }
      const { objectId } = await must(detachObject(w.db, w.people['an administrator'], place))
      return [`/api/courses/${w.courseId}/objects/${objectId}/reattach`, {}]
    },
  },
  'PUT /api/courses/:courseId/objects/:objectId/protection': changing(w => [
    `/objects/${w.objectId}/protection`,
    { isProtected: true },
  ]),

  'POST /api/courses/:courseId/objects/:objectId/pages': changing(w => [
    `/objects/${w.objectId}/pages`,
    { content: page },
  ]),
  'POST /api/courses/:courseId/objects/:objectId/pages/order': changing(w => [
    `/objects/${w.objectId}/pages/order`,
    { pageIds: [w.pageId] },
  ]),
  'GET /api/courses/:courseId/pages/:pageId': {
    audience: 'who may open the course',
    ask: w => [`/api/courses/${w.courseId}/pages/${w.pageId}`],
  },
  'PUT /api/courses/:courseId/pages/:pageId': changing(w => [
    `/pages/${w.pageId}`,
    { baseRevisionId: w.revisionId, content: page },
  ]),
  'DELETE /api/courses/:courseId/pages/:pageId': changing(w => [`/pages/${w.pageId}`]),
  'POST /api/courses/:courseId/pages/:pageId/copy': changing(w => [
    `/pages/${w.pageId}/copy`,
    { objectId: w.otherObjectId },
  ]),
  'POST /api/courses/:courseId/pages/:pageId/move': changing(w => [
    `/pages/${w.pageId}/move`,
    { objectId: w.otherObjectId, leavesOthers: true },
  ]),
  'POST /api/courses/:courseId/pages/styles': changing(w => [
    '/pages/styles',
    { pages: [{ pageId: w.pageId, styleKey: 'warm' }] },
  ]),
  'PUT /api/courses/:courseId/styles/:key': change('/styles/cold', { name: 'Cold', definition: {} }),
  'DELETE /api/courses/:courseId/styles/:key': change('/styles/warm'),

  'GET /api/reach/:kind/:id': { audience: 'who is signed in', ask: w => [`/api/reach/page/${w.pageId}`] },
  'GET /api/items': { audience: 'who works in the library', ask: () => ['/api/items'] },
  'POST /api/items': {
    audience: 'who works in the library',
    ask: () => ['/api/items', { kind: 'term', name: 'New', content: { text: 'new' } }],
  },
  'PUT /api/items/:kind/:itemId': {
    audience: 'who works in this library',
    ask: w => [`/api/items/term/${w.termId}`, { baseRevisionId: w.termRevisionId, content: { text: 'new' } }],
  },
  'DELETE /api/items/:kind/:itemId': {
    audience: 'who works in this library',
    ask: w => [`/api/items/term/${w.termId}?showsPlaceholder=true`],
  },
  'POST /api/items/:kind/:itemId/replace': {
    audience: 'who works in this library',
    ask: w => [`/api/items/term/${w.termId}/replace`, { byId: w.otherTermId }],
  },
  'GET /api/items/:kind/:itemId/uses': {
    audience: 'who works in this library',
    ask: w => [`/api/items/term/${w.termId}/uses`],
  },

  'GET /api/courses/:courseId/history': open('/history'),
  'GET /api/courses/:courseId/provenance': open('/provenance'),
  'POST /api/changes/:changeId/undo': {
    audience: 'who may change the course',
    ask: w => [`/api/changes/${w.changeId}/undo`, {}],
  },
  'GET /api/notices': { audience: 'who is signed in', ask: () => ['/api/notices'] },
  'POST /api/notices/read': { audience: 'who is signed in', ask: () => ['/api/notices/read', { noticeIds: [] }] },
  'GET /api/proposals': { audience: 'who is signed in', ask: () => ['/api/proposals'] },
  'POST /api/proposals/:proposalId/accept': {
    audience: 'who may change the course',
    ask: w => [`/api/proposals/${w.proposalId}/accept`, { courseId: w.courseId }],
  },
  'POST /api/proposals/:proposalId/decline': {
    audience: 'who may change a course that shows it',
    ask: w => [`/api/proposals/${w.proposalId}/decline`],
  },
}

/** Once detached it is another one. */
async function findHere(w: RightsWorld): Promise<string> {
  return findObject(await getTree(w.db, w.courseId), 'A').id
}
