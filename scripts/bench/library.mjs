import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withDatabase } from '../../packages/server/dist/database/index.js'
import { duplicateCourse, readReach, shareCourse } from '../../packages/server/dist/library/index.js'
import { benchCourseList } from './course-list.mjs'

const runs = 5

/** Share of 1,000 LOs, Duplicate of 10,000 pages beside a bare deep copy, reach in 100,000 pages; on an embedded server of its own, or on the empty database that RECOURSE_BENCH_DATABASE_URL names. */
export async function benchLibrary() {
  const folder = await mkdtemp(join(tmpdir(), 'recourse-bench-'))
  // PostgreSQL runs as another user where this runs as root.
  await chmod(folder, 0o755)
  const url = process.env.RECOURSE_BENCH_DATABASE_URL
  const env = url ? { DATABASE_URL: url } : { RECOURSE_DATA: folder }
  try {
    return await withDatabase({ env }, measure)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure({ db, pool, major }) {
  const actor = await addPerson(pool)
  const courseId = await addCourse(pool, actor, { objects: 1000, pagesEach: 10, links: 3 })
  for (let n = 0; n < 9; n += 1) await addCourse(pool, actor, { objects: 1000, pagesEach: 10, links: 3 })
  await pool.query('analyze')
  const wishes = { courseId, title: 'Copy', keepsAuthors: true }
  const share = await median(() => must(shareCourse(db, actor, wishes)))
  const { rows: pages } = await pool.query(
    'select p.id from page p join placement pl using (learning_object_id) where pl.course_id = $1 limit 1',
    [courseId],
  )
  const reach = await median(() => readReach(db, actor, { kind: 'page', id: pages[0].id }))
  const { rows: items } = await pool.query(
    "select target_id as id from revision_reference where kind = 'media' limit 1",
  )
  const reachOfItem = await median(() => readReach(db, actor, { kind: 'media', id: items[0].id }))
  const duplicateDryRun = await median(() => must(duplicateCourse(db, actor, { ...wishes, isDryRun: true })))
  const bare = await median(() => bareCopy(pool, courseId))
  const check = watchCheck(pool)
  const duplicate = await median(() => must(duplicateCourse(db, actor, wishes)))
  const checkMs = check.end()
  return {
    postgres: major,
    shareOf1000ObjectsMs: share,
    reachOfPageIn100000PagesMs: reach,
    reachOfItemIn100000PagesMs: reachOfItem,
    duplicateOf10000PagesMs: duplicate,
    duplicateWithoutItsCheckMs: tenths(duplicate - checkMs),
    duplicatesCheckMs: checkMs,
    duplicateDryRunMs: duplicateDryRun,
    bareDeepCopyMs: bare,
    courseList: await benchCourseList({ db, pool }, median),
    withinBudget: share <= 100 && reach <= 20 && duplicate <= 1000 && duplicate < bare,
  }
}

async function must(outcome) {
  const result = await outcome
  if (!result.ok) throw new Error(`${result.reason}: ${result.message}`)
}

async function median(call) {
  await call()
  const times = []
  for (let n = 0; n < runs; n += 1) {
    const start = performance.now()
    await call()
    times.push(performance.now() - start)
  }
  return middleOf(times)
}

const middleOf = times => tenths(times.sort((a, b) => a - b)[Math.floor(times.length / 2)])
const tenths = ms => Math.round(ms * 10) / 10

/** The statements with which a Duplicate proves its rows, from the first to the last (library/check-copy.ts). */
function watchCheck(pool) {
  const { prototype } = pool.Client
  const { query } = prototype
  const times = []
  let start = 0
  prototype.query = function (...given) {
    const text = given[0]?.text ?? given[0]
    if (text.includes('table copied_page')) start = performance.now()
    const answer = query.apply(this, given)
    if (text.includes('as counts')) answer.then(() => times.push(performance.now() - start))
    return answer
  }
  return {
    end() {
      prototype.query = query
      return middleOf(times)
    },
  }
}

async function addPerson(pool) {
  const { rows } = await pool.query(`
    with w as (insert into workspace (name) values ('Bench') returning id)
    insert into person (workspace_id, email, name, role) select id, 'bench@example.edu', 'Bench', 'administrator' from w
    returning id as "personId", workspace_id as "workspaceId", role`)
  return rows[0]
}

/** Every page links to two others of the course and uses one media asset. */
async function addCourse(pool, { workspaceId, personId }, { objects, pagesEach, links }) {
  const pages = objects * pagesEach
  const { rows } = await pool.query('insert into course (workspace_id, title) values ($1, $2) returning id', [
    workspaceId,
    'Bench',
  ])
  const courseId = rows[0].id
  const of = kind => `md5('${courseId}' || '${kind}' || n)::uuid`
  await pool.query(`insert into course_author (workspace_id, course_id, person_id) values ('${workspaceId}', '${courseId}', '${personId}');
    insert into course_module (id, workspace_id, course_id, position, name)
      select md5('${courseId}' || 'module' || n)::uuid, '${workspaceId}', '${courseId}', n, 'Module' from generate_series(0, 9) n;
    insert into learning_object_revision (id, workspace_id, name, page_ids)
      select ${of('revision')}, '${workspaceId}', 'LO ' || n,
        array(select md5('${courseId}' || 'page' || (n * ${pagesEach} + k))::uuid from generate_series(0, ${pagesEach - 1}) k)
      from generate_series(0, ${objects - 1}) n;
    insert into learning_object (id, workspace_id, current_revision_id)
      select ${of('object')}, '${workspaceId}', ${of('revision')} from generate_series(0, ${objects - 1}) n;
    insert into placement (workspace_id, course_id, module_id, learning_object_id, position)
      select '${workspaceId}', '${courseId}', md5('${courseId}' || 'module' || n % 10)::uuid, ${of('object')}, n
      from generate_series(0, ${objects - 1}) n;
    insert into page_revision (id, workspace_id, title, blocks)
      select ${of('content')}, '${workspaceId}', 'Page ' || n,
        jsonb_build_array(jsonb_build_object('id', '1', 'kind', 'text', 'text', repeat('word ', 200), 'references', '[]'::jsonb))
      from generate_series(0, ${pages - 1}) n;
    insert into page (id, workspace_id, learning_object_id, current_revision_id, link_key)
      select ${of('page')}, '${workspaceId}', md5('${courseId}' || 'object' || n / ${pagesEach})::uuid, ${of('content')}, ${of('key')}
      from generate_series(0, ${pages - 1}) n;
    insert into revision_reference (revision_id, workspace_id, kind, target_id, link_key)
      select ${of('content')}, '${workspaceId}', 'page', md5('${courseId}' || 'page' || (n + k * 7) % ${pages})::uuid,
        md5('${courseId}' || 'key' || (n + k * 7) % ${pages})::uuid
      from generate_series(0, ${pages - 1}) n, generate_series(1, ${links - 1}) k;
    insert into revision_reference (revision_id, workspace_id, kind, target_id)
      select ${of('content')}, '${workspaceId}', 'media', md5('media' || n % 1000)::uuid from generate_series(0, ${pages - 1}) n;`)
  return courseId
}

/** What a copy without shared revisions would have to write: every LO, page, content and reference again, and nothing else. */
async function bareCopy(pool, courseId) {
  await pool.query(`begin;
    create temporary table pair on commit drop as select p.id as old, gen_random_uuid() as new, p.current_revision_id as revision, gen_random_uuid() as content,
      p.learning_object_id as object from page p join placement pl using (learning_object_id) where pl.course_id = '${courseId}';
    create temporary table object_pair on commit drop as select distinct on (object) object as old, gen_random_uuid() as new from pair;
    insert into learning_object (id, workspace_id, current_revision_id) select o.new, lo.workspace_id, lo.current_revision_id
      from object_pair o join learning_object lo on lo.id = o.old;
    insert into page_revision (id, workspace_id, title, blocks) select x.content, r.workspace_id, r.title, r.blocks
      from pair x join page_revision r on r.id = x.revision;
    insert into page (id, workspace_id, learning_object_id, current_revision_id, link_key)
      select x.new, p.workspace_id, o.new, x.content, p.link_key from pair x join page p on p.id = x.old join object_pair o on o.old = x.object;
    insert into revision_reference (revision_id, workspace_id, kind, target_id, link_key)
      select x.content, r.workspace_id, r.kind, r.target_id, r.link_key from pair x join revision_reference r on r.revision_id = x.revision;
    commit`)
}

if (process.argv[1]?.endsWith('library.mjs')) console.log(JSON.stringify(await benchLibrary(), null, 2))
