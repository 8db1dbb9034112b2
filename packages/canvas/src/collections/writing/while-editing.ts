import type { CopyingNow, CourseId } from '@recourse/core'
import type { Canvas } from '../../canvas.ts'
import { isCanvasError } from '../../canvas-error.ts'
import { readCopies } from '../facts/read-copies.ts'
import { busyWords } from '../outcome-words.ts'
import { type KeepLock, type Locked, withEditLock } from './edit-lock.ts'
import { type Editing, type EditingOptions, startEditing, toSurvey } from './editing.ts'

export interface Busy {
  readonly ok: false
  readonly reason: 'busy'
  readonly text: string
  readonly copying: CopyingNow
}

export interface Denied {
  readonly ok: false
  readonly reason: 'denied'
  readonly text: string
}

export interface Steps {
  readonly onLocking?: () => void
}

/**
 * Does something to the configuration page of a course while Canvas is not copying into it and nobody is editing:
 * what every act on the page begins with. What the caller may not do is an outcome wherever it shows, unless something
 * may have been written already.
 */
export async function whileEditing<T>(
  canvas: Canvas,
  courseId: CourseId,
  options: EditingOptions & Steps,
  work: (editing: Editing, keep: KeepLock) => Promise<T>,
): Promise<T | Busy | Locked | Denied> {
  try {
    const editing = await startEditing(canvas, courseId, options)
    const copies = await readCopies(toSurvey(editing))
    if (copies.copying !== null) return busy(copies.copying)
    options.onLocking?.()
    return await withEditLock(editing, copies.finished, keep => work(editing, keep))
  } catch (error) {
    if (isCanvasError(error, 'denied') && !error.mayHaveActed)
      return { ok: false, reason: 'denied', text: error.message }
    throw error
  }
}

function busy(copying: CopyingNow): Busy {
  return { ok: false, reason: 'busy', text: busyWords(copying), copying }
}
