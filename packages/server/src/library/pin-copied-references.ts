import type { CopyMode } from '@recourse/core/library'
import { sql } from 'kysely'
import type { Step } from './carry-out.ts'
import type { CopyPair } from './copy-course.ts'
import { keysOfSeveral } from './resolve-references.ts'

/**
 * A Share has the pages of its original and takes over its pins. In a Duplicate, what led outside is pinned there, and what the
 * rules would lead to another page than the copy of the one it led to is pinned to that copy (library §1.6, number 7): in a
 * copy all LOs are of one batch, so that only the same LO, or a key that is there once, leads on by itself.
 */
export async function pinCopiedReferences({ tx }: Step, { batch, from, to }: CopyPair, mode: CopyMode): Promise<void> {
  if (mode === 'share') {
    await sql`
      insert into reference_pin (workspace_id, course_id, page_id, link_key, stored_id, target_id)
      select workspace_id, ${to}, page_id, link_key, stored_id, target_id
      from reference_pin where course_id = ${from}`.execute(tx)
    return
  }
  await sql`
    insert into reference_pin (workspace_id, course_id, page_id, link_key, stored_id, target_id)
    select c.workspace_id, c.id, copied_id(${batch}, original.page_id), original.link_key, original.stored_id,
      case when original.target_id is null then coalesce(pin.target_id, original.stored_id)
        else copied_id(${batch}, original.target_id) end
    from course c, original_link original
    left join reference_pin pin on pin.course_id = ${from} and pin.page_id = original.page_id
      and pin.link_key = original.link_key and pin.stored_id = original.stored_id
    where c.id = ${to} and (original.rule in ('pinned', 'stored', 'outside') or (original.rule = 'same batch'
      and original.link_key in (${keysOfSeveral(sql`original_page`)})))`.execute(tx)
}
