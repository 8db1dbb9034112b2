import { type ItemKind, type Reach, type ReachedCourse, toReach } from '@recourse/core/library'
import { type RawBuilder, sql } from 'kysely'
import type { Actor, LibraryDb } from './carry-out.ts'

export interface Reached {
  readonly kind: 'object' | 'page' | ItemKind
  readonly id: string
}

/** Every course, not in the trash, that would show a change of this (library §1.1, R2); to be asked before one. */
export async function readReach(db: LibraryDb, actor: Actor, thing: Reached): Promise<Reach> {
  const { rows } = await sql<ReachedCourse>`
    select c.id as "courseId", c.title, ${actor.role === 'administrator'} or exists
      (select from course_author a where a.course_id = c.id and a.person_id = ${actor.personId}) as "isVisible"
    from course c where c.workspace_id = ${actor.workspaceId} and c.trashed_at is null
      and c.id in (select pl.course_id from placement pl where pl.learning_object_id in (${objectsOf(thing)}))
    order by c.title, c.id`.execute(db)
  return toReach(rows)
}

function objectsOf({ kind, id }: Reached): RawBuilder<unknown> {
  if (kind === 'object') return sql`select ${id}::uuid`
  if (kind === 'page') return sql`select learning_object_id from page where id = ${id}`
  return sql`select p.learning_object_id from revision_reference r join page p on p.current_revision_id = r.revision_id
    where r.kind = ${kind} and r.target_id = ${id}`
}
