import { type PlacedPage, resolveReference } from '@recourse/core/library'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Actor, LibraryDb, Outcome } from './carry-out.ts'
import { duplicateCourse, shareCourse } from './copy-course.ts'
import { detachObject, reattachObject } from './detach.ts'
import { editPage } from './edit-page.ts'
import { addModule, deleteModule, renameModule } from './modules.ts'
import { createObject, insertDuplicate, insertShared, moveObject, removeObject } from './objects.ts'
import { addPage, copyPage, deletePage, movePage, reorderPages } from './pages.ts'
import type { CourseTree } from './read-course.ts'
import { saveStyle, stylePages } from './styles.ts'
import { undoChange } from './undo.ts'
import { buildWorld, getTree, linkTo, listObjects, must, text, visible } from './world.fixture.ts'

/** Numbers that pick: which operation, in which course, by whom, of which object, page and module. */
export interface Pick {
  readonly operation: number
  readonly course: number
  readonly person: number
  readonly a: number
  readonly b: number
}

const number = fc.nat({ max: 999 })
export const picks = (maxLength: number) =>
  fc.array(fc.record({ operation: number, course: number, person: number, a: number, b: number }), {
    minLength: Math.floor(maxLength / 2),
    maxLength,
  })

interface Scene {
  readonly db: LibraryDb
  readonly actor: Actor
  readonly tree: CourseTree
  readonly a: number
  readonly b: number
  readonly allObjects: readonly string[]
  readonly changes: readonly string[]
}

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)]

type Operation = (scene: Scene) => Promise<Outcome<unknown>> | undefined

const spotOf = ({ tree, b }: Scene) => {
  const module = at(tree.modules, b)
  return module === undefined
    ? undefined
    : { courseId: tree.id, moduleId: module.id, after: b % 3 === 0 ? null : undefined }
}

/** With the object and the page that the numbers name. */
const withObject =
  (work: (scene: Scene, place: { courseId: string; objectId: string }) => Promise<Outcome<unknown>>): Operation =>
  scene => {
    const object = at(listObjects(scene.tree), scene.a)
    return object === undefined ? undefined : work(scene, { courseId: scene.tree.id, objectId: object.id })
  }
const pagesOf = (tree: CourseTree) => listObjects(tree).flatMap(({ pages }) => pages)
const withPage =
  (
    work: (
      scene: Scene,
      page: CourseTree['modules'][number]['objects'][number]['pages'][number],
    ) => Promise<Outcome<unknown>>,
  ): Operation =>
  scene => {
    const page = at(pagesOf(scene.tree), scene.a)
    return page === undefined ? undefined : work(scene, page)
  }
const withSpot =
  (
    work: (
      scene: Scene,
      spot: { courseId: string; moduleId: string; after: null | undefined },
      objectId: string,
    ) => Promise<Outcome<unknown>>,
  ): Operation =>
  scene => {
    const spot = spotOf(scene)
    const objectId = at(scene.allObjects, scene.a)
    return spot === undefined || objectId === undefined
      ? undefined
      : work(scene, { ...spot, after: spot.after }, objectId)
  }

/** `insertion`: nothing that was there may turn elsewhere by it (library §1.6, number 11). */
const operations: Readonly<Record<string, { readonly run: Operation; readonly isInsertion?: true }>> = {
  edit: {
    run: withPage(async ({ db, actor, tree, b }, page) => {
      const target = at(pagesOf(tree), b)
      const references = target === undefined ? [] : [await linkTo(db, target.id)]
      const content = {
        ...page.content,
        blocks: [...page.content.blocks.slice(0, 3), { ...text(`n${b}`, String(b)), references }],
      }
      return editPage(db, actor, { courseId: tree.id, pageId: page.id, baseRevisionId: page.revisionId, content })
    }),
  },
  delete: {
    run: withPage(({ db, actor, tree }, page) => deletePage(db, actor, { courseId: tree.id, pageId: page.id })),
  },
  add: {
    run: withObject(({ db, actor, b }, place) => addPage(db, actor, place, { title: `p${b}`, blocks: [] })),
    isInsertion: true,
  },
  reorder: {
    run: withObject(({ db, actor, tree }, place) => {
      const ids = listObjects(tree).find(({ id }) => id === place.objectId)?.content.pageIds ?? []
      return reorderPages(db, actor, place, ids.toReversed())
    }),
  },
  copy: {
    run: withPage(({ db, actor, tree, b }, page) =>
      copyPage(db, actor, page.id, { courseId: tree.id, objectId: at(listObjects(tree), b)?.id ?? '' }),
    ),
    isInsertion: true,
  },
  move: {
    run: withPage(({ db, actor, tree, b }, page) =>
      movePage(db, actor, {
        courseId: tree.id,
        pageId: page.id,
        objectId: at(listObjects(tree), b)?.id ?? '',
        leavesOthers: b % 2 === 0,
      }),
    ),
  },
  remove: { run: withObject(({ db, actor }, { courseId, objectId }) => removeObject(db, actor, courseId, objectId)) },
  create: {
    run: withSpot(({ db, actor, a }, spot) => createObject(db, actor, spot, { name: `LO ${a}` })),
    isInsertion: true,
  },
  insertShared: { run: withSpot(({ db, actor }, spot, id) => insertShared(db, actor, spot, id)), isInsertion: true },
  insertDuplicate: {
    run: withSpot(({ db, actor }, spot, id) => insertDuplicate(db, actor, spot, id)),
    isInsertion: true,
  },
  moveObject: {
    run: withObject((scene, { objectId }) =>
      moveObject(scene.db, scene.actor, spotOf(scene) ?? { courseId: scene.tree.id, moduleId: '' }, objectId),
    ),
  },
  detach: { run: withObject(({ db, actor }, place) => detachObject(db, actor, place)) },
  reattach: {
    run: withObject(({ db, actor, b }, place) => reattachObject(db, actor, { ...place, discardsMine: b % 2 === 0 })),
  },
  addModule: { run: ({ db, actor, tree, a }) => addModule(db, actor, tree.id, `M${a}`), isInsertion: true },
  renameModule: {
    run: ({ db, actor, tree, a, b }) =>
      renameModule(db, actor, { courseId: tree.id, moduleId: at(tree.modules, a)?.id ?? tree.id }, `R${b}`),
  },
  deleteModule: {
    run: ({ db, actor, tree, a }) =>
      deleteModule(db, actor, { courseId: tree.id, moduleId: at(tree.modules, a)?.id ?? tree.id }),
  },
  saveStyle: {
    run: ({ db, actor, tree, a, b }) =>
      saveStyle(db, actor, tree.id, { key: `s${a % 3}`, name: 'S', definition: { b } }),
  },
  stylePage: {
    run: withPage(({ db, actor, tree, b }, page) =>
      stylePages(db, actor, tree.id, [{ pageId: page.id, styleKey: `s${b % 3}` }]),
    ),
  },
  undo: {
    run: ({ db, actor, changes, a, b }) => {
      const changeId = at(changes, a)
      return changeId === undefined ? undefined : undoChange(db, actor, { changeId, takesTheRest: b % 2 === 0 })
    },
  },
}

const names = Object.keys(operations)

/** A course, a Share and a Duplicate of it, and a third one; after every operation what must hold is asked of all four. */
export async function checkSequence(db: LibraryDb, sequence: readonly Pick[]): Promise<void> {
  const world = await buildWorld(db)
  const wishes = { courseId: world.originalId, title: 'Copy', keepsAuthors: true }
  const shared = await must(shareCourse(db, world.ana, wishes))
  const separate = await must(duplicateCourse(db, world.ana, wishes))
  const courseIds = [world.originalId, shared.courseId, separate.courseId, world.thirdId]
  const people = [world.ana, world.admin]
  const changes: string[] = []
  for (const pick of sequence) {
    const before = await readAll(db, courseIds)
    const name = at(names, pick.operation) ?? 'edit'
    const tree = at(before, pick.course)
    const actor = at(people, pick.person)
    const operation = operations[name]
    if (tree === undefined || actor === undefined || operation === undefined) continue
    const allObjects = before.flatMap(each => listObjects(each).map(({ id }) => id))
    const outcome = await operation.run({ db, actor, tree, a: pick.a, b: pick.b, allObjects, changes })
    if (outcome?.ok === true) changes.push(outcome.changeId)
    const after = await readAll(db, courseIds)
    if (outcome?.ok !== true) expect(after, name).toEqual(before)
    if (name !== 'undo') checkOthers({ before, after, hereId: tree.id })
    if (operation.isInsertion === true) checkTargets(before, after)
    for (const course of after) await checkResolution(db, course)
    await checkPages(db, name)
  }
}

async function readAll(db: LibraryDb, ids: readonly string[]): Promise<readonly CourseTree[]> {
  const trees: CourseTree[] = []
  for (const id of ids) trees.push(await getTree(db, id))
  return trees
}

/** library §1.6, numbers 4 and 5: without an LO in common nothing changes; with one, nothing that is the course's own. */
function checkOthers(given: { before: readonly CourseTree[]; after: readonly CourseTree[]; hereId: string }): void {
  const { before, after, hereId } = given
  const here = before.find(({ id }) => id === hereId)
  const ours = new Set(
    [before, after]
      .flatMap(trees => trees.filter(({ id }) => id === hereId))
      .flatMap(tree => listObjects(tree).map(({ id }) => id)),
  )
  expect(here).toBeDefined()
  before.forEach((course, index) => {
    const now = after[index]
    if (course.id === hereId || now === undefined) return
    const isLinked = listObjects(course).some(({ id }) => ours.has(id))
    if (isLinked) expect(ownFields(now)).toEqual(ownFields(course))
    else expect(visible(now)).toEqual(visible(course))
  })
}

function ownFields({ modules, styles, authors, title, description, playerLayout, details }: CourseTree): unknown {
  const placements = modules.map(({ id, name, objects }) => ({ id, name, objects: objects.map(object => object.id) }))
  return { placements, styles, authors, title, description, playerLayout, details }
}

/** library §1.6, number 11. What led outside may find its own page come in, never another one. */
function checkTargets(before: readonly CourseTree[], after: readonly CourseTree[]): void {
  before.forEach((course, index) => {
    const links = new Map(
      pagesOf(after[index] ?? course).flatMap(({ id, links }) =>
        links.map(link => [`${id} ${link.linkKey} ${link.storedId}`, link]),
      ),
    )
    for (const page of pagesOf(course)) {
      for (const link of page.links) {
        const now = links.get(`${page.id} ${link.linkKey} ${link.storedId}`)
        const allowed = link.targetId === null ? [null, link.storedId] : [link.targetId]
        expect(allowed).toContain(now?.targetId)
      }
    }
  })
}

/** The database's rule and core's are one. */
async function checkResolution(db: LibraryDb, tree: CourseTree): Promise<void> {
  const { rows: pages } = await sql<PlacedPage>`
    select p.id, p.link_key as "linkKey", p.learning_object_id as "objectId", lo.copy_batch as "copyBatch"
    from placement pl join learning_object lo on lo.id = pl.learning_object_id join page p on p.learning_object_id = lo.id
    where pl.course_id = ${tree.id}`.execute(db)
  const { rows: pins } = await sql<{ pageId: string; linkKey: string; storedId: string; targetId: string }>`
    select page_id as "pageId", link_key as "linkKey", stored_id as "storedId", target_id as "targetId"
    from reference_pin where course_id = ${tree.id}`.execute(db)
  for (const page of pagesOf(tree)) {
    const from = pages.find(({ id }) => id === page.id)
    expect(from).toBeDefined()
    for (const { rule, targetId, linkKey, storedId } of from === undefined ? [] : page.links) {
      const resolved = resolveReference({ pages, pins }, from ?? { id: '', linkKey, objectId: '', copyBatch: null }, {
        linkKey,
        pageId: storedId,
      })
      expect({ rule, targetId }).toEqual(resolved)
    }
  }
}

/** library §1.6, number 6. */
async function checkPages(db: LibraryDb, name: string): Promise<void> {
  const { rows } = await sql`
    select lo.id from learning_object lo join learning_object_revision r on r.id = lo.current_revision_id
    where array(select unnest(r.page_ids) order by 1) <> array(select id from page where learning_object_id = lo.id order by 1)`.execute(
    db,
  )
  expect(rows, name).toEqual([])
}
