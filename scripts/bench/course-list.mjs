import { listCourses } from '../../packages/server/dist/library/index.js'

const courses = 10_000

/** The list of courses as people ask for it, in a library of 10,000 with 200,000 placements and 100,000 changes. */
export async function benchCourseList({ db, pool }, median) {
  const { admin, author } = await addLibrary(pool)
  const ask = query => median(() => listCourses(db, admin, query))
  return {
    courses,
    byTitleMs: await ask({}),
    lastPageMs: await ask({ offset: courses - 50 }),
    searchMs: await ask({ search: 'plant éco 77' }),
    byChangeMs: await ask({ sort: 'changed', order: 'desc' }),
    byObjectsMs: await ask({ sort: 'objects', order: 'desc' }),
    byAuthorsMs: await ask({ sort: 'authors' }),
    copiesMs: await ask({ kind: 'share' }),
    ofAnAuthorOf1000Ms: await median(() => listCourses(db, author, { sort: 'changed', order: 'desc' })),
  }
}

async function addLibrary(pool) {
  const { rows } = await pool.query("insert into workspace (name) values ('Courses') returning id")
  const workspaceId = rows[0].id
  const [admin, author] = [
    await addPerson(pool, workspaceId, 'administrator'),
    await addPerson(pool, workspaceId, 'author'),
  ]
  const of = kind => `md5('${workspaceId}' || '${kind}' || n)::uuid`
  await pool.query(`
    insert into course (id, workspace_id, title, copied_from, copied_by)
      select ${of('course')}, '${workspaceId}', (array['Plant Écology', 'Soil Science', 'Ökologie', 'Safety'])[1 + n % 4] || ' ' || n,
        case when n % 3 = 1 then md5('${workspaceId}' || 'course' || n - 1)::uuid end, case when n % 3 = 1 then 'share' end
      from generate_series(0, ${courses - 1}) n`)
  // Else every foreign key of what follows is looked up as in the few courses that were there before.
  await pool.query('analyze course')
  await pool.query(`
    insert into course_author (workspace_id, course_id, person_id)
      select '${workspaceId}', ${of('course')}, case when n % 10 = 0 then '${author.personId}' else '${admin.personId}' end::uuid
      from generate_series(0, ${courses - 1}) n;
    insert into course_module (id, workspace_id, course_id, position, name)
      select ${of('module')}, '${workspaceId}', ${of('course')}, 1, 'Module' from generate_series(0, ${courses - 1}) n;
    insert into learning_object_revision (id, workspace_id, name)
      select ${of('revision')}, '${workspaceId}', 'LO ' || n from generate_series(0, ${courses * 15 - 1}) n;
    insert into learning_object (id, workspace_id, current_revision_id)
      select ${of('object')}, '${workspaceId}', ${of('revision')} from generate_series(0, ${courses * 15 - 1}) n;
    insert into placement (workspace_id, course_id, module_id, learning_object_id, position)
      select '${workspaceId}', ${of('course')}, ${of('module')},
        md5('${workspaceId}' || 'object' || (n * 15 + k) % ${courses * 15})::uuid, k
      from generate_series(0, ${courses - 1}) n, generate_series(0, 19) k;
    insert into change_log (id, workspace_id, operation, course_id, person_id, at)
      select ${of('change')}, '${workspaceId}', 'edit page', md5('${workspaceId}' || 'course' || n % ${courses})::uuid,
        '${admin.personId}', now() - n * interval '1 minute'
      from generate_series(0, ${courses * 10 - 1}) n`)
  await pool.query('analyze')
  await pool.query(`
    insert into change_course (change_id, workspace_id, course_id, sequence)
      select ${of('change')}, '${workspaceId}', md5('${workspaceId}' || 'course' || n % ${courses})::uuid, n
      from generate_series(0, ${courses * 10 - 1}) n;
    analyze`)
  return { admin, author }
}

async function addPerson(pool, workspaceId, role) {
  const { rows } = await pool.query(
    `insert into person (workspace_id, email, name, role) values ($1, $2, $2, $3)
    returning id as "personId", workspace_id as "workspaceId", role`,
    [workspaceId, `${role}@example.edu`, role],
  )
  return rows[0]
}
