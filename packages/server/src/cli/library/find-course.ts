import { sql } from 'kysely'
import { readable } from '../../library/readable.ts'
import { CliError } from '../cli-error.ts'
import type { OpenLibrary } from './open-library.ts'

export interface NamedCourse {
  readonly courseId: string
  readonly title: string
}

const FEWEST = 4

/** A course by its id, the unique start of it, or its exact title; one in the trash only where nothing else is meant. */
export async function findCourse({ db, actor }: OpenLibrary, words: string): Promise<NamedCourse> {
  const start = words.length >= FEWEST && /^[\da-f-]+$/i.test(words) ? `${words.toLowerCase()}%` : ''
  const { rows } = await sql<NamedCourse & { isTrashed: boolean; isExact: boolean }>`
    select c.id as "courseId", c.title, c.trashed_at is not null as "isTrashed", c.id::text = lower(${words}) as "isExact"
    from course c where c.workspace_id = ${actor.workspaceId} and ${readable(actor, sql`c.id`)}
      and (c.id::text like ${start} or c.title = ${words}) order by c.created_at, c.id limit 20`.execute(db)
  const exact = rows.filter(({ isExact }) => isExact)
  const live = rows.filter(({ isTrashed }) => !isTrashed)
  const found = exact.length > 0 ? exact : live.length > 0 ? live : rows
  const [only] = found
  if (only === undefined) throw notFound(words)
  if (found.length > 1) throw ambiguous(words, found)
  return { courseId: only.courseId, title: only.title }
}

function notFound(words: string): CliError {
  const message = `There is no course “${words}” that this person may open.`
  return new CliError(
    'usage',
    message,
    'Name it by id, the start of its id, or its exact title: see recourse library list.',
  )
}

function ambiguous(words: string, found: readonly NamedCourse[]): CliError {
  const ids = found.map(({ courseId }) => courseId).join(', ')
  return new CliError('usage', `Several courses could be meant by “${words}”: ${ids}.`, 'Name one by its id.')
}
