import { sql } from 'kysely'
import { type Actor, carryOut, type LibraryDb, type Outcome, type Step } from './carry-out.ts'
import { requireName } from './clean-text.ts'
import { keepTargets } from './keep-targets.ts'
import { type After, placeInCourse } from './positions.ts'
import { Refused } from './refusal.ts'
import { requireCourse, requireModule } from './require.ts'

interface ModulePlace {
  readonly courseId: string
  readonly moduleId: string
}

export function addModule(
  db: LibraryDb,
  actor: Actor,
  courseId: string,
  name: string,
  after?: After,
): Promise<Outcome<{ moduleId: string }>> {
  return carryOut(db, { actor, operation: 'add module', courseId, inputs: { name, after } }, async step => {
    await requireCourse(step, courseId)
    const position = await placeInCourse(step, courseId, after)
    const { rows } = await sql<{ id: string }>`
      insert into course_module (workspace_id, course_id, position, name)
      values (${actor.workspaceId}, ${courseId}, ${position}, ${requireName(name)}) returning id`.execute(step.tx)
    return { moduleId: rows[0]?.id ?? '' }
  })
}

/** `from`: the name that was seen; another one, given meanwhile, is not written over (library §1.5 *A4*). */
export function renameModule(
  db: LibraryDb,
  actor: Actor,
  place: ModulePlace,
  name: string,
  from?: string,
): Promise<Outcome<null>> {
  const { courseId, moduleId } = place
  return carryOut(db, { actor, operation: 'rename module', courseId, inputs: { moduleId, name } }, async step => {
    await requireCourse(step, courseId)
    await requireModule(step, courseId, moduleId)
    if (from !== undefined) await requireNamed(step, moduleId, from)
    await sql`update course_module set name = ${requireName(name)} where id = ${moduleId}`.execute(step.tx)
    return null
  })
}

async function requireNamed({ tx }: Step, moduleId: string, from: string): Promise<void> {
  const { rows } = await sql<{
    name: string
  }>`select name from course_module where id = ${moduleId} for update`.execute(tx)
  const current = rows[0]?.name
  if (current === from) return
  throw new Refused(
    'stale',
    'Somebody else has renamed this module meanwhile. Look at its name, then rename it again.',
    {
      current,
    },
  )
}

export function moveModule(db: LibraryDb, actor: Actor, place: ModulePlace, after: After): Promise<Outcome<null>> {
  const { courseId, moduleId } = place
  return carryOut(db, { actor, operation: 'move module', courseId, inputs: { moduleId, after } }, async step => {
    await requireCourse(step, courseId)
    await requireModule(step, courseId, moduleId)
    const position = await placeInCourse(step, courseId, after)
    await sql`update course_module set position = ${position} where id = ${moduleId}`.execute(step.tx)
    return null
  })
}

/** Takes its Learning Objects out of this course, each as removeObject does, and out of no other (library §1.3 *T38*). */
export function deleteModule(db: LibraryDb, actor: Actor, { courseId, moduleId }: ModulePlace): Promise<Outcome<null>> {
  return carryOut(db, { actor, operation: 'delete module', courseId, inputs: { moduleId } }, async step => {
    await requireCourse(step, courseId)
    await requireModule(step, courseId, moduleId)
    await keepTargets(step, [courseId], () => sql`delete from placement where module_id = ${moduleId}`.execute(step.tx))
    await sql`delete from course_module where id = ${moduleId}`.execute(step.tx)
    return null
  })
}
