import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { z } from 'zod'
import { withDatabase } from '../database/open-database.ts'
import type { LibraryDb } from './carry-out.ts'
import { buildWorld, type World } from './world.fixture.ts'

/** What is killed while copies and edits are under way. */
export type Victim = 'the process' | 'the database'

export interface Ground extends AsyncDisposable {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly postmaster: string
  readonly world: World
}

/** A data folder of its own with a course to copy. */
export async function openGround(): Promise<Ground> {
  const top = mkdtempSync(join(tmpdir(), 'recourse-kills-'))
  // PostgreSQL runs as another user where this runs as root.
  chmodSync(top, 0o711)
  const env = { ...process.env, RECOURSE_DATA: join(top, 'data'), DATABASE_URL: '' }
  // The worker is made of what is built.
  execFileSync(
    process.execPath,
    [fileURLToPath(new URL('../../../../bin/recourse.mjs', import.meta.url)), 'db', 'migrate'],
    { env, stdio: 'ignore' },
  )
  const world = await withDatabase({ env }, ({ db }) => buildWorld(db))
  const dispose = async () => rmSync(top, { recursive: true, force: true })
  return { env, world, postmaster: join(top, 'data/postgres/cluster/postmaster.pid'), [Symbol.asyncDispose]: dispose }
}

const line = z.union([z.object({ copy: z.string() }), z.object({ edit: z.number() })])
export type Acknowledged = z.infer<typeof line>

/** Lets a worker work for so long after its first word, kills, and answers what it was told was done. */
export async function killDuring(
  ground: Ground,
  victim: Victim,
  ms: number,
  from: number,
): Promise<readonly Acknowledged[]> {
  const { world, env } = ground
  const given = JSON.stringify({ actor: world.ana, courseId: world.originalId, from })
  const script = fileURLToPath(new URL('./killed-worker.fixture.mjs', import.meta.url))
  const child = spawn(process.execPath, [script, given], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', text => {
    output += text
  })
  const closed = once(child, 'close')
  await Promise.race([once(child.stdout, 'data'), closed])
  await sleep(ms)
  if (victim === 'the database') process.kill(Number(readFileSync(ground.postmaster, 'utf8').split('\n')[0]), 'SIGKILL')
  else child.kill('SIGKILL')
  await closed
  // The last line may have been cut.
  return output
    .split('\n')
    .slice(0, -1)
    .map(text => line.parse(JSON.parse(text)))
}

/** The next start works, nothing that was acknowledged is lost, and there is no half copy. */
export async function checkGround({ env, world }: Ground, acknowledged: readonly Acknowledged[]): Promise<void> {
  await withDatabase({ env }, async ({ db }) => {
    const copies = await readCopies(db)
    const whole = { objects: 3, pages: 4, modules: 2, authors: 1, isReported: true }
    for (const { id, ...copy } of copies) expect(copy, id).toEqual(whole)
    const known = new Set(copies.map(({ id }) => id))
    expect(acknowledged.flatMap(each => ('copy' in each && !known.has(each.copy) ? [each.copy] : []))).toEqual([])
    const last = Math.max(0, ...acknowledged.map(each => ('edit' in each ? each.edit : 0)))
    expect(await readEdit(db, world.originalId)).toBeGreaterThanOrEqual(last)
    expect(await listTorn(db)).toEqual([])
  })
}

interface Copy {
  readonly id: string
}

async function readCopies(db: LibraryDb): Promise<readonly Copy[]> {
  const { rows } = await sql<Copy>`
    select c.id, (select count(*)::integer from placement pl where pl.course_id = c.id) as objects,
      (select count(*)::integer from placement pl join page p using (learning_object_id) where pl.course_id = c.id) as pages,
      (select count(*)::integer from course_module m where m.course_id = c.id) as modules,
      (select count(*)::integer from course_author a where a.course_id = c.id) as authors,
      exists (select from change_log l where l.course_id = c.id and l.report is not null) as "isReported"
    from course c where c.copied_by is not null`.execute(db)
  return rows
}

async function readEdit(db: LibraryDb, courseId: string): Promise<number> {
  const { rows } = await sql<{ text: string }>`
    select coalesce(max(r.blocks -> 0 ->> 'text') filter (where r.blocks -> 0 ->> 'text' ~ '^[0-9]+$'), '0') as text
    from placement pl join page p using (learning_object_id) join page_revision r on r.id = p.current_revision_id
    where pl.course_id = ${courseId}`.execute(db)
  return Number(rows[0]?.text)
}

/** Pages without their Learning Object's list, lists without their pages, and content without its references. */
async function listTorn(db: LibraryDb): Promise<readonly unknown[]> {
  const { rows } = await sql`
    select lo.id from learning_object lo join learning_object_revision r on r.id = lo.current_revision_id
    where array(select unnest(r.page_ids) order by 1) <> array(select id from page where learning_object_id = lo.id order by 1)
    union all select p.id from page p join page_revision r on r.id = p.current_revision_id
    where jsonb_array_length(jsonb_path_query_array(r.blocks, '$[*].references[*]'))
      <> (select count(*) from revision_reference x where x.revision_id = r.id)`.execute(db)
  return rows
}
