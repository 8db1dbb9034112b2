import type { CourseId, FileId, FileReference, FolderId, OtherFile } from '@recourse/core'
import { isCanvasError } from '../../canvas-error.ts'
import { getCourseFile, getFile, listFiles } from '../../files/files.ts'
import { getFolder, listFolders } from '../../files/folders.ts'
import type { CanvasFile } from '../../wire/file.ts'
import type { Folder } from '../../wire/folder.ts'
import { type FolderIndex, indexFolders, toCourseFile } from './course-files.ts'
import { readUnlessDenied, type Survey } from './survey.ts'

/** More files than this of one course are listed instead of read one by one. */
const MAX_SINGLE_READS = 3

type Answer =
  | { readonly ok: true; readonly file: CanvasFile }
  | { readonly ok: false; readonly reason: 'missing' | 'denied' | 'unknown' }

/** The files a configuration names that neither the listing of this course nor Canvas's record accounts for. */
export async function readOtherFiles(
  survey: Survey,
  references: readonly FileReference[],
): Promise<readonly OtherFile[]> {
  const groups = groupByCourse(references)
  const found = [...groups].map(([courseId, group]) => readOfOneCourse(survey, courseId, group))
  return (await Promise.all(found)).flat()
}

function groupByCourse(references: readonly FileReference[]): ReadonlyMap<CourseId | null, readonly FileReference[]> {
  const groups = new Map<CourseId | null, FileReference[]>()
  for (const reference of references) {
    const group = groups.get(reference.courseId)
    if (group === undefined) groups.set(reference.courseId, [reference])
    else group.push(reference)
  }
  return groups
}

async function readOfOneCourse(
  survey: Survey,
  courseId: CourseId | null,
  references: readonly FileReference[],
): Promise<readonly OtherFile[]> {
  const answers = await askFor(survey, courseId, references)
  const files = [...answers.values()].flatMap(answer => (answer.ok ? [answer.file] : []))
  const folders = files.length === 0 ? new Map() : await readFoldersOf(survey, courseId, files)
  return references.map(({ key }) => ({ key, found: toFound(answers.get(key), courseId, folders, survey.nowMs) }))
}

function toFound(
  answer: Answer | undefined,
  courseId: CourseId | null,
  folders: FolderIndex,
  nowMs: number,
): OtherFile['found'] {
  if (answer === undefined) return { ok: false, reason: 'unknown' }
  return answer.ok ? { ok: true, file: toCourseFile(answer.file, folders, nowMs), courseId } : answer
}

/** Reference key → what Canvas says of the file. */
async function askFor(
  survey: Survey,
  courseId: CourseId | null,
  references: readonly FileReference[],
): Promise<ReadonlyMap<string, Answer>> {
  const isListed = courseId !== null && courseId !== survey.courseId && references.length > MAX_SINGLE_READS
  const listed = isListed ? await listOf(survey, courseId) : new Map<FileId, CanvasFile>()
  const ask = (reference: FileReference): Answer | Promise<Answer> => {
    if (listed === null) return { ok: false, reason: 'denied' }
    const file = listed.get(reference.fileId)
    return file === undefined ? readOne(survey, reference) : { ok: true, file }
  }
  return new Map(await Promise.all(references.map(async reference => [reference.key, await ask(reference)] as const)))
}

async function listOf(survey: Survey, courseId: CourseId): Promise<ReadonlyMap<FileId, CanvasFile> | null> {
  const sentence = `The files of course ${courseId} cannot be listed with your rights.`
  const files = await readUnlessDenied(survey, sentence, null, () =>
    listFiles(survey.canvas, courseId, {}, survey.call),
  )
  return files && new Map(files.map(file => [file.id, file]))
}

async function readOne({ canvas, call }: Survey, { courseId, fileId }: FileReference): Promise<Answer> {
  try {
    const read = courseId === null ? getFile(canvas, fileId, call) : getCourseFile(canvas, courseId, fileId, call)
    return { ok: true, file: await read }
  } catch (error) {
    if (isCanvasError(error, 'missing')) return { ok: false, reason: 'missing' }
    if (isCanvasError(error, 'denied')) return { ok: false, reason: 'denied' }
    if (isCanvasError(error, 'refused')) return { ok: false, reason: 'unknown' }
    throw error
  }
}

/** Where the files lie in their own course: a namesake in the same folder here is the same file. */
async function readFoldersOf(
  survey: Survey,
  courseId: CourseId | null,
  files: readonly CanvasFile[],
): Promise<FolderIndex> {
  const { canvas, call } = survey
  const read = courseId === null ? () => readEach(survey, files) : () => listFolders(canvas, courseId, call)
  return indexFolders(await readUnlessDenied({ unread: new Set() }, '', [], read))
}

function readEach({ canvas, call }: Survey, files: readonly CanvasFile[]): Promise<readonly Folder[]> {
  const ids = new Set<FolderId>(files.flatMap(({ folderId }) => folderId ?? []))
  return Promise.all([...ids].map(id => getFolder(canvas, id, call)))
}
