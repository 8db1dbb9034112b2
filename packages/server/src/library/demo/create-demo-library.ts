import { Readable } from 'node:stream'
import type { ItemKind } from '@recourse/core/library'
import { sql, type Transaction } from 'kysely'
import { type MediaContent, toMediaContent } from '../../content/media/media-content.ts'
import { digestOf, storeBytes } from '../../content/media/store-bytes.ts'
import type { Schema } from '../../database/schema.ts'
import type { Actor, LibraryDb } from '../carry-out.ts'
import { createItem } from '../items.ts'
import { together } from '../together.ts'
import { type Building, buildCourse } from './build-course.ts'
import { demoItems } from './demo-items.ts'
import { demoPictures } from './demo-pictures.ts'
import { must } from './must.ts'
import { chemicals, firstAid } from './other-courses.ts'
import { safetyBasics } from './safety-basics.ts'
import { type SafetyCourses, tellStory } from './tell-story.ts'

/** Ids of people of the workspace: the last two are authors. */
export interface DemoPeople {
  readonly administrator: string
  /** Has the safety courses. */
  readonly author: string
  /** Works on one of them too, and has a course of their own that the author cannot open. */
  readonly colleague: string
}

export interface DemoLibrary extends SafetyCourses {
  readonly chemicalsId: string
  readonly firstAidId: string
}

const KEY = 'demo library'

/**
 * Courses to try everything on, with a history by several people, made by the library's own acts: all of them or nothing.
 * `undefined`: the workspace has them already.
 */
export function createDemoLibrary(
  db: LibraryDb,
  workspaceId: string,
  people: DemoPeople,
): Promise<DemoLibrary | undefined> {
  return together(db, async tx => {
    const { rows } = await sql`select from request_key where workspace_id = ${workspaceId} and key = ${KEY}`.execute(tx)
    if (rows.length > 0) return undefined
    const library = await build(tx, workspaceId, people)
    // Two who make it at once: the later one ends in a conflict here, and sees it when it tries again.
    await sql`
      insert into request_key (workspace_id, key, change_id)
      select workspace_id, ${KEY}, id from change_log where workspace_id = ${workspaceId} order by sequence desc limit 1`.execute(
      tx,
    )
    return library
  })
}

async function build(db: Transaction<Schema>, workspaceId: string, people: DemoPeople): Promise<DemoLibrary> {
  const administrator: Actor = { workspaceId, personId: people.administrator, role: 'administrator' }
  const author: Actor = { workspaceId, personId: people.author, role: 'author' }
  const colleague: Actor = { workspaceId, personId: people.colleague, role: 'author' }
  const targets: Building['targets'] = await createItems(db, administrator)
  const basicsId = await buildCourse({ db, actor: author, targets }, safetyBasics)
  const chemicalsId = await buildCourse({ db, actor: colleague, targets }, chemicals)
  const firstAidId = await buildCourse({ db, actor: administrator, targets }, firstAid)
  const courses = await tellStory({ db, author, colleague, targets }, { basicsId, chemicalsId })
  return { ...courses, chemicalsId, firstAidId }
}

async function createItems(tx: Transaction<Schema>, actor: Actor): Promise<Building['targets']> {
  const targets: Building['targets'] = new Map()
  const create = async (kind: ItemKind, name: string, content: object) => {
    const { itemId } = await must(createItem(tx, actor, kind, { name, content }))
    targets.set(`${kind}:${name}`, { kind, targetId: itemId })
  }
  for (const { name, content } of demoItems.media) {
    await create('media', name, { ...(await storePicture(tx, actor, name)), ...content })
  }
  for (const { name, content } of demoItems.resource) await create('resource', name, content)
  for (const { name, content } of demoItems.term) await create('term', name, content)
  return targets
}

async function storePicture(
  tx: Transaction<Schema>,
  { workspaceId }: Actor,
  name: keyof typeof demoPictures,
): Promise<MediaContent> {
  const bytes = [Buffer.from(demoPictures[name])]
  const digest = await digestOf(Readable.from(bytes))
  await storeBytes(tx, workspaceId, digest, Readable.from(bytes))
  return toMediaContent(`${name}.svg`, digest)
}
