import type { CourseId, HtmlParser, UserId } from '@recourse/core'
import type { Canvas } from '../../canvas.ts'
import type { CallOptions } from '../../http/request.ts'
import { getSelf } from '../../users.ts'
import type { Survey } from '../facts/survey.ts'

/** One act on a course's configuration page: what every step of it is given. */
export interface Editing {
  readonly canvas: Canvas
  readonly courseId: CourseId
  readonly call: CallOptions
  readonly parseHtml: HtmlParser
  readonly now: () => number
  readonly user: UserId
}

/** What a door passes in to write. */
export interface EditingOptions {
  readonly parseHtml: HtmlParser
  readonly now?: () => number
  readonly signal?: AbortSignal | undefined
  /** Who acts, where the door knows it; else Canvas is asked. */
  readonly user?: UserId | undefined
}

export async function startEditing(canvas: Canvas, courseId: CourseId, options: EditingOptions): Promise<Editing> {
  const { parseHtml, now = canvas.now, signal } = options
  const call = { signal }
  const user = options.user ?? (await getSelf(canvas, call)).id
  return { canvas, courseId, call, parseHtml, now, user }
}

export function nowIso({ now }: Pick<Editing, 'now'>): string {
  return new Date(now()).toISOString()
}

/** The same place, to read facts in. */
export function toSurvey({ canvas, courseId, call, parseHtml, now }: Editing): Survey {
  return { canvas, courseId, call, parseHtml, nowMs: now(), unread: new Set() }
}
