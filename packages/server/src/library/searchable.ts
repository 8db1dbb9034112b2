import { type RawBuilder, sql } from 'kysely'

/** Without case, accents and ligatures; letters that have no parts are named. */
function searchable(text: RawBuilder<unknown>): RawBuilder<string> {
  const parted = sql`normalize(lower(${text} collate "und-x-icu"), nfkd)`
  return sql`translate(regexp_replace(${parted}, '[\u0300-\u036f]', '', 'g'), 'øłđħı', 'oldhi')`
}

/** Every word of the search is somewhere in the text; an empty search finds all. */
export function matches(text: RawBuilder<unknown>, search = ''): RawBuilder<boolean> {
  const words = search.split(/\s+/u).filter(word => word !== '')
  if (words.length === 0) return sql`true`
  // A wildcard in a word is a character like any other.
  const pattern = sql`'%' || regexp_replace(${searchable(sql`word`)}, '([\\\\%_])', '\\\\\\1', 'g') || '%'`
  return sql`${searchable(text)} like all (array(select ${pattern} from unnest(${words}::text[]) word))`
}
