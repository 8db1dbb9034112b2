import type { ImportReport, ReportEntry } from '@recourse/core/transfer'
import { sql } from 'kysely'
import { type Actor, carryOut, type LibraryDb, type Outcome, type Step } from '../../library/carry-out.ts'
import { Refused } from '../../library/refusal.ts'
import { requireAuthor } from '../../library/require.ts'
import { type Digest, digestOf } from '../media/store-bytes.ts'
import { openPackage } from '../package/open-package.ts'
import { PackageError } from '../package/package-error.ts'
import type { PackageLimits } from '../package/package-limits.ts'
import { type DraftedPackage, draftPackage } from './draft-package.ts'
import { findKnown, type Known } from './find-known.ts'
import { findMovedOn } from './find-moved-on.ts'
import { insertCourse } from './insert-course.ts'
import { refuseAgain } from './refuse-again.ts'

export interface ImportWishes {
  /** On this machine. */
  readonly file: string
  /** As the person knows it. */
  readonly fileName: string
  /** Of the course; else that of the package. */
  readonly title?: string
  /** The same package was imported before, and that was said. */
  readonly isAgain?: boolean
  /** Learning Objects of an archive that are in this library are made anew, not shared. */
  readonly isApart?: boolean
  readonly isDryRun?: boolean
  readonly limits?: Partial<PackageLimits>
}

/** A course out of a package: all of it or nothing, with what became of each of its parts. */
export async function importCourse(db: LibraryDb, actor: Actor, wishes: ImportWishes): Promise<Outcome<ImportReport>> {
  try {
    await using opened = await openPackage(wishes.file, wishes.limits)
    const drafted = await draftPackage(opened)
    // Before the database waits for anything: a file that is broken is found here.
    const digests = await digestFiles(drafted)
    const inputs = {
      fileName: wishes.fileName,
      packageHash: opened.hash,
      source: drafted.source,
      format: drafted.format,
    }
    return await carryOut(
      db,
      { actor, operation: 'import course', courseId: null, inputs, isDryRun: wishes.isDryRun ?? false },
      step => carryIn(step, { ...wishes, ...drafted, digests, packageHash: opened.hash }),
    )
  } catch (error) {
    if (!(error instanceof PackageError)) throw error
    return { ok: false, reason: 'invalid', message: error.message, details: { why: error.kind } }
  }
}

async function digestFiles({ draft, readFile }: DraftedPackage): Promise<ReadonlyMap<string, Digest>> {
  const files = draft.items.flatMap(item => (item.kind === 'media' && item.file !== null ? [item.file] : []))
  const digests = new Map<string, Digest>()
  for (const file of new Set(files)) digests.set(file, await digestOf(readFile(file)))
  return digests
}

interface Carried extends DraftedPackage, ImportWishes {
  readonly digests: ReadonlyMap<string, Digest>
  readonly packageHash: string
}

async function carryIn(step: Step, carried: Carried): Promise<ImportReport> {
  requireAuthor(step)
  if (carried.isAgain !== true) await refuseAgain(step, carried.packageHash)
  if (carried.title?.trim() === '') throw new Refused('invalid', 'A course needs a title. Give it one.')
  // The course is undone as a whole: its rows need no journal of their own.
  await sql`select set_config('recourse.change', '', true)`.execute(step.tx)
  const draft = { ...carried.draft, title: carried.title?.trim() || carried.draft.title }
  const known = await findKnown(step, { ...carried, draft, isApart: carried.isApart ?? false })
  const { courseId, ids } = await insertCourse(step, { ...carried, draft, known })
  const moved = await findMovedOn(step, carried, known)
  const report = toReport({ ...carried, draft }, { courseId, ids, known, moved })
  await sql`
    update change_log set course_id = ${courseId}, report = ${JSON.stringify(report)} where id = ${step.changeId}`.execute(
    step.tx,
  )
  return report
}

interface Came {
  readonly courseId: string
  readonly ids: ReadonlyMap<string, string>
  readonly known: Known
  readonly moved: ReadonlySet<string>
}

function toReport({ draft, entries, format, packageHash }: Carried, came: Came): ImportReport {
  const objects = draft.modules.flatMap(module => module.objects)
  const count = (kind: string): number => draft.items.filter(item => item.kind === kind).length
  return {
    ...{ courseId: came.courseId, title: draft.title, format, packageHash },
    counts: {
      modules: draft.modules.length,
      objects: objects.length,
      pages: objects.reduce((sum, { pages }) => sum + pages.length, 0),
      questions: objects.reduce((sum, { questions }) => sum + questions.length, 0),
      ...{ media: count('media'), resources: count('resource'), terms: count('term') },
      leftOut: entries.filter(({ became }) => became === 'nothing').length,
    },
    entries: entries.map(entry => toEntry(entry, came)),
    reused: { objects: came.known.objects.size, items: came.known.items.size },
  }
}

const SHARED = 'In this library already: the same one, shared.'
const CHANGED = 'In this library already, and changed since: as it is here.'

function toEntry({ key, ...entry }: Carried['entries'][number], { courseId, ids, known, moved }: Came): ReportEntry {
  if (key === null) return { ...entry, id: entry.became === 'course' ? courseId : null }
  const name = `${entry.became} ${key}`
  const isKnown =
    known.items.has(name) ||
    (entry.became === 'object' && known.objects.has(key)) ||
    (entry.became === 'page' && known.pages.has(key))
  const notes = isKnown ? [...entry.notes, moved.has(key) ? CHANGED : SHARED] : entry.notes
  return { ...entry, notes, id: entry.became === 'course' ? courseId : (ids.get(name) ?? null) }
}
