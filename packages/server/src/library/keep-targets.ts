import { sql } from 'kysely'
import type { Step } from './carry-out.ts'
import { resolvedReferences } from './resolve-references.ts'

interface Reference {
  readonly page_id: string
  readonly link_key: string
  readonly stored_id: string
  readonly target_id: string | null
}

interface Resolved extends Reference {
  readonly rule: string
}

/** Pages, each with the one that takes its place. */
type Successors = ReadonlyMap<string, string>

/**
 * Lets pages into courses, or out of them, without turning any reference elsewhere: one that would lead to another page
 * afterwards is pinned to where it led before, or to what took the place of that (library §1.6, number 11, library §1.7).
 */
export async function keepTargets<T>(
  step: Step,
  courseIds: readonly string[],
  work: () => Promise<T>,
  successors: Successors = new Map(),
): Promise<T> {
  const before: (readonly Resolved[])[] = []
  for (const courseId of courseIds) before.push(await resolve(step, courseId))
  const result = await work()
  for (const [index, courseId] of courseIds.entries()) {
    const wanted = succeed(before[index] ?? [], successors)
    await pin(step, courseId, findTurned(wanted, await resolve(step, courseId)))
  }
  return result
}

async function resolve({ tx }: Step, courseId: string): Promise<readonly Resolved[]> {
  const { rows } = await sql<Resolved>`select * from ${resolvedReferences(courseId)} l`.execute(tx)
  return rows
}

/** Where references are to lead: those of a page are its successor's then, unless that one has its own. */
function succeed(references: readonly Reference[], successors: Successors): ReadonlyMap<string, Reference> {
  const follow = (id: string): string => successors.get(id) ?? id
  const stays = ({ page_id }: Reference): boolean => !successors.has(page_id)
  return new Map(
    references
      .toSorted((a, b) => Number(stays(a)) - Number(stays(b)))
      .map(({ page_id, link_key, stored_id, target_id }) => ({
        page_id: follow(page_id),
        link_key,
        stored_id,
        target_id: target_id && follow(target_id),
      }))
      .map(reference => [nameOf(reference), reference]),
  )
}

function nameOf({ page_id, link_key, stored_id }: Reference): string {
  return `${page_id} ${link_key} ${stored_id}`
}

/** A pinned one that led nowhere has its page back. One that led to the page it names, and leads nowhere now, finds it again. */
function findTurned(wanted: ReadonlyMap<string, Reference>, now: readonly Resolved[]): readonly Reference[] {
  return now.flatMap(row => {
    const before = wanted.get(nameOf(row))
    if (before === undefined || before.target_id === row.target_id) return []
    const isBack = before.target_id === null && row.rule === 'pinned'
    const comesBack = before.target_id === row.stored_id && row.target_id === null
    return isBack || comesBack ? [] : [before]
  })
}

async function pin({ tx, actor }: Step, courseId: string, references: readonly Reference[]): Promise<void> {
  if (references.length === 0) return
  await sql`
    insert into reference_pin (workspace_id, course_id, page_id, link_key, stored_id, target_id)
    select ${actor.workspaceId}, ${courseId}, r.page_id, r.link_key, r.stored_id, coalesce(r.target_id, r.stored_id)
    from jsonb_to_recordset(${JSON.stringify(references)})
      as r (page_id uuid, link_key uuid, stored_id uuid, target_id uuid)
    on conflict (course_id, page_id, link_key, stored_id) do update set target_id = excluded.target_id`.execute(tx)
}

/** Courses out of the trash or in it: they come back as they went. */
export async function coursesOf({ tx }: Step, objectId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ course_id: string }>`
    select course_id from placement where learning_object_id = ${objectId}`.execute(tx)
  return rows.map(row => row.course_id)
}
