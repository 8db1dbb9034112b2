import { sql } from 'kysely'
import type { Step } from './carry-out.ts'
import { resolvedReferences } from './resolve-references.ts'

interface Resolved {
  readonly page_id: string
  readonly link_key: string
  readonly stored_id: string
  readonly target_id: string | null
}

/**
 * Lets pages into courses without turning any reference elsewhere: one that would lead to another page afterwards is pinned to
 * where it led before (library §1.6, number 11).
 */
export async function keepTargets<T>(step: Step, courseIds: readonly string[], work: () => Promise<T>): Promise<T> {
  const before: (readonly Resolved[])[] = []
  for (const courseId of courseIds) before.push(await resolve(step, courseId))
  const result = await work()
  for (const [index, courseId] of courseIds.entries()) {
    const now = new Map((await resolve(step, courseId)).map(row => [nameOf(row), row.target_id]))
    const turned = (before[index] ?? []).filter(row => now.has(nameOf(row)) && now.get(nameOf(row)) !== row.target_id)
    await pin(step, courseId, turned)
  }
  return result
}

async function resolve({ tx }: Step, courseId: string): Promise<readonly Resolved[]> {
  const { rows } = await sql<Resolved>`select * from ${resolvedReferences(courseId)} l`.execute(tx)
  return rows
}

function nameOf({ page_id, link_key, stored_id }: Resolved): string {
  return `${page_id} ${link_key} ${stored_id}`
}

async function pin({ tx, actor }: Step, courseId: string, references: readonly Resolved[]): Promise<void> {
  if (references.length === 0) return
  await sql`
    insert into reference_pin (workspace_id, course_id, page_id, link_key, stored_id, target_id)
    select ${actor.workspaceId}, ${courseId}, r.page_id, r.link_key, r.stored_id, coalesce(r.target_id, r.stored_id)
    from jsonb_to_recordset(${JSON.stringify(references)})
      as r (page_id uuid, link_key uuid, stored_id uuid, target_id uuid)
    on conflict (course_id, page_id, link_key, stored_id) do nothing`.execute(tx)
}

/** Courses out of the trash or in it: they come back as they went. */
export async function coursesOf({ tx }: Step, objectId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ course_id: string }>`
    select course_id from placement where learning_object_id = ${objectId}`.execute(tx)
  return rows.map(row => row.course_id)
}
