import { sql } from 'kysely'
import type { Step } from '../../library/carry-out.ts'
import type { Known } from './find-known.ts'

/** Which library the keys are of, and the revisions that the archive has of them. */
interface Origin {
  readonly source: string
  readonly revisions: ReadonlyMap<string, string>
}

/**
 * Of what is used again: keys of what was changed here since the archive was made, or since it came in from another library. What
 * came in has a revision of its own here: the one that the journal has it begin with.
 */
export async function findMovedOn(
  { tx, actor }: Step,
  { source, revisions }: Origin,
  { objects, pages, items }: Known,
): Promise<ReadonlySet<string>> {
  const used = [
    ...[...objects].map(([key, id]) => ({ key, id })),
    ...[...pages].map(([key, { id }]) => ({ key, id })),
    ...[...items].map(([name, id]) => ({ key: name.slice(name.indexOf(' ') + 1), id })),
  ]
    .filter(({ key }) => revisions.has(key))
    .map(each => ({ ...each, revision: revisions.get(each.key) }))
  const { rows } = await sql<{ key: string }>`
    select u.key from jsonb_to_recordset(${JSON.stringify(used)}) as u (key text, id uuid, revision text)
    join (select id, current_revision_id from learning_object union all select id, current_revision_id from page
      union all select id, current_revision_id from media_asset union all select id, current_revision_id from resource
      union all select id, current_revision_id from glossary_term) now using (id)
    where now.current_revision_id::text <> case when u.key = u.id::text then u.revision else (
      select c.before ->> 'current_revision_id' from change_row c join change_log l on l.id = c.change_id
      where c.row_id = u.id and c.before ? 'current_revision_id'
        and exists (select from import_origin o where o.workspace_id = ${actor.workspaceId} and o.source = ${source}
          and o.origin_id = u.key and o.revision = u.revision and o.row_id = u.id)
      order by l.sequence, c.sequence limit 1) end`.execute(tx)
  return new Set(rows.map(({ key }) => key))
}
