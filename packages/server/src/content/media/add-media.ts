import { createReadStream } from 'node:fs'
import { sql } from 'kysely'
import { type Actor, carryOut, type LibraryDb, type Outcome, type Step } from '../../library/carry-out.ts'
import { Refused } from '../../library/refusal.ts'
import { requireAuthor } from '../../library/require.ts'
import { type MediaContent, toMediaContent } from './media-content.ts'
import { digestOf, storeBytes } from './store-bytes.ts'

/** A file on this machine, and how whoever gave it calls it. */
export interface Upload {
  readonly file: string
  readonly fileName: string
}

export interface MediaMade {
  readonly itemId: string
  readonly revisionId: string
  readonly name: string
  readonly content: MediaContent
}

/** A new media asset of the library. */
export async function addMedia(db: LibraryDb, actor: Actor, { file, fileName }: Upload): Promise<Outcome<MediaMade>> {
  const content = toMediaContent(fileName, await digestOf(createReadStream(file)))
  const inputs = { kind: 'media', name: fileName }
  return carryOut(db, { actor, operation: 'create item', courseId: null, inputs }, async step => {
    requireAuthor(step)
    const name = fileName.trim()
    if (name === '') throw new Refused('invalid', 'A file needs a name. Give it one.')
    const revisionId = await insertRevision(step, file, content)
    const { rows } = await sql<{ id: string }>`
      insert into media_asset (workspace_id, name, current_revision_id)
      values (${actor.workspaceId}, ${name}, ${revisionId}) returning id`.execute(step.tx)
    return { itemId: rows[0]?.id ?? '', revisionId, name, content }
  })
}

export interface MediaUpdate extends Upload {
  readonly itemId: string
  /** The revision that whoever updates it has seen. */
  readonly baseRevisionId: string
}

/** *Update everywhere* with other bytes: every course that shows it shows the new ones (library §1.3 *T28*). */
export async function updateMedia(db: LibraryDb, actor: Actor, update: MediaUpdate): Promise<Outcome<MediaMade>> {
  const { file, fileName, itemId, baseRevisionId } = update
  const content = toMediaContent(fileName, await digestOf(createReadStream(file)))
  const inputs = { kind: 'media', itemId }
  return carryOut(db, { actor, operation: 'update item', courseId: null, inputs }, async step => {
    requireAuthor(step)
    const { rows } = await sql<{ name: string; revision: string }>`
      select name, current_revision_id as revision from media_asset
      where id = ${itemId} and workspace_id = ${actor.workspaceId} and trashed_at is null`.execute(step.tx)
    const current = rows[0]
    if (current === undefined) throw new Refused('not-found', 'There is no such item in the library.')
    if (current.revision !== baseRevisionId) {
      const details = { currentRevisionId: current.revision }
      throw new Refused('stale', 'Somebody else has updated this meanwhile. Look at theirs first.', details)
    }
    const revisionId = await insertRevision(step, file, content)
    await sql`update media_asset set current_revision_id = ${revisionId} where id = ${itemId}`.execute(step.tx)
    return { itemId, revisionId, name: current.name, content }
  })
}

async function insertRevision({ tx, actor }: Step, file: string, content: MediaContent): Promise<string> {
  await storeBytes(tx, actor.workspaceId, content, createReadStream(file))
  const { rows } = await sql<{ id: string }>`
    insert into library_revision (workspace_id, content, created_by)
    values (${actor.workspaceId}, ${JSON.stringify(content)}, ${actor.personId}) returning id`.execute(tx)
  return rows[0]?.id ?? ''
}
