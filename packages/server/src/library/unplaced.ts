import { type RawBuilder, sql } from 'kysely'

/**
 * Of a Learning Object: no course out of the trash holds it, and it did not go to the trash with one, but was taken out of the
 * last course since (library §1.3 *T44*, library §1.7 *Trash*).
 */
export function isUnplaced(objectId: RawBuilder<unknown>): RawBuilder<boolean> {
  const takenOutAt = sql`(select max(l.at) from change_row r join change_log l on l.id = r.change_id
    where r.row_table = 'placement' and r.before ->> 'learning_object_id' = ${objectId}::text)`
  return sql`not exists (select from placement pl join course c on c.id = pl.course_id where pl.learning_object_id = ${objectId}
    and (c.trashed_at is null or c.trashed_at > coalesce(${takenOutAt}, '-infinity')))`
}
