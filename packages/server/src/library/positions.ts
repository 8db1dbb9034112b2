import { sql } from 'kysely'
import type { Step } from './carry-out.ts'

/** Behind which one; `null`: first; `undefined`: last. */
export type After = string | null | undefined

/** A place between two rows, so that nobody else's row moves. */
export async function placeInModule({ tx }: Step, moduleId: string, after: After): Promise<string> {
  const { rows } = await sql<{ id: string; position: string }>`
    select learning_object_id as id, position from placement where module_id = ${moduleId} order by position, id`.execute(
    tx,
  )
  return between(tx, rows, after)
}

export async function placeInCourse({ tx }: Step, courseId: string, after: After): Promise<string> {
  const { rows } = await sql<{ id: string; position: string }>`
    select id, position from course_module where course_id = ${courseId} order by position, id`.execute(tx)
  return between(tx, rows, after)
}

async function between(
  tx: Step['tx'],
  siblings: readonly { readonly id: string; readonly position: string }[],
  after: After,
): Promise<string> {
  const index = after === null ? -1 : siblings.findIndex(({ id }) => id === after)
  const before = after === null ? undefined : (siblings[index] ?? siblings.at(-1))
  const next = after === undefined || (after !== null && index < 0) ? undefined : siblings[index + 1]
  // numeric: halving never runs out of places.
  const { rows } = await sql<{ position: string }>`
    select case when ${next?.position ?? null}::numeric is null then coalesce(${before?.position ?? null}::numeric, 0) + 1
      else (coalesce(${before?.position ?? null}::numeric, ${next?.position ?? null}::numeric - 2) + ${next?.position ?? null}::numeric) * 0.5
      end as position`.execute(tx)
  return rows[0]?.position ?? '1'
}
