import type { ItemKind } from '@recourse/core/library'
import { sql } from 'kysely'
import type { Actor, LibraryDb } from '../carry-out.ts'
import { createItem } from '../items.ts'
import { together } from '../together.ts'
import { type Building, buildCourse } from './build-course.ts'
import { demoItems } from './demo-items.ts'
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

async function build(db: LibraryDb, workspaceId: string, people: DemoPeople): Promise<DemoLibrary> {
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

async function createItems(db: LibraryDb, actor: Actor): Promise<Building['targets']> {
  const targets: Building['targets'] = new Map()
  const create = async (kind: ItemKind, items: readonly { readonly name: string; readonly content: object }[]) => {
    for (const item of items) {
      const { itemId } = await must(createItem(db, actor, kind, item))
      targets.set(`${kind}:${item.name}`, { kind, targetId: itemId })
    }
  }
  await create('media', demoItems.media)
  await create('resource', demoItems.resource)
  await create('term', demoItems.term)
  return targets
}
