import type { CopyingNow, CourseId } from '@recourse/core'
import { listBlueprintImports, listBlueprintSubscriptions } from '../../blueprints.ts'
import type { Canvas } from '../../canvas.ts'
import type { CallOptions } from '../../http/request.ts'
import { listMigrations } from '../../migrations/migrations.ts'
import { getProgress } from '../../migrations/waiting.ts'
import type { BlueprintSubscription } from '../../wire/blueprint.ts'
import { type Copies, judgeCopies, type ListedCopies, type UnfinishedCopy } from './judge-copies.ts'
import { readUnlessDenied, type Survey } from './survey.ts'

export interface CopiesRead extends Copies {
  readonly copying: CopyingNow | null
  readonly blueprint: BlueprintSubscription['blueprintCourse'] | null
}

/** The copies and blueprint syncs into this course, the running one with its progress. */
export async function readCopies(survey: Omit<Survey, 'parseHtml'>): Promise<CopiesRead> {
  const listed = await listCopies(survey, survey.courseId)
  const copies = judgeCopies(listed, survey.nowMs)
  const copying = copies.unfinished && (await toCopying(survey.canvas, copies.unfinished, survey.call))
  return { ...copies, copying, blueprint: listed.blueprint }
}

/** The copies into any course the caller may read them of; what is denied is noted and empty. */
export async function listCopies(survey: Omit<Survey, 'parseHtml'>, courseId: CourseId): Promise<ListedCopies> {
  const { canvas, call } = survey
  const note = (what: string): string => `${what} course ${courseId} cannot be read with your rights.`
  const [migrations, blueprintImports] = await Promise.all([
    readUnlessDenied(survey, note("Canvas's list of the copies into"), [], () =>
      listMigrations(canvas, courseId, call),
    ),
    readUnlessDenied(survey, note('The blueprint syncs into'), [], () => listBlueprintImports(canvas, courseId, call)),
  ])
  const blueprint = blueprintImports.length === 0 ? null : await readBlueprint(survey, courseId)
  return { courseId, origin: canvas.origin, migrations, blueprintImports, blueprint }
}

async function readBlueprint(
  survey: Omit<Survey, 'parseHtml'>,
  courseId: CourseId,
): Promise<ListedCopies['blueprint']> {
  const sentence = `Which blueprint course ${courseId} follows cannot be read with your rights.`
  const subscriptions = await readUnlessDenied(survey, sentence, [], () =>
    listBlueprintSubscriptions(survey.canvas, courseId, survey.call),
  )
  return subscriptions[0]?.blueprintCourse ?? null
}

/** Canvas hides blueprint syncs' progress; a denied one says nothing about the copy. */
async function toCopying(canvas: Canvas, unfinished: UnfinishedCopy, call: CallOptions): Promise<CopyingNow> {
  const { migrationId, state, from, progressId } = unfinished
  const progress =
    progressId && (await readUnlessDenied({ unread: new Set() }, '', null, () => getProgress(canvas, progressId, call)))
  return { migrationId, state, percent: progress?.completion ?? null, from }
}
