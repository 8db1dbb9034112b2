import type { InvariantCheck } from '@recourse/core/library'
import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { withTestDatabase } from '../database/test-database.fixture.ts'
import { duplicateCourse, shareCourse } from './copy-course.ts'
import { buildWorld, getTree, type World } from './world.fixture.ts'

const database = withTestDatabase()
let world: World
beforeEach(async () => {
  world = await buildWorld(database.db)
})

const CONTENT = 'every page has one copy with the same content and no Course Style'
const LISTS = 'every Learning Object lists the pages that it has'
const LINKS = 'every link leads into the copy, or outside the original as before'
const AUTHOR = 'whoever copies is an author of the copy'

const isCopyOf = (title: string): string =>
  `new.origin_id in (select p.id from page p join page_revision r on r.id = p.current_revision_id where r.title = '${title}')`

/** What is done to rows while they are written, and the invariants that do not hold then. */
const damages: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['a page is left out', 'page', `if ${isCopyOf('c1')} then return null; end if`, [CONTENT, LISTS]],
  ['a page keeps its style', 'page', `if ${isCopyOf('a1')} then new.style_key := 'warm'; end if`, [CONTENT]],
  [
    'a page shows other content',
    'page',
    `if ${isCopyOf('a2')} then select id into new.current_revision_id from page_revision where title = 'b1' limit 1; end if`,
    [CONTENT],
  ],
  [
    'a page comes to another Learning Object',
    'page',
    `if ${isCopyOf('c1')} then select id into new.learning_object_id from learning_object
      where copy_batch = (select copy_batch from learning_object where id = new.learning_object_id)
        and id <> new.learning_object_id limit 1; end if`,
    [CONTENT, LISTS],
  ],
  [
    'a page is no copy of the one it was made of',
    'page',
    `if ${isCopyOf('c1')} then new.origin_id := null; end if`,
    [CONTENT],
  ],
  [
    'a page that is linked to cannot be found by its key',
    'page',
    `if ${isCopyOf('b1')} then new.link_key := gen_random_uuid(); end if`,
    [LINKS],
  ],
  [
    'a link is led elsewhere',
    'page',
    `if ${isCopyOf('a2')} then insert into reference_pin (workspace_id, course_id, page_id, link_key, stored_id, target_id)
      select new.workspace_id, c.id, new.id, x.link_key, x.target_id, new.id
      from revision_reference x, course c where x.revision_id = new.current_revision_id and c.title = 'Copy'; end if`,
    [LINKS],
  ],
  [
    'a page of the original is changed',
    'page',
    `if ${isCopyOf('a2')} then update page set current_revision_id = (select id from page_revision where title = 'b1' limit 1)
      where id = new.origin_id; end if`,
    [CONTENT],
  ],
  ['whoever copies is left out', 'course_author', 'return null', [AUTHOR]],
]

describe('a Duplicate', () => {
  it.each(damages)('in which %s is refused, and nothing of it kept', async (_, table, damage, invariants) => {
    const wishes = { courseId: world.originalId, title: 'Copy', keepsAuthors: true }
    const before = await countRows()
    const outcome = await whileDamaged(table, damage, () => duplicateCourse(database.db, world.ana, wishes))
    expect(outcome).toMatchObject({ ok: false, reason: 'not-whole' })
    expect(listBroken(outcome)).toEqual(invariants)
    expect(await countRows()).toEqual(before)
  })

  it('that places a Learning Object of the original is refused', async () => {
    const damage = `if new.course_id <> '${world.originalId}' then
      select origin_id into new.learning_object_id from learning_object where id = new.learning_object_id; end if`
    const wishes = { courseId: world.originalId, title: 'Copy', keepsAuthors: true }
    const outcome = await whileDamaged('placement', damage, () => duplicateCourse(database.db, world.ana, wishes))
    expect(listBroken(outcome)).toContain('no Learning Object is in both courses')
  })
})

describe('a Share', () => {
  it('in which a Learning Object is left out is refused, and nothing of it kept', async () => {
    const [object] = (await getTree(database.db, world.originalId)).modules[0]?.objects ?? []
    const damage = `if new.learning_object_id = '${object?.id}' then return null; end if`
    const wishes = { courseId: world.originalId, title: 'Copy', keepsAuthors: true }
    const before = await countRows()
    const outcome = await whileDamaged('placement', damage, () => shareCourse(database.db, world.ana, wishes))
    expect(listBroken(outcome)).toEqual(['both courses place the same Learning Objects'])
    expect(await countRows()).toEqual(before)
  })
})

/** The database itself does it, so that nothing of the server has to be different for the test. */
async function whileDamaged<T>(table: string, damage: string, work: () => Promise<T>): Promise<T> {
  await sql`create function damage() returns trigger language plpgsql as ${sql.lit(`begin ${damage}; return new; end`)}`.execute(
    database.db,
  )
  await sql`create trigger damage before insert on ${sql.table(table)} for each row execute function damage()`.execute(
    database.db,
  )
  try {
    return await work()
  } finally {
    await sql`drop function damage cascade`.execute(database.db)
  }
}

function listBroken(outcome: Awaited<ReturnType<typeof duplicateCourse>>): readonly string[] {
  if (outcome.ok) return []
  return (outcome.details as readonly InvariantCheck[]).map(({ invariant }) => invariant)
}

async function countRows(): Promise<unknown> {
  const tables = [
    'course',
    'course_module',
    'learning_object',
    'placement',
    'page',
    'reference_pin',
    'change_log',
    'notice',
  ]
  const counts = tables.map(table => sql`select count(*) as n from ${sql.table(table)}`)
  return (await sql`${sql.join(counts, sql` union all `)}`.execute(database.db)).rows
}
