import type { CourseId, HtmlParser } from '@recourse/core'
import type { Canvas } from '../../canvas.ts'
import { isCanvasError } from '../../canvas-error.ts'
import type { CallOptions } from '../../http/request.ts'

/** One reading of a course: what every reader of a fact is given. */
export interface Survey {
  readonly canvas: Canvas
  readonly courseId: CourseId
  readonly call: CallOptions
  readonly parseHtml: HtmlParser
  readonly nowMs: number
  /** Sentences about what could not be read; readers add to it. */
  readonly unread: Set<string>
}

/**
 * What was read, or `fallback` with a note where Canvas will not show it for good (rights, gone, never recorded).
 * A Canvas in trouble is not a fact about the course: those errors pass, and the reading is done again.
 */
export async function readUnlessDenied<T, F>(
  survey: Pick<Survey, 'unread'>,
  sentence: string,
  fallback: F,
  read: () => Promise<T>,
): Promise<T | F> {
  try {
    return await read()
  } catch (error) {
    if (!isCanvasError(error, 'denied', 'missing', 'refused', 'too-large')) throw error
    survey.unread.add(sentence)
    return fallback
  }
}
