import type { CourseFile, CourseId, FileId, FileReference, OtherFile } from '@recourse/core'
import { isCanvasError } from '../../canvas-error.ts'
import { getCourseFile, getFile, listFiles } from '../../files/files.ts'
import type { CanvasFile } from '../../wire/file.ts'
import { toCourseFile } from './course-files.ts'
import { readUnlessDenied, type Survey } from './survey.ts'

/** More files than this of one course are listed instead of read one by one. */
const MAX_SINGLE_READS = 3

/** The files a configuration names that neither the listing of this course nor Canvas's record accounts for. */
export async function readOtherFiles(
  survey: Survey,
  references: readonly FileReference[],
): Promise<readonly OtherFile[]> {
  const byCourse = Map.groupBy(references, ({ courseId }) => courseId)
  const found = [...byCourse].map(([courseId, group]) => readOfOneCourse(survey, courseId, group))
  return (await Promise.all(found)).flat()
}

async function readOfOneCourse(
  survey: Survey,
  courseId: CourseId | null,
  references: readonly FileReference[],
): Promise<readonly OtherFile[]> {
  if (courseId === null || references.length <= MAX_SINGLE_READS || courseId === survey.courseId)
    return Promise.all(references.map(reference => readOne(survey, reference)))
  const listed = await listOf(survey, courseId)
  if (listed === null) return references.map(({ key }) => ({ key, found: { ok: false, reason: 'denied' } }))
  return Promise.all(references.map(reference => fromListing(reference, listed) ?? readOne(survey, reference)))
}

async function listOf(survey: Survey, courseId: CourseId): Promise<ReadonlyMap<FileId, CourseFile> | null> {
  const sentence = `The files of course ${courseId} cannot be listed with your rights.`
  const files = await readUnlessDenied(survey, sentence, null, () =>
    listFiles(survey.canvas, courseId, {}, survey.call),
  )
  return files && new Map(files.map(file => [file.id, toFile(survey, file)]))
}

function fromListing(
  { key, courseId, fileId }: FileReference,
  listed: ReadonlyMap<FileId, CourseFile>,
): OtherFile | undefined {
  const file = listed.get(fileId)
  return file && { key, found: { ok: true, file, courseId } }
}

async function readOne(survey: Survey, { key, courseId, fileId }: FileReference): Promise<OtherFile> {
  const { canvas, call } = survey
  try {
    const file = await (courseId === null
      ? getFile(canvas, fileId, call)
      : getCourseFile(canvas, courseId, fileId, call))
    return { key, found: { ok: true, file: toFile(survey, file), courseId } }
  } catch (error) {
    if (isCanvasError(error, 'missing')) return { key, found: { ok: false, reason: 'missing' } }
    if (isCanvasError(error, 'denied')) return { key, found: { ok: false, reason: 'denied' } }
    if (isCanvasError(error, 'refused')) return { key, found: { ok: false, reason: 'unknown' } }
    throw error
  }
}

/** Without its folder: a folder of another course says nothing here. */
function toFile({ nowMs }: Survey, file: CanvasFile): CourseFile {
  return toCourseFile(file, new Map(), nowMs)
}
