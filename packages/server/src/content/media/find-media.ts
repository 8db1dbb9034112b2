import { sql } from 'kysely'
import type { Actor, LibraryDb } from '../../library/index.ts'
import { type MediaContent, mediaContent } from './media-content.ts'

/**
 * A revision that a media asset of the actor's library has or had; `undefined` also for one that is in the trash. Media
 * are common to all who work in a library (library §1.1); reviewers see those that a course in use shows.
 */
export async function findMedia(
  db: LibraryDb,
  { workspaceId, role }: Actor,
  { itemId, revisionId }: { readonly itemId: string; readonly revisionId: string },
): Promise<MediaContent | undefined> {
  const { rows } = await sql<{ content: object; size: string }>`
    select r.content, b.size from media_asset m join library_revision r on r.id = ${revisionId}
    join media_bytes b on b.workspace_id = m.workspace_id and b.hash = r.content ->> 'hash'
    where m.id = ${itemId} and m.workspace_id = ${workspaceId} and r.workspace_id = ${workspaceId} and m.trashed_at is null
      and (m.current_revision_id = r.id or exists (select from change_row c where c.row_id = m.id
        and c.row_table = 'media_asset' and (c.before ->> 'current_revision_id' = r.id::text or c.after ->> 'current_revision_id' = r.id::text)))
      and (${role !== 'reviewer'} or exists (select from revision_reference x join page p on p.current_revision_id = x.revision_id
        join placement pl on pl.learning_object_id = p.learning_object_id join course c on c.id = pl.course_id
        where x.kind = 'media' and x.target_id = m.id and c.trashed_at is null))`.execute(db)
  const parsed = mediaContent.safeParse({ ...rows[0]?.content, size: Number(rows[0]?.size) })
  return parsed.success ? parsed.data : undefined
}
