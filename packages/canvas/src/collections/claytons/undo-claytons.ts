import type { CourseId } from '@recourse/core'
import type { Canvas } from '../../canvas.ts'
import { isCanvasError } from '../../canvas-error.ts'
import type { CallOptions } from '../../http/request.ts'
import { getPageRevision, revertPage } from '../../pages/page-revisions.ts'
import { deletePage, putPage } from '../../pages/pages.ts'
import type { ClaytonOutcome, ClaytonUndo } from './clayton-outcome.ts'
import { changedSinceWords, undoneWords } from './clayton-words.ts'

export interface UndoneClayton {
  readonly title: string
  /** `changed-since`: somebody saved the page after us; it is left as it is. */
  readonly result: 'undone' | 'changed-since' | 'failed'
  readonly text: string
}

/** Takes back what was written, the last page first, each only while ours is its latest version. */
export async function undoClaytons(
  canvas: Canvas,
  courseId: CourseId,
  pages: readonly ClaytonOutcome[],
  call: CallOptions = {},
): Promise<readonly UndoneClayton[]> {
  const undone: UndoneClayton[] = []
  for (const { title, undo } of pages.toReversed()) {
    if (undo !== null) undone.push({ title, ...(await undoOne({ canvas, courseId, call }, undo)) })
  }
  return undone
}

interface Place {
  readonly canvas: Canvas
  readonly courseId: CourseId
  readonly call: CallOptions
}

async function undoOne(place: Place, undo: ClaytonUndo): Promise<Omit<UndoneClayton, 'title'>> {
  const { canvas, courseId, call } = place
  try {
    const { revisionId } = await getPageRevision(canvas, courseId, { id: undo.pageId }, 'latest', call)
    if (revisionId !== undo.revisionId) return { result: 'changed-since', text: changedSinceWords() }
    await takeBack(place, undo)
    return { result: 'undone', text: undoneWords(undo.previousRevisionId === null) }
  } catch (error) {
    if (!isCanvasError(error)) throw error
    return { result: 'failed', text: error.message }
  }
}

async function takeBack({ canvas, courseId, call }: Place, undo: ClaytonUndo): Promise<void> {
  const ref = { id: undo.pageId }
  if (undo.previousRevisionId === null) {
    await deletePage(canvas, courseId, ref, call)
    return
  }
  const isWritten = undo.previousRevisionId !== undo.revisionId
  if (isWritten) await revertPage(canvas, courseId, ref, undo.previousRevisionId, call)
  if (!undo.wasPublished) await putPage(canvas, courseId, ref, { isPublished: false }, call)
}
